import type { CrossAreaCases } from './cross-area-case.ts';
import { openOtherRound, YEAR } from './prepare-round.ts';

export const reportCases: CrossAreaCases = {
  'GET /api/tables': {
    prepare: openOtherRound,
    request: () => ({ method: 'GET', url: '/api/tables' }),
    expected: { hidden: () => [String(YEAR)] },
  },
  'GET /api/tables/:number': {
    prepare: openOtherRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/tables/1?unit=${places.otherCommune.code}&year=${YEAR}`,
    }),
    expected: { refused: ['report.unit-not-found'] },
  },
  'GET /api/tables/:number/file': {
    prepare: openOtherRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/tables/1/file?unit=${places.otherCommune.code}&year=${YEAR}&format=csv`,
    }),
    expected: { refused: ['report.unit-not-found'] },
  },
  'GET /api/public/tables/1': { open: 'official figures for anyone, with small counts hidden' },
  'GET /api/tables/:number/households': {
    prepare: openOtherRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/tables/1/households?unit=${places.otherCommune.code}&year=${YEAR}&column=c3`,
    }),
    expected: { refused: ['report.unit-not-found'] },
  },
  'GET /api/tables/:number/households/file': {
    prepare: openOtherRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/tables/1/households/file?unit=${places.otherCommune.code}&year=${YEAR}&column=c3&format=csv&purpose=kiem+thu`,
    }),
    expected: { refused: ['report.unit-not-found'] },
  },
  'GET /api/measures': {
    prepare: openOtherRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/measures?unit=${places.otherCommune.code}&year=${YEAR}&by=village`,
    }),
    expected: { refused: ['report.unit-not-found'] },
  },
  'GET /api/home': {
    prepare: openOtherRound,
    request: ({ places }) => ({ method: 'GET', url: `/api/home?unit=${places.otherCommune.id}` }),
    expected: { refused: ['report.unit-not-found'] },
  },
  'POST /api/home/reminders': {
    prepare: openOtherRound,
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/home/reminders',
      payload: { commandId: newId(), unit: places.otherCommune.id, kind: 'pending', until: null, reason: '' },
    }),
    expected: { refused: ['report.unit-not-found'] },
  },
  'GET /api/reported-tables': {
    prepare: ({ database, places: { otherCommune }, newId }) =>
      database.withSession(async (session) => {
        await session.query(
          `insert into reported_table (id, year, table_number, unit_name, content, checks, source, loaded_at, loaded_by,
             scope_path)
           values ($1, 2023, 1, 'Biểu của Hương Phú', '{"rows": []}', '[]', 'kiểm thử', now(), 'kiểm thử', $2)`,
          [newId(), otherCommune.path],
        );
      }),
    request: () => ({ method: 'GET', url: '/api/reported-tables' }),
    expected: { hidden: () => ['Biểu của Hương Phú'] },
  },
};
