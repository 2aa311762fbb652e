import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideFinding, type FindingAct } from '@benvung/domain/review/quality/decide-finding';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { lockCasesOfHouseholds, type StoredCase } from '../case/case.store.ts';
import { type Acting, type CaseStepToTake, caseGroundOf, takeCaseSteps } from '../case/take-case-steps.ts';
import { findRoundById } from '../review-round.store.ts';
import { holdFinding, putFindings, type StoredFinding } from './finding.store.ts';

interface Told {
  readonly id: string;
  readonly version: number;
  readonly act: FindingAct;
  readonly reason: string;
  readonly acting: Acting;
}

/** An inspector explains a finding, sends its household back to be asked again, or takes either back. */
export async function actOnFinding(
  db: Db,
  { id, version, act, reason, acting }: Told,
): Promise<Result<StoredFinding, Problem<ReviewProblemCode | 'shared.not-found'>>> {
  const finding = await holdFinding(db, id);
  const round = finding === undefined ? undefined : await findRoundById(db, finding.roundId);
  if (finding === undefined || round === undefined) return refuse('shared.not-found');
  if (finding.version !== version) return refuse('review.finding-closed');
  const { householdId } = finding;
  const [subject] =
    householdId === null
      ? []
      : await lockCasesOfHouseholds(db, {
          originCommuneId: finding.originCommuneId,
          roundIds: [finding.roundId],
          householdIds: [householdId],
        });
  const decided = decideFinding(
    {
      state: finding.state,
      ofHousehold: householdId !== null,
      caseState: subject?.standing.state ?? null,
      roundOpen: round.status === 'OPEN',
    },
    act,
    reason,
  );
  if (!decided.ok) return decided;
  const step = subject === undefined ? null : stepOf(subject, finding, { act, reason });
  if (step !== null) {
    const ground = await caseGroundOf(db, round, acting);
    if (!ground.ok) return ground;
    const taken = await takeCaseSteps(ground.value, [step]);
    if (!taken.ok) return taken;
  }
  const next: StoredFinding = {
    ...finding,
    state: decided.value,
    reason,
    decidedBy: acting.actor,
    decidedOn: acting.today,
    version: finding.version + 1,
  };
  await putFindings(db, [next]);
  return ok(next);
}

/** Who is sent back goes to no meeting before it was asked again; taking that back lets it go there as it was. */
function stepOf(
  subject: StoredCase,
  { id, check }: StoredFinding,
  { act, reason }: Pick<Told, 'act' | 'reason'>,
): CaseStepToTake | null {
  const { state, last } = subject.standing;
  const evidence = { finding: id, check };
  if (act === 'sendBack' && (state === 'surveyed' || state === 'scored'))
    return { subject, act: { act: 'sendBack', reason }, evidence };
  return act === 'reopen' && last?.act === 'sendBack'
    ? { subject, act: { act: 'undo', reason }, evidence }
    : null;
}
