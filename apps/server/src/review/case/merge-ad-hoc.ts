import { isConcluded } from '@benvung/domain/review/case/case-state';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { listRecordsOfCommunes, type StoredReviewRecord } from '../review-record.store.ts';
import { listRoundsOfCommunes, type ReviewRound, updateRoundStatus } from '../review-round.store.ts';
import { insertCaseEvents, listCasesOfRound, upsertCases } from './case.store.ts';
import { type Acting, eventOf } from './take-case-steps.ts';

export interface MergedAdHoc {
  /** Records of the ad hoc round that go on in the periodic one, to be written under it. */
  readonly records: readonly StoredReviewRecord[];
  /** Households with an ad hoc result of the year: last year's result does not open them again. */
  readonly households: ReadonlySet<string>;
}

type Merged = Promise<Result<MergedAdHoc, Problem<ReviewProblemCode>>>;

/**
 * When the periodic round of a commune opens, its ad hoc round of the year ends: cases without a decision go on in the
 * periodic round, households recognised in the year are on its list, who left or was refused is not (regulations 2.3).
 */
export async function mergeAdHoc(db: Db, round: ReviewRound, acting: Acting): Merged {
  const [adHoc] = await listRoundsOfCommunes(db, round.year, [round.communeId], 'AD_HOC');
  if (adHoc === undefined) return ok({ records: [], households: new Set() });
  const cases = await listCasesOfRound(db, { originCommuneId: round.communeId, roundId: adHoc.id });
  const going =
    round.procedureId === null ? [] : cases.filter(({ standing }) => !isConcluded(standing.state));
  const moved = going.map((one) => ({
    ...one,
    roundId: round.id,
    version: one.version + 1,
    updatedAt: acting.at,
    standing: { ...one.standing, roundKind: round.kind, last: { act: 'merge' as const, from: null } },
  }));
  await upsertCases(db, moved);
  await insertCaseEvents(
    db,
    moved.map((one) =>
      eventOf(acting, one, {
        act: 'merge',
        from: one.standing.state,
        to: one.standing.state,
        reason: null,
        evidence: {},
        documentId: null,
      }),
    ),
  );
  const records = (await listRecordsOfCommunes(db, round.year, [round.communeId])).filter(
    ({ roundId }) => roundId === adHoc.id,
  );
  const open = new Set(going.map(({ householdId }) => householdId));
  const listed = records.filter(
    ({ householdId, stage, closing }) =>
      open.has(householdId) ||
      (stage === 'recognised' && (closing?.class === 'POOR' || closing?.class === 'NEAR_POOR')),
  );
  await updateRoundStatus(db, adHoc.id, { status: 'CLOSED', closedOn: acting.today, lockedOn: null });
  return ok({
    records: listed.map((record) => ({
      ...record,
      roundId: round.id,
      stage: record.stage === 'recognised' ? 'listed' : record.stage,
    })),
    households: new Set(records.map(({ householdId }) => householdId)),
  });
}
