import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { objectionToForm, type RequestForm } from '@benvung/domain/review/request/request-form';
import { inPeriodicWindow } from '@benvung/domain/review/review-procedure';
import { yearOf } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { findUnitOn, type UnitOnDay } from '../../territory/territory.public.ts';
import { chooseRoundStandards, namedIn } from '../choose-round-standards.ts';
import { listLatestClasses } from '../household-reviews.store.ts';
import { procedureOn } from '../law/review-law.ts';
import { openRounds } from '../open-round.ts';
import { provinceCodesOf } from '../province-codes.ts';
import { findLatestRecord, findRecord } from '../review-record.store.ts';
import { listRoundsOfKindUnder, lockRound, type ReviewRound } from '../review-round.store.ts';
import { insertCaseEvents, lockCasesOfHouseholds, type StoredCase, upsertCases } from './case.store.ts';
import { type Acting, eventOf } from './take-case-steps.ts';

export interface RequestReceived {
  readonly commune: UnitOnDay;
  readonly village: UnitOnDay;
  readonly form: RequestForm;
  /** Null: not registered yet. */
  readonly household: { readonly originCommuneId: number; readonly id: string } | null;
  readonly head: string;
  readonly channel: string;
  readonly asked: string;
  /** The day it was handed in or sent, from which the law's days count; today unless told. */
  readonly askedOn?: string;
  readonly acting: Acting;
  readonly demonstration: boolean;
}

type Received = Promise<Result<StoredCase, Problem<ReviewProblemCode>>>;

/**
 * A household asks to be reviewed. In the window of the periodic review its request joins the commune's periodic round;
 * at any other time the ad hoc round of the year (QĐ 24/2021; regulations 2.3), which is opened with its first request.
 */
export async function receiveRequest(db: Db, received: RequestReceived): Received {
  const found = await roundFor(db, received);
  if (!found.ok) return found;
  const round = found.value;
  const { commune, village, household, acting, form } = received;
  const householdId = household?.id ?? newId();
  const there = await lockCasesOfHouseholds(db, {
    originCommuneId: round.communeId,
    roundIds: [round.id],
    householdIds: [householdId],
  });
  if (there.length > 0) return refuse('review.case-already-open', { case: there[0]!.id });
  const objection = objectionToForm(form, household === null ? [] : await listLatestClasses(db, household));
  if (objection !== null) return refuse(objection);
  const last = household === null ? undefined : await findLatestRecord(db, household, round.standardId);
  const one: StoredCase = {
    originCommuneId: round.communeId,
    id: newId(),
    roundId: round.id,
    householdOrigin: household?.originCommuneId ?? commune.id,
    householdId,
    villageId: village.id,
    year: round.year,
    scopePath: village.path,
    headName: received.head,
    request: { form, channel: received.channel, asked: received.asked },
    postingId: null,
    submissionId: null,
    decisionId: null,
    lastOn: acting.today,
    version: 1,
    updatedAt: acting.at,
    standing: {
      state: 'requested',
      origin: form === '04' ? 'form04' : 'form01',
      roundKind: round.kind,
      requestedOn: received.askedOn ?? acting.today,
      opening: last?.closing?.class ?? null,
      class: null,
      verified: false,
      surveyedBy: null,
      postingEndsOn: null,
      last: { act: 'receive', from: null },
    },
  };
  await upsertCases(db, [one]);
  const evidence = { form, channel: received.channel };
  await insertCaseEvents(db, [
    eventOf(acting, one, {
      act: 'receive',
      from: null,
      to: 'requested',
      reason: null,
      evidence,
      documentId: null,
    }),
  ]);
  return ok(one);
}

async function roundFor(
  db: Db,
  received: RequestReceived,
): Promise<Result<ReviewRound, Problem<ReviewProblemCode>>> {
  const { commune, village, acting, demonstration } = received;
  const { today } = acting;
  const year = yearOf(today);
  const { path } = commune;
  const periodic = await ownRound(db, village, { year, path, kind: 'PERIODIC' });
  const procedure = await procedureOn(db, today);
  if (!procedure.ok) return procedure;
  const open = periodic?.status === 'OPEN' && periodic.procedureId !== null;
  if (open && inPeriodicWindow(procedure.value.procedure, today)) return ok(periodic);
  if (periodic?.status === 'OPEN' && (await isOnList(db, periodic, received.household)))
    return refuse('review.household-on-list', { year: periodic.year });
  const ofYear = periodic === undefined || periodic.status === 'OPEN' ? year : year + 1;
  const adHoc = await ownRound(db, village, { year: ofYear, path, kind: 'AD_HOC' });
  if (adHoc !== undefined) return ok((await lockRound(db, adHoc.id)) ?? adHoc);
  const provinceCode = (await provinceCodesOf(db, [path], today))(path);
  const standards = chooseRoundStandards({ day: today, provinceCode });
  if (!standards.ok) return standards;
  const opened = await openRounds(db, {
    year: ofYear,
    kind: 'AD_HOC',
    communes: [{ communeId: commune.id, scopePath: path }],
    ...namedIn(standards.value),
    referenceDay: today,
    today,
    source: 'Rà soát thường xuyên',
    demonstration,
    procedure: { id: procedure.value.procedure.id, hash: procedure.value.hash },
    acting,
    carryOver: false,
  });
  return opened.ok ? ok(opened.value[0]!) : opened;
}

/** A household has one result a year and standard: what is on an open list is reviewed there. */
async function isOnList(
  db: Db,
  { id, standardId }: ReviewRound,
  household: RequestReceived['household'],
): Promise<boolean> {
  if (household === null) return false;
  return (await findRecord(db, { roundId: id, householdId: household.id, standardId })) !== undefined;
}

/** The round of a commune; of one that others became, that of the commune the village was in when it was opened. */
async function ownRound(
  db: Db,
  village: UnitOnDay,
  wanted: Parameters<typeof listRoundsOfKindUnder>[1],
): Promise<ReviewRound | undefined> {
  const rounds = await listRoundsOfKindUnder(db, wanted);
  if (rounds.length < 2) return rounds[0];
  for (const round of rounds) {
    const then = await findUnitOn(db, village.id, round.openedOn);
    if (then?.path.includes(`/${round.communeId}/`)) return round;
  }
  return rounds[0];
}
