import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

const COMPARISON = '00000000-0000-7000-8000-000000000091';
const FILE = 'trich-dan-cu-huong-phu.csv';

const prepare = ({ database, places: { otherCommune } }: World): Promise<void> =>
  database.withSession(async (session) => {
    await session.query(
      `insert into exchange_batch (id, kind, actor, unit_id, unit_name, year, scope_path, file_name, file_bytes,
         file_hash, state, options, created_at, updated_at, version)
       values ($1, 'comparison', 'nguoi.nha', $2, $3, 2024, $4, $5, 3, '', 'checked', '{}', '2024-10-15', '2024-10-15', 1)
       on conflict do nothing`,
      [COMPARISON, otherCommune.id, otherCommune.name, otherCommune.path, FILE],
    );
    await session.query(
      `insert into exchange_difference (batch_id, number, kind, theirs, fields, name_key, scope_path)
       values ($1, 0, 'missingOurs', '{"fullName": "Hồ Văn Lạ", "birthDate": null, "sex": null,
         "identityNumber": null, "place": null}', '{}', 'ho van la', $2) on conflict do nothing`,
      [COMPARISON, otherCommune.path],
    );
  });

const read = (rest: string): CrossAreaCases[string] => ({
  prepare,
  request: () => ({ method: 'GET', url: `/api/comparisons/${COMPARISON}${rest}` }),
  expected: { refused: ['shared.not-found'] },
});

export const comparisonCases: CrossAreaCases = {
  'GET /api/comparisons': {
    prepare,
    request: () => ({ method: 'GET', url: '/api/comparisons' }),
    expected: { hidden: () => [FILE] },
  },
  'POST /api/comparisons': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: `/api/comparisons?unit=${places.otherCommune.id}&file=list.csv&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('Họ và tên\n'),
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/comparisons/:id': read(''),
  'GET /api/comparisons/:id/differences': read('/differences'),
  'GET /api/comparisons/:id/file': read('/file?purpose=kiem+thu'),
  'POST /api/comparisons/:id/disclosures': {
    prepare,
    request: () => ({
      method: 'POST',
      url: `/api/comparisons/${COMPARISON}/disclosures`,
      payload: { numbers: [0], reason: 'kiểm thử' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/comparisons/:id/decisions': {
    prepare,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/comparisons/${COMPARISON}/decisions`,
      payload: { commandId: newId(), number: 0, decision: 'later' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
