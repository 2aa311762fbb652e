import type { HouseholdList } from '@benvung/contract/household';
import type { PlanHouseholds, putPlanHouseholds } from '@benvung/contract/plan-structure';
import { CAUSE_LABELS, WISH_LABELS } from '@benvung/domain/household/fact-labels';
import {
  checkAnnexSize,
  composeHouseholdAnnex,
  MOST_IN_ANNEX,
} from '@benvung/domain/plan/structure/compose-household-annex';
import { ok, type Result, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import { findHouseholds, listHouseholdsOfUnit } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { listReviewsOfHouseholds } from '../../review/review.public.ts';
import { findPovertyStandard, isLocalStandard } from '../../standard/standard.public.ts';
import type { PlanActor, PlanRefusal } from './act-on-plan.ts';
import type { StoredPlan } from './plan.store.ts';
import { countSolutions, listSolutions, putSolutions } from './plan-household.store.ts';

const PAGE_SIZE = 100;

type Row = PlanHouseholds['rows'][number];
type Reading = Pick<PlanActor, 'areas' | 'today'>;

/**
 * The poor households of a plan's area with what helps each and who is in charge: those of the last review before the
 * plan's first year, or of the latest one when that year has none.
 */
export async function readPlanHouseholds(
  db: Db,
  plan: StoredPlan,
  page: number,
  by: Reading,
): Promise<Result<PlanHouseholds, PlanRefusal>> {
  const listed = await listPoor(db, plan, { page, pageSize: PAGE_SIZE, ...by });
  if (!listed.ok) return listed;
  const { households, page: pages } = listed.value;
  const rows = await rowsOf(db, plan, households);
  return ok({ rows, decided: await countSolutions(db, plan.id), page: pages });
}

async function listPoor(
  db: Db,
  plan: StoredPlan,
  { page, pageSize, ...by }: Reading & { readonly page: number; readonly pageSize: number },
): Promise<Result<HouseholdList, PlanRefusal>> {
  const wanted = (year: number | null) =>
    listHouseholdsOfUnit(db, {
      unitId: plan.unitId,
      year,
      class: 'POOR',
      standard: null,
      movement: null,
      stage: null,
      unverified: false,
      typed: '',
      ordering: 'village',
      page,
      pageSize,
      areas: by.areas,
      today: by.today,
    });
  const before = await wanted(plan.yearFrom - 1);
  const listed = before.ok && before.value.page.total === 0 ? await wanted(null) : before;
  return listed.ok ? ok(listed.value) : refuse('shared.outside-area');
}

type Listed = { readonly id: string; readonly listCode: string | null; readonly head: string } & {
  readonly village: { readonly name: string };
  readonly year: number | null;
};

async function rowsOf(db: Db, plan: StoredPlan, households: readonly Listed[]): Promise<Row[]> {
  if (households.length === 0) return [];
  const stored = await findHouseholds(
    db,
    households.map(({ id }) => id),
  );
  const own = [...stored.values()];
  const reviews = await listReviewsOfHouseholds(db, own);
  const solutions = await listSolutions(db, plan.id, own);
  return households.flatMap(({ id, listCode, head, village, year }) => {
    const household = stored.get(id);
    if (household === undefined) return [];
    const review = (reviews.get(id) ?? []).findLast(
      ({ record }) => record.closing !== null && record.year === year && !isLocalStandard(record.standardId),
    );
    const closing = review?.record.closing ?? null;
    const indicators =
      review === undefined
        ? []
        : (findPovertyStandard(review.record.standardId, review.standardHash)?.standard.indicators ?? []);
    return [
      {
        householdId: id,
        originCommuneId: household.originCommuneId,
        code: listCode,
        head,
        village: village.name,
        lacks: indicators.flatMap(({ label, sensitive }, at) =>
          closing?.deprivations[at] === '1' && !sensitive ? [label.vi] : [],
        ),
        // Illness is health: it is closed, as it is on the household's own page.
        causes: (closing?.causes ?? []).flatMap((cause) =>
          cause === 'illness' ? [] : [CAUSE_LABELS[cause].vi],
        ),
        wishes: (closing?.wishes ?? []).map((wish) => WISH_LABELS[wish].vi),
        solution: solutions.get(id)?.solution ?? '',
        inCharge: solutions.get(id)?.inCharge ?? '',
      },
    ];
  });
}

type Decided = z.infer<typeof putPlanHouseholds>['rows'];

/** Sets down what helps households and who is in charge; all or none. */
export async function putHouseholdSolutions(
  db: Db,
  plan: StoredPlan,
  rows: Decided,
  by: PlanActor,
): Promise<Result<number, PlanRefusal>> {
  const stored = await findHouseholds(
    db,
    rows.map(({ householdId }) => householdId),
  );
  const checked = rows.flatMap((row) => {
    const household = stored.get(row.householdId);
    return household?.scopePath.startsWith(plan.scopePath) &&
      household.originCommuneId === row.originCommuneId
      ? [{ ...row, scopePath: household.scopePath }]
      : [];
  });
  if (checked.length !== rows.length) return refuse('plan.household-outside');
  await putSolutions(db, plan, checked, by);
  return ok(checked.length);
}

/**
 * The annex of a plan: each poor household by name and village, what helps it, who is in charge; nothing closed. Read in
 * one, so that no household is left out or twice when the list changes meanwhile.
 */
export async function householdAnnex(
  db: Db,
  plan: StoredPlan,
  by: Reading,
): Promise<Result<ReturnType<typeof composeHouseholdAnnex>[], PlanRefusal>> {
  const listed = await listPoor(db, plan, { page: 1, pageSize: MOST_IN_ANNEX, ...by });
  if (!listed.ok) return listed;
  const { households, page } = listed.value;
  const size = checkAnnexSize(page.total);
  if (!size.ok) return size;
  const rows = await rowsOf(db, plan, households);
  return ok(rows.length === 0 ? [] : [composeHouseholdAnnex(rows)]);
}
