import type { Interview } from '@benvung/contract/review-entry';
import { assignedTo, enumeratorKey } from '@benvung/domain/review/assignment/decide-assignment';
import { isFirst, type Verifier } from '@benvung/domain/review/grievance/decide-grievance-act';
import type { Db } from '../../platform/database/database.ts';
import { listAssignments } from '../assignment/assignment.store.ts';
import type { Survey } from '../case/follow-records-in-cases.ts';
import { listDisputed } from '../grievance/disputed.store.ts';
import { findAccountName } from '../grievance/grievance.store.ts';
import type { ReviewRound } from '../review-round.store.ts';
import { listVisitsToCorrect } from './visitor.store.ts';

/** Who stands on a form as the one who was at the house. */
export type NamedVisitor = Pick<Interview, 'enumeratorId' | 'enumerator'>;

interface Visited {
  readonly round: Pick<ReviewRound, 'id' | 'communeId'>;
  readonly households: readonly { readonly householdId: string; readonly told: NamedVisitor | undefined }[];
  readonly typist: Verifier;
}

/**
 * Whoever the form names was at the house; where it names nobody, whom a grievance sent there again, or who was there when the
 * form was typed before, or whom the household was given to, and only where it was given to nobody who types. Whoever was there first is told by the same key again,
 * whether the form names the account or the person.
 */
export async function whoVisited(db: Db, { round, households, typist }: Visited): Promise<Survey> {
  const given = assignedTo((await listAssignments(db, round.id)).filter(({ endedOn }) => endedOn === null));
  const again = await listDisputed(db, {
    originCommuneId: round.communeId,
    roundId: round.id,
    householdIds: households.map(({ householdId }) => householdId),
  });
  const before = await listVisitsToCorrect(db, {
    roundId: round.id,
    householdIds: households.map(({ householdId }) => householdId),
  });
  const named = new Map<string, Verifier>();
  for (const { householdId, told } of households) {
    const one = await namedOn(db, told);
    if (one !== null) named.set(householdId, one);
  }
  return (household) => {
    const { householdId } = household;
    const dispute = again.get(householdId);
    const told = named.get(householdId) ?? dispute?.verifier;
    const known = before.get(householdId);
    if (told === undefined && known !== undefined) return known;
    const visitor = told ?? given(household) ?? typist;
    const { name } = visitor;
    return dispute?.first != null && isFirst(visitor, [dispute.first])
      ? { key: dispute.surveyedBy, name }
      : { key: enumeratorKey(visitor), name };
  };
}

async function namedOn(db: Db, told: NamedVisitor | undefined): Promise<Verifier | null> {
  if (told === undefined) return null;
  const { enumeratorId, enumerator } = told;
  if (enumeratorId !== null)
    return { accountId: enumeratorId, name: (await findAccountName(db, enumeratorId)) ?? '' };
  return enumerator === null || enumerator === '' ? null : { accountId: null, name: enumerator };
}
