import { assignedEvent, deskOfUnit, newDutyOf } from '../../apps/server/src/plan/duty/assign-duties.ts';
import { attachFile } from '../../apps/server/src/plan/duty/attach-file.ts';
import { insertDuties } from '../../apps/server/src/plan/duty/duty-write.store.ts';
import { makeAgency } from '../../apps/server/src/plan/duty/keep-agency.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

const TASK = 'Rà soát nhà ở của hộ nghèo trong danh sách';
const AGENCY = 'Công an xã Hương Phú';
const PDF = Buffer.from('%PDF-1.7 biên bản');
const acting = {
  today: '2024-10-15',
  at: '2024-10-15T02:00:00.000Z',
  actor: 'x',
  accountId: null,
};

const made = new WeakMap<World, { duty: string; agency: string; hash: string }>();
const madeIn = (world: World) => made.get(world) as { duty: string; agency: string; hash: string };

/** A duty of the commune with a file, and an agency of it; once a world. */
async function prepare(world: World): Promise<void> {
  if (made.has(world)) return;
  const { db } = world.database;
  const unit = world.places.otherCommune;
  const duty = newDutyOf(deskOfUnit(unit), {
    task: TASK,
    year: 2024,
    dueOn: '2024-10-31',
    giverUnitId: unit.id,
    assignedOn: acting.today,
  });
  await insertDuties(db, [duty], assignedEvent(acting));
  const agency = await makeAgency(db, unit, { name: AGENCY, shortNames: [], mailAddress: null });
  if (!agency.ok) throw new Error(agency.problem.code);
  const look = {
    today: acting.today,
    reader: {
      accountId: world.newId(),
      agencies: [],
      ownUnits: [unit.id],
      grants: [{ role: 'officer' as const, unitId: unit.id, path: unit.path }],
    },
  };
  const file = await attachFile(db, duty.id, { name: 'bien-ban.pdf', bytes: PDF, look, acting });
  if (!file.ok) throw new Error(file.problem.code);
  made.set(world, { duty: duty.id, agency: agency.value.id, hash: file.value.hash });
}

const list = (path: string): CrossAreaCases[string] => ({
  prepare,
  request: ({ places }) => ({ method: 'GET', url: `${path}unit=${places.otherCommune.id}` }),
  expected: { refused: ['plan-duty.unit-not-found'] },
});

export const dutyCases: CrossAreaCases = {
  'GET /api/duties': list('/api/duties?year=2024&'),
  'GET /api/duties/board': list('/api/duties/board?year=2024&'),
  'GET /api/duties/month': list('/api/duties/month?month=2024-10&'),
  'GET /api/duties/order': list('/api/duties/order?year=2024&'),
  'GET /api/duty-desks': list('/api/duty-desks?'),
  'GET /api/duties/:id': {
    prepare,
    request: (world) => ({ method: 'GET', url: `/api/duties/${madeIn(world).duty}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/duties/:id/files/:hash': {
    prepare,
    request: (world) => {
      const { duty, hash } = madeIn(world);
      return { method: 'GET', url: `/api/duties/${duty}/files/${hash}` };
    },
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/duties/:id/files': {
    prepare,
    request: (world) => ({
      method: 'POST',
      url: `/api/duties/${madeIn(world).duty}/files?commandId=${world.newId()}&name=b.pdf`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('%PDF-1.7 báo cáo'),
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/duties/:id/acts': {
    prepare,
    request: (world) => ({
      method: 'POST',
      url: `/api/duties/${madeIn(world).duty}/acts`,
      payload: { commandId: world.newId(), act: 'receive', version: 1 },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/duties/:id/edit': {
    prepare,
    request: (world) => ({
      method: 'POST',
      url: `/api/duties/${madeIn(world).duty}/edit`,
      payload: {
        commandId: world.newId(),
        version: 2,
        task: TASK,
        node: null,
        output: 'Danh sách',
        evidenceAsked: '',
        dueOn: '2024-10-31',
        periodWords: null,
        partners: [],
        desk: null,
        reason: 'Đổi hạn theo văn bản của cấp trên',
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/duties': {
    request: ({ newId, places }) => ({
      method: 'POST',
      url: '/api/duties',
      payload: {
        commandId: newId(),
        unit: places.otherCommune.id,
        task: TASK,
        node: null,
        output: '',
        evidenceAsked: '',
        dueOn: '2024-11-30',
        periodWords: null,
        agencies: [],
        units: [places.otherVillage.id],
        person: null,
        partners: [],
      },
    }),
    expected: { refused: ['plan-duty.unit-not-found'] },
  },
  'POST /api/duties/reports': {
    request: ({ newId, places }) => ({
      method: 'POST',
      url: '/api/duties/reports',
      payload: {
        commandId: newId(),
        unit: places.otherCommune.id,
        year: 2024,
        kinds: ['progress-quarter'],
        desks: 'own',
      },
    }),
    expected: { refused: ['plan-duty.unit-not-found'] },
  },
  'POST /api/agencies': {
    request: ({ newId, places }) => ({
      method: 'POST',
      url: '/api/agencies',
      payload: {
        commandId: newId(),
        unit: places.otherCommune.id,
        name: `Trạm y tế ${newId()}`,
        shortNames: [],
        mailAddress: null,
      },
    }),
    expected: { refused: ['plan-duty.unit-not-found'] },
  },
  'POST /api/agencies/:id': {
    prepare,
    request: (world) => ({
      method: 'POST',
      url: `/api/agencies/${madeIn(world).agency}`,
      payload: {
        commandId: world.newId(),
        version: 1,
        name: AGENCY,
        shortNames: ['Công an xã'],
        mailAddress: null,
        closed: false,
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/agencies/:id/members': {
    prepare,
    request: (world) => ({
      method: 'POST',
      url: `/api/agencies/${madeIn(world).agency}/members`,
      payload: { commandId: world.newId(), accounts: [] },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
