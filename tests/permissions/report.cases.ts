import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

/** A year in which only "Xã Hương Phú" has a round. */
const YEAR = 2031;

const openRound = async ({ database, places: { otherCommune }, newId }: World) => {
  await database.withSession((session) =>
    session.query(
      `insert into review_round (id, year, kind, commune_id, status, standard_id, standard_hash, reference_day,
         opened_on, source, demonstration, version, scope_path)
       values ($1, ${YEAR}, 'PERIODIC', $2, 'OPEN', 'VN-2022', 'x', '${YEAR}-12-31', '${YEAR}-09-01', 'kiểm thử',
         false, 1, $3)
       on conflict do nothing`,
      [newId(), otherCommune.id, otherCommune.path],
    ),
  );
};

export const reportCases: CrossAreaCases = {
  'GET /api/tables': {
    prepare: openRound,
    request: () => ({ method: 'GET', url: '/api/tables' }),
    expected: { hidden: () => [String(YEAR)] },
  },
  'GET /api/tables/:number': {
    prepare: openRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/tables/1?unit=${places.otherCommune.code}&year=${YEAR}`,
    }),
    expected: { refused: ['report.unit-not-found'] },
  },
};
