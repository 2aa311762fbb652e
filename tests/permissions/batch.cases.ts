import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

/** Batches of "Xã Hương Phú", each in the state its endpoint asks for. */
const BATCHES = {
  list: ['00000000-0000-7000-8000-000000000081', 'checked'],
  reading: ['00000000-0000-7000-8000-000000000082', 'checked'],
  publication: ['00000000-0000-7000-8000-000000000083', 'checked'],
  undoing: ['00000000-0000-7000-8000-000000000084', 'published'],
  discarding: ['00000000-0000-7000-8000-000000000085', 'checked'],
} as const;
const FILE = 'danh-sach-huong-phu.csv';
const OPTIONS = '{"opening": false, "encoding": null, "sheets": null, "columns": {}, "corrections": []}';

const report = (unit: { id: number; code: string | null; name: string }) => ({
  written: false,
  dryRun: true,
  batchId: BATCHES.list[0],
  file: FILE,
  year: 2023,
  unit: { id: unit.id, code: unit.code, name: unit.name },
  ...Object.fromEntries(
    [
      'rows',
      'households',
      'persons',
      'known',
      'gone',
      'proposals',
      'populationLines',
      'rounds',
      'newVillages',
      'classDifferences',
      'errors',
      'warnings',
    ].map((figure) => [figure, 0]),
  ),
});

const prepareBatch =
  (name: keyof typeof BATCHES) =>
  ({ database, places: { otherCommune } }: World): Promise<void> =>
    database.withSession(async (session) => {
      const [id, state] = BATCHES[name];
      await session.query(
        `insert into exchange_batch (id, kind, actor, unit_id, unit_name, year, scope_path, file_name, file_bytes,
           file_hash, state, options, report, created_at, updated_at, version)
         values ($1, 'list', 'nguoi.nha', $2, $3, 2023, $4, $5, 3, '', $6, $7, $8, '2024-10-15', '2024-10-15', 1)
         on conflict do nothing`,
        [
          id,
          otherCommune.id,
          otherCommune.name,
          otherCommune.path,
          FILE,
          state,
          OPTIONS,
          JSON.stringify(report(otherCommune)),
        ],
      );
      await session.query(
        `insert into exchange_file (batch_id, part, bytes, scope_path) values ($1, 0, 'a,b', $2) on conflict do nothing`,
        [id, otherCommune.path],
      );
      await session.query(
        `insert into exchange_issue (batch_id, number, severity, at, code, detail, scope_path)
         values ($1, 0, 'error', 'D17', 'exchange.day-not-real', '{}', $2) on conflict do nothing`,
        [id, otherCommune.path],
      );
    });

const command = (name: keyof typeof BATCHES): CrossAreaCases[string] => ({
  prepare: prepareBatch(name),
  request: ({ newId }) => ({
    method: 'POST',
    url: `/api/batches/${BATCHES[name][0]}/${name}`,
    payload: { commandId: newId(), version: 1 },
  }),
  expected: { refused: ['shared.not-found'] },
});

const read = (rest: string): CrossAreaCases[string] => ({
  prepare: prepareBatch('list'),
  request: () => ({ method: 'GET', url: `/api/batches/${BATCHES.list[0]}${rest}` }),
  expected: { refused: ['shared.not-found'] },
});

export const batchCases: CrossAreaCases = {
  'GET /api/batches': {
    prepare: prepareBatch('list'),
    request: () => ({ method: 'GET', url: '/api/batches' }),
    expected: { hidden: () => [FILE] },
  },
  'POST /api/batches': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: `/api/batches?year=2024&unit=${places.otherCommune.id}&file=list.csv&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('Họ tên chủ hộ\n'),
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/batches/:id': read(''),
  'GET /api/batches/:id/issues': read('/issues'),
  'GET /api/batches/:id/file': read('/file'),
  'POST /api/batches/:id/reading': command('reading'),
  'POST /api/batches/:id/publication': command('publication'),
  'POST /api/batches/:id/undoing': command('undoing'),
  'POST /api/batches/:id/discarding': command('discarding'),
  'GET /api/import-templates': { open: 'an empty list with the names of its columns, the same for everyone' },
};
