import type { CrossAreaCases } from './cross-area-case.ts';
import { openOtherRound, YEAR } from './prepare-round.ts';
import type { World } from './world.ts';

const HOUSEHOLD = '0190a0c0-0000-7000-8000-00000000f001';
const PERSON = '0190a0c0-0000-7000-8000-00000000f002';
const HEAD = 'Trần Văn Hương Phú';
const NUMBER = '046079001234';

/** A household of "Xã Hương Phú" with one member, reviewed in `YEAR`. */
async function writeHousehold(world: World): Promise<void> {
  const { otherCommune, otherVillage } = world.places;
  await openOtherRound(world);
  await world.database.withSession(async (session) => {
    const place = [otherCommune.id, HOUSEHOLD, otherVillage.id, otherVillage.path];
    await session.query(
      `insert into household (origin_commune_id, id, version, village_id, scope_path, head_person_id, head_name,
         head_search_key, head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
       values ($1, $2, 1, $3, $4, $5, $6, 'tran van huong phu', 'a', 1, '{}', false, '2024-01-01', '2024-01-01')
       on conflict do nothing`,
      [...place, PERSON, HEAD],
    );
    await session.query(
      `insert into household_residence (origin_commune_id, household_id, valid_from, village_id, reason, scope_path)
       values ($1, $2, '2023-01-01', $3, 'registered', $4) on conflict do nothing`,
      place,
    );
    await session.query(
      `insert into person (origin_commune_id, id, version, household_id, scope_path, full_name, search_key, sort_key,
         relation, identity_number)
       values ($1, $2, 1, $3, $4, $5, 'tran', 'a', 'head', '${NUMBER}') on conflict do nothing`,
      [otherCommune.id, PERSON, HOUSEHOLD, otherVillage.path, HEAD],
    );
    await session.query(
      `insert into household_membership (origin_commune_id, household_id, person_id, valid_from, relation, reason,
         scope_path)
       values ($1, $2, $3, '2023-01-01', 'head', 'registered', $4) on conflict do nothing`,
      [otherCommune.id, HOUSEHOLD, PERSON, otherVillage.path],
    );
    await session.query(
      `insert into review_record (origin_commune_id, household_id, year, standard_id, round_id, commune_id, village_id,
         scope_path, stage, opening_class, opening_persons, opening_commune_id, opening_village_id, verified, minority,
         local_minority, no_labour_capacity, merit, female_head, social_assistance, recently_exited, once_poor,
         once_near_poor, causes, wishes, version)
       select $1, $2, ${YEAR}, 'VN-2022', id, $1, $3, $4, 'listed', 'POOR', 1, $1, $3, true, false, false, false,
         false, false, false, false, false, false, '{}', '{}', 1
       from review_round where commune_id = $1 and year = ${YEAR}
       on conflict do nothing`,
      place,
    );
  });
}

export const householdCases: CrossAreaCases = {
  'GET /api/households': {
    prepare: writeHousehold,
    request: ({ places }) => ({ method: 'GET', url: `/api/households?unit=${places.otherCommune.id}` }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/households/:id': {
    prepare: writeHousehold,
    request: () => ({ method: 'GET', url: `/api/households/${HOUSEHOLD}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/households/:id/reviews/:year': {
    prepare: writeHousehold,
    request: () => ({ method: 'GET', url: `/api/households/${HOUSEHOLD}/reviews/${YEAR}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/households/:id/disclosures': {
    prepare: writeHousehold,
    request: () => ({
      method: 'POST',
      url: `/api/households/${HOUSEHOLD}/disclosures`,
      payload: { reason: 'Đối chiếu thẻ', fields: ['identityNumber'] },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
