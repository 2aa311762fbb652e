import type { CrossAreaCases } from './cross-area-case.ts';
import { openOtherRound, YEAR } from './prepare-round.ts';
import type { World } from './world.ts';

const HEAD = 'Trần Văn Hương Phú';

/** Every case has a household of its own: acts change it. */
export const householdOf = (number: number) =>
  `0190a0c0-0000-7000-8000-0000000f00${String(number).padStart(2, '0')}`;
const headOf = (number: number) => `0190a0c0-0000-7000-8000-0000000e00${String(number).padStart(2, '0')}`;
const childOf = (number: number) => `0190a0c0-0000-7000-8000-0000000d00${String(number).padStart(2, '0')}`;

/** A household of "Xã Hương Phú", a head and a child, reviewed in `YEAR`. */
export async function writeHousehold(world: World, number = 1): Promise<void> {
  const { otherCommune, otherVillage } = world.places;
  await openOtherRound(world);
  await world.database.withSession(async (session) => {
    const place = [otherCommune.id, householdOf(number), otherVillage.id, otherVillage.path];
    await session.query(
      `insert into household (origin_commune_id, id, version, village_id, scope_path, head_person_id, head_name,
         head_search_key, head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
       values ($1, $2, 1, $3, $4, $5, $6, 'tran van huong phu', 'a', 2, '{}', false, '2024-01-01', '2024-01-01')
       on conflict do nothing`,
      [...place, headOf(number), HEAD],
    );
    await session.query(
      `insert into household_residence (origin_commune_id, household_id, valid_from, village_id, reason, scope_path)
       values ($1, $2, '2023-01-01', $3, 'registered', $4) on conflict do nothing`,
      place,
    );
    for (const [id, relation] of [
      [headOf(number), 'head'],
      [childOf(number), 'child'],
    ]) {
      await session.query(
        `insert into person (origin_commune_id, id, version, household_id, scope_path, full_name, search_key,
           sort_key, relation, identity_number)
         values ($1, $2, 1, $3, $4, $5, 'tran', 'a', $6, '046079001234') on conflict do nothing`,
        [otherCommune.id, id, householdOf(number), otherVillage.path, HEAD, relation],
      );
      await session.query(
        `insert into household_membership (origin_commune_id, household_id, person_id, valid_from, relation, reason,
           scope_path)
         values ($1, $2, $3, '2023-01-01', $5, 'registered', $4) on conflict do nothing`,
        [otherCommune.id, householdOf(number), id, otherVillage.path, relation],
      );
    }
    await session.query(
      `insert into review_record (origin_commune_id, household_id, year, standard_id, round_id, commune_id, village_id,
         scope_path, stage, opening_class, opening_persons, opening_commune_id, opening_village_id, verified, minority,
         local_minority, no_labour_capacity, merit, female_head, social_assistance, recently_exited, once_poor,
         once_near_poor, causes, wishes, version)
       select $1, $2, ${YEAR}, 'VN-2022', id, $1, $3, $4, 'listed', 'POOR', 2, $1, $3, true, false, false, false,
         false, false, false, false, false, false, '{}', '{}', 1
       from review_round where commune_id = $1 and year = ${YEAR}
       on conflict do nothing`,
      place,
    );
  });
}

type Body = (world: World) => object;

/** An act on a household of its own; a person of another commune is told that there is none. */
function act(number: number, path: string, body: Body): CrossAreaCases[string] {
  return {
    prepare: async (world) => {
      await writeHousehold(world, number);
      if (path.endsWith('/merges')) await writeHousehold(world, number + 50);
    },
    request: (world) => ({
      method: 'POST',
      url: `/api/households/${householdOf(number)}${path}`,
      payload: { commandId: world.newId(), version: 1, ...body(world) },
    }),
    expected: { refused: ['shared.not-found'] },
  };
}
const day = '2024-02-01';

const SAVED_VIEW = '00000000-0000-7000-8000-0000000000f1';

/** A list that the owner of "Xã Hương Phú" keeps for themselves. */
async function saveViewOfOwner({ database }: World): Promise<void> {
  await database.withSession((session) =>
    session.query(
      `insert into saved_view (account_id, id, name, name_key, filters, made_at)
       select id, $1, 'Danh sách của người nhà', 'danh sach', '{}', now() from account where username = 'nguoi.nha'
       on conflict do nothing`,
      [SAVED_VIEW],
    ),
  );
}

