import { writeAudit } from '../../apps/server/src/platform/audit/audit.store.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

const OWN = 'concerns the caller’s own account alone, found by the session';
const accountOf = (number: number) => `0190a0c0-0000-7000-8000-0000000ac${String(number).padStart(3, '0')}`;

/** An account with a role in "Xã Hương Phú" alone. */
const writeAccount =
  (number: number) =>
  async ({ database, places }: World): Promise<void> => {
    await database.withSession(async (session) => {
      await session.query(
        `insert into account (id, username, full_name, search_key, password_hash, status, demonstration, created_at, version)
         values ($1, $2, 'Người Hương Phú', 'nguoi huong phu', 'x', 'active', false, '2024-01-01', 1) on conflict do nothing`,
        [accountOf(number), `huong.phu.${number}`],
      );
      await session.query(
        `insert into account_role (account_id, role, unit_id) values ($1, 'viewer', $2) on conflict do nothing`,
        [accountOf(number), places.otherCommune.id],
      );
    });
  };

/** An act on an account of its own; to an administrator of another commune there is none. */
const act = (
  number: number,
  path: string,
  body: (world: World) => object = () => ({}),
): CrossAreaCases[string] => ({
  prepare: writeAccount(number),
  request: (world) => ({
    method: 'POST',
    url: `/api/accounts/${accountOf(number)}${path}`,
    payload: { commandId: world.newId(), version: 1, ...body(world) },
  }),
  expected: { refused: ['shared.not-found'] },
});

const MARK = 'nguoi.ghi.nhat.ky';

/** An entry of the log about "Xã Hương Phú". */
async function writeEntry({ database, places }: World): Promise<void> {
  const by = { accountId: null, actor: MARK, at: '2024-10-15T01:00:00.000Z' };
  await database.db
    .transaction()
    .execute((db) => writeAudit(db, by, [{ act: 'household.correct', scopePath: places.otherVillage.path }]));
}

export const accessCases: CrossAreaCases = {
  'POST /api/session': { open: 'who signs in has no area yet' },
  'POST /api/session/second-step': { open: 'who signs in has no area yet' },
  'GET /api/session/open-id': { open: 'who signs in has no area yet' },
  'GET /api/session/open-id/return': { open: 'who signs in has no area yet' },
  'GET /api/session': {
    request: () => ({ method: 'GET', url: '/api/session' }),
    expected: { hidden: (world) => ['nguoi.nha', world.places.otherCommune.name] },
  },
  'DELETE /api/session': { open: 'ends the caller’s own session, named by the cookie alone' },
  'GET /api/public/info': { open: 'the same for everyone' },

  'GET /api/me': {
    request: () => ({ method: 'GET', url: '/api/me' }),
    expected: { hidden: (world) => ['nguoi.nha', world.places.otherCommune.name] },
  },
  'GET /api/me/mail-address': { open: 'the caller’s own address' },
  'POST /api/me/mail-address': { open: 'the caller’s own address' },
  'GET /api/me/calendar': { open: OWN },
  'POST /api/me/calendar': { open: OWN },
  'DELETE /api/me/calendar': { open: OWN },
  'GET /api/calendars/:file': {
    open: 'a secret address of one account; what it holds is tested with the feed',
  },
  'POST /api/me/password': { open: OWN },
  'POST /api/me/sessions-end': { open: OWN },
  'POST /api/me/second-factor': { open: OWN },
  'POST /api/me/second-factor/confirmation': { open: OWN },
  'POST /api/me/second-factor/removal': { open: OWN },
  'POST /api/me/recovery-codes': { open: OWN },

  'GET /api/administration': {
    open: 'Counts of the caller’s own areas, and the state of the system; no one else’s names.',
  },
  'GET /api/accounts': {
    prepare: writeAccount(1),
    request: () => ({ method: 'GET', url: '/api/accounts' }),
    expected: { hidden: () => [accountOf(1), 'huong.phu.1'] },
  },
  'GET /api/accounts/file': {
    prepare: writeAccount(1),
    request: () => ({ method: 'GET', url: '/api/accounts/file?format=csv' }),
    expected: { hidden: () => ['huong.phu.1'] },
  },
  'GET /api/accounts/:id': {
    prepare: writeAccount(1),
    request: () => ({ method: 'GET', url: `/api/accounts/${accountOf(1)}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/accounts': {
    request: ({ newId, places }) => ({
      method: 'POST',
      url: '/api/accounts',
      payload: {
        commandId: newId(),
        id: newId(),
        username: 'nguoi.moi',
        fullName: 'Người Mới',
        grants: [{ role: 'viewer', unitId: places.otherCommune.id }],
      },
    }),
    expected: { refused: ['access.area-not-administered'] },
  },
  'POST /api/accounts/:id/name': act(2, '/name', () => ({ fullName: 'Trần Thị Ẩn' })),
  'POST /api/accounts/:id/roles': act(3, '/roles', ({ places }) => ({
    grants: [{ role: 'officer', unitId: places.otherCommune.id }],
  })),
  'POST /api/accounts/:id/status': act(4, '/status', () => ({ status: 'disabled' })),
  'POST /api/accounts/:id/one-time-password': act(5, '/one-time-password'),
  'POST /api/accounts/:id/second-factor-reset': act(6, '/second-factor-reset'),
  'POST /api/accounts/:id/sessions-end': act(7, '/sessions-end'),
  'POST /api/accounts/:id/external-name': act(8, '/external-name', () => ({ externalName: 'an@hue.gov.vn' })),
  'GET /api/access-policy': { open: 'one rule for the whole nation, without anything of anyone' },
  'POST /api/access-policy': { open: 'the handler takes it from administrators of the nation alone' },

  'GET /api/audit': {
    prepare: writeEntry,
    request: () => ({ method: 'GET', url: `/api/audit?actor=${MARK}` }),
    expected: { hidden: () => [MARK] },
  },
  'GET /api/audit/file': {
    prepare: writeEntry,
    request: () => ({ method: 'GET', url: `/api/audit/file?actor=${MARK}&format=csv` }),
    expected: { hidden: () => [MARK] },
  },
  'POST /api/audit/verification': {
    open: 'counts entries; the one it may show is read under the caller’s areas',
  },
};
