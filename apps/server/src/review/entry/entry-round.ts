import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { EntryView } from '@benvung/contract/review-entry';
import type { AreaType } from '@benvung/domain/household/household-facts';
import { decideRoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { CompiledQuestionnaire } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import { findQuestionnaire } from '@benvung/regulations/find-questionnaire';
import type { Db } from '../../platform/database/database.ts';
import { regulations } from '../../standard/standard.public.ts';
import { findUnitOn, listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { findRoundById, type ReviewRound } from '../review-round.store.ts';

/** A round that forms are typed for, with where and by what it asks. */
export interface EntryRound {
  readonly round: ReviewRound;
  readonly commune: UnitOnDay;
  readonly areaType: AreaType;
}

type Found<Value> = Promise<Result<Value, Problem<ProblemCode>>>;

export async function findEntryRound(db: Db, roundId: string, today: string): Found<EntryRound> {
  const round = await findRoundById(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const commune =
    (await findUnitOn(db, round.communeId, round.referenceDay)) ??
    (await listLastKnownUnits(db, [round.communeId], today)).get(round.communeId);
  if (commune === undefined) return refuse('shared.not-found');
  return ok({ round, commune, areaType: commune.areaType ?? 'rural' });
}

/** The same, for typing into it: refused unless it is open. */
export async function findOpenEntryRound(db: Db, roundId: string, today: string): Found<EntryRound> {
  const found = await findEntryRound(db, roundId, today);
  if (!found.ok) return found;
  const allowed = decideRoundAct(found.value.round.status, 'putRecord');
  return allowed.ok ? found : allowed;
}

/** The questionnaire of the round's own standard, in the version that was asked with. */
export function questionnaireOf(
  { standardId }: ReviewRound,
  hash?: string,
): Result<CompiledQuestionnaire, Problem<ProblemCode>> {
  const found = findQuestionnaire(regulations(), standardId, hash);
  return found === undefined ? refuse('review.questionnaire-unknown', { standard: standardId }) : ok(found);
}

export const viewOfEntryRound = ({ round, commune, areaType }: EntryRound): EntryView['round'] => ({
  id: round.id,
  year: round.year,
  status: round.status as EntryView['round']['status'],
  standardId: round.standardId,
  surveyDay: round.referenceDay,
  areaType,
  commune: { id: commune.id, code: commune.code, level: commune.level, name: commune.name },
});
