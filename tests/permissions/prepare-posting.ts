import { upsertCases } from '../../apps/server/src/review/case/case.store.ts';
import { openPosting, planPosting } from '../../apps/server/src/review/posting/open-posting.ts';
import type { StoredPosting } from '../../apps/server/src/review/posting/posting.store.ts';
import type { World } from './world.ts';

export const POSTING_ROUND = { id: '00000000-0000-7000-8000-000000000281', year: 2024 };
/** Who surveyed the household first. */
export const FIRST = 'Hồ Văn Rà Soát';
const officer = {
  today: '2024-10-15',
  at: '2024-10-15T02:00:00.000Z',
  actor: 'Người nguoi.nha',
  accountId: null,
};

export const HEADS = ['Hoàng Thị Nga', 'Hồ Văn Ẩn', 'Nguyễn Hoàng Thị Phương Thảo Nguyên'] as const;
const caseId = (set: number, at: number) => `00000000-0000-7000-8000-0000000${28000 + set * 100 + at}`;

/** Three cases of "Xã Hương Phú" whose results its village meeting agreed to; more sets are more households. */
export async function prepareAgreedCases(world: World, set = 0): Promise<void> {
  const { database, places } = world;
  const { otherCommune, otherVillage } = places;
  await database.withSession((session) =>
    session.query(
      `insert into review_round (id, year, kind, commune_id, status, standard_id, standard_hash, reference_day,
         opened_on, source, demonstration, version, scope_path, procedure_id)
       values ($1, $2, 'PERIODIC', $3, 'OPEN', 'VN-2022', '', '2024-10-15', '2024-10-15', 'kiểm thử', false, 1, $4,
         'QD-24-2021') on conflict do nothing`,
      [POSTING_ROUND.id, POSTING_ROUND.year, otherCommune.id, otherCommune.path],
    ),
  );
  await upsertCases(
    database.db,
    HEADS.map((headName, at) => ({
      originCommuneId: otherCommune.id,
      id: caseId(set, at),
      roundId: POSTING_ROUND.id,
      householdOrigin: otherCommune.id,
      householdId: caseId(set, at + 50),
      villageId: otherVillage.id,
      year: POSTING_ROUND.year,
      scopePath: otherVillage.path,
      headName,
      // What must never be posted may stand in a case all the same.
      request: { form: '01', channel: 'office', asked: 'khuyết tật nặng, HIV, dân tộc Cơ Tu, 046199001234' },
      postingId: null,
      submissionId: null,
      decisionId: null,
      lastOn: '2024-10-14',
      version: 5,
      updatedAt: '2024-10-14T02:00:00Z',
      standing: {
        state: 'agreed',
        origin: 'record',
        roundKind: 'PERIODIC',
        requestedOn: null,
        opening: 'POOR',
        class: at === 1 ? 'NOT_POOR' : at === 0 ? 'POOR' : 'NEAR_POOR',
        verified: true,
        surveyedBy: FIRST,
        postingEndsOn: null,
        last: { act: 'agree', from: 'scored' },
      },
    })),
  );
}

const wantedOf = ({ places }: World) => ({
  roundId: POSTING_ROUND.id,
  villageId: places.otherVillage.id,
  acting: officer,
});

/** The hash of the list the village would post now. */
export const hashOfPlan = (world: World): Promise<string> =>
  world.database.db.transaction().execute(async (db) => {
    const planned = await planPosting(db as never, wantedOf(world));
    if (!planned.ok) throw new Error(planned.problem.code);
    return planned.value.hash;
  });

/** The posting of those cases. */
export async function prepareOpenPosting(world: World, set = 0): Promise<StoredPosting> {
  await prepareAgreedCases(world, set);
  const hash = await hashOfPlan(world);
  return world.database.db.transaction().execute(async (db) => {
    const opened = await openPosting(db as never, {
      ...wantedOf(world),
      hash,
      places: ['Nhà văn hóa thôn 2'],
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    return opened.value;
  });
}