export const householdCases: CrossAreaCases = {
  'GET /api/household-changes': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/household-changes?unit=${places.otherCommune.id}`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/households': {
    prepare: writeHousehold,
    request: ({ places }) => ({ method: 'GET', url: `/api/households?unit=${places.otherCommune.id}` }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/low-income-workers': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/low-income-workers?unit=${places.otherCommune.id}&year=2025`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/exports/low-income-workers': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/exports/low-income-workers?unit=${places.otherCommune.id}&year=2025&purpose=kiem%20thu`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/households/:id': {
    prepare: writeHousehold,
    request: () => ({ method: 'GET', url: `/api/households/${householdOf(1)}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/exports/household-members': {
    prepare: writeHousehold,
    request: () => ({
      method: 'GET',
      url: `/api/exports/household-members?household=${householdOf(1)}&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/exports/household-members-closed': {
    prepare: writeHousehold,
    request: () => ({
      method: 'GET',
      url: `/api/exports/household-members-closed?household=${householdOf(1)}&purpose=kiem+thu&fields=ethnicity`,
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/households/:id/record': {
    prepare: writeHousehold,
    request: () => ({ method: 'GET', url: `/api/households/${householdOf(1)}/record` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/households/:id/reviews/:year': {
    prepare: writeHousehold,
    request: () => ({ method: 'GET', url: `/api/households/${householdOf(1)}/reviews/${YEAR}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/saved-views': {
    prepare: saveViewOfOwner,
    request: () => ({ method: 'GET', url: '/api/saved-views' }),
    expected: { hidden: () => ['Danh sách của người nhà'] },
  },
  'POST /api/saved-views': { open: 'keeps filters for the caller alone, nothing of any area' },
  'POST /api/saved-views/:id/removal': {
    prepare: saveViewOfOwner,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/saved-views/${SAVED_VIEW}/removal`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/households/identity-search': {
    prepare: writeHousehold,
    request: () => ({
      method: 'POST',
      url: '/api/households/identity-search',
      payload: { identityNumber: '046079001234' },
    }),
    expected: { hidden: () => [householdOf(1), HEAD] },
  },
  'POST /api/households/:id/disclosures': {
    prepare: writeHousehold,
    request: () => ({
      method: 'POST',
      url: `/api/households/${householdOf(1)}/disclosures`,
      payload: { reason: 'Đối chiếu thẻ', fields: ['identityNumber'] },
    }),
    expected: { refused: ['shared.not-found'] },
  },

  'POST /api/households': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/households',
      payload: {
        commandId: newId(),
        id: newId(),
        villageId: places.otherVillage.id,
        day,
        members: [{ personId: newId(), fullName: HEAD, relation: 'head' }],
      },
    }),
    expected: { refused: ['household.village-unknown'] },
  },
  'POST /api/households/bulk': {
    prepare: (world) => writeHousehold(world, 12),
    request: ({ newId }) => ({
      method: 'POST',
      url: '/api/households/bulk',
      payload: {
        commandId: newId(),
        attempt: true,
        households: [{ id: householdOf(12), version: 1 }],
        act: { kind: 'end', reason: 'movedAway', day },
      },
    }),
    expected: { hidden: () => ['"version":2'] },
  },
  'POST /api/households/:id/corrections': act(2, '/corrections', () => ({
    changes: { address: 'Cạnh chợ' },
  })),
  'POST /api/households/:id/moves': {
    ...act(3, '/moves', ({ places }) => ({ day, villageId: places.otherVillage.id })),
    prepare: async (world) => {
      await writeHousehold(world, 3);
      await world.database.withSession((session) =>
        session.query('update household_residence set village_id = 1 where household_id = $1', [
          householdOf(3),
        ]),
      );
    },
  },
  'POST /api/households/:id/splits': act(4, '/splits', ({ newId }) => ({
    day,
    newId: newId(),
    leaving: { [childOf(4)]: 'head' },
  })),
  'POST /api/households/:id/merges': act(5, '/merges', () => ({
    day,
    fromId: householdOf(55),
    fromVersion: 1,
  })),
  'POST /api/households/:id/end': act(6, '/end', () => ({ day, reason: 'movedAway' })),
  'POST /api/households/:id/flags/:flag': act(7, '/flags/merit', () => ({ value: true, reason: 'Bằng' })),
  'POST /api/households/:id/members': act(8, '/members', ({ newId }) => ({
    day,
    reason: 'born',
    member: { personId: newId(), fullName: 'Trần Út', relation: 'child' },
  })),
  'POST /api/households/:id/members/:personId/corrections': act(
    9,
    `/members/${childOf(9)}/corrections`,
    () => ({ changes: { fullName: 'Trần Văn Út' } }),
  ),
  'POST /api/households/:id/members/:personId/departure': act(
    10,
    `/members/${childOf(10)}/departure`,
    () => ({
      day,
      reason: 'died',
    }),
  ),
  'POST /api/households/:id/head': act(11, '/head', () => ({
    day,
    personId: childOf(11),
    former: { relation: 'parent' },
  })),

  'GET /api/duplicates': {
    prepare: (world) => writePair(world, 20),
    request: ({ places }) => ({ method: 'GET', url: `/api/duplicates?unit=${places.otherCommune.id}` }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/duplicates/file': {
    prepare: (world) => writePair(world, 20),
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/duplicates/file?unit=${places.otherCommune.id}&format=csv&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/duplicates/:id/:otherId': {
    prepare: (world) => writePair(world, 20),
    request: () => ({ method: 'GET', url: pairUrl(20) }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/duplicates/search': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/duplicates/search',
      payload: { commandId: newId(), unit: places.otherCommune.id },
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'POST /api/duplicates/:id/:otherId/dismissal': {
    prepare: (world) => writePair(world, 22),
    request: ({ newId }) => ({
      method: 'POST',
      url: `${pairUrl(22)}/dismissal`,
      payload: { commandId: newId(), version: 1, reason: 'Hai người khác nhau' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/duplicates/:id/:otherId/reopening': {
    prepare: (world) => writePair(world, 24, 'dismissed'),
    request: ({ newId }) => ({
      method: 'POST',
      url: `${pairUrl(24)}/reopening`,
      payload: { commandId: newId(), version: 1 },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/households/likenesses': {
    prepare: (world) => writeHousehold(world, 26),
    request: ({ places }) => ({
      method: 'POST',
      url: '/api/households/likenesses',
      payload: {
        villageId: places.otherVillage.id,
        members: [{ fullName: HEAD, relation: 'head', identityNumber: '046079001234' }],
      },
    }),
    expected: { refused: ['household.village-unknown'] },
  },
  'POST /api/households/:id/merges/:mergeId/undo': {
    prepare: async (world) => {
      await writeHousehold(world, 28);
      await writeHousehold(world, 29);
      const payload = { commandId: world.newId(), version: 1, day, fromId: householdOf(29), fromVersion: 1 };
      const merged = await world.owner({
        method: 'POST',
        url: `/api/households/${householdOf(28)}/merges`,
        payload,
      });
      mergeId = merged.json().mergeId;
    },
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/households/${householdOf(28)}/merges/${mergeId}/undo`,
      payload: { commandId: newId(), version: 2 },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};

let mergeId = '';
const pairUrl = (number: number) => `/api/duplicates/${householdOf(number)}/${householdOf(number + 1)}`;

/** Two households that someone found to be alike. */
async function writePair(world: World, number: number, state = 'proposed'): Promise<void> {
  await writeHousehold(world, number);
  await writeHousehold(world, number + 1);
  const { otherCommune, otherVillage } = world.places;
  await world.database.withSession((session) =>
    session.query(
      `insert into household_duplicate (origin_commune_id, household_id, other_id, other_origin, scope_path, kind, score,
         evidence, state, version, found_at)
       values ($1, $2, $3, $1, $4, 'household', 90, '[]', $5, 1, '2024-01-01') on conflict do nothing`,
      [otherCommune.id, householdOf(number), householdOf(number + 1), otherVillage.path, state],
    ),
  );
}
