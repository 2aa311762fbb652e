import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';

export type AssignmentProblemCode =
  | 'review.assignment-nobody'
  | 'review.assignment-account-elsewhere'
  | 'review.assignment-household-elsewhere'
  | 'review.assignment-ended'
  | 'review.assignment-reason-missing'
  | 'review.assignment-none';

/** Who asks where: the whole village, or one household of it alone. */
export interface Assignment {
  readonly id: string;
  readonly villageId: number;
  readonly householdId: string | null;
  /** Null: a person without an account. */
  readonly accountId: string | null;
  readonly name: string;
}

/** One word for a person in findings and loads: the account, otherwise the name. */
export const enumeratorKey = ({ accountId, name }: Pick<Assignment, 'accountId' | 'name'>): string =>
  accountId ?? name;

interface Asked {
  readonly villageId: number;
  /** Null: the whole village. */
  readonly householdIds: readonly string[] | null;
  readonly accountId: string | null;
  readonly name: string;
  readonly reason: string;
}

interface Known {
  /** That stand now in the village. */
  readonly standing: readonly Assignment[];
  /** Of the round in the village. */
  readonly households: ReadonlySet<string>;
  /** Null when no account was named; whether it holds a role there. */
  readonly accountReaches: boolean | null;
}

export interface AssignmentStep {
  /** Assignments the new one takes the place of. */
  readonly ended: readonly Assignment[];
  /** Households of the new one; null: the village. */
  readonly given: readonly (string | null)[];
}

/**
 * A village has one enumerator, and a household that was given apart has its own: who is given either takes the place of
 * the one before, with the reason. Giving the village leaves households given apart with whom they were given to.
 */
export function decideAssignment(
  asked: Asked,
  { standing, households, accountReaches }: Known,
): Result<AssignmentStep, Problem<AssignmentProblemCode>> {
  if (asked.name.trim() === '') return refuse('review.assignment-nobody');
  if (accountReaches === false) return refuse('review.assignment-account-elsewhere');
  const given: readonly (string | null)[] = asked.householdIds ?? [null];
  if (given.some((id) => id !== null && !households.has(id)))
    return refuse('review.assignment-household-elsewhere');
  const same = (one: Assignment) => enumeratorKey(one) === enumeratorKey(asked);
  const concerned = standing.filter(({ householdId }) => given.includes(householdId));
  const ended = concerned.filter((one) => !same(one));
  if (ended.length > 0 && asked.reason.trim() === '') return refuse('review.assignment-reason-missing');
  const kept = new Set(concerned.filter(same).map(({ householdId }) => householdId));
  return ok({ ended, given: given.filter((id) => !kept.has(id)) });
}

/** Who is to ask a household: whom it was given to apart, otherwise whom its village was. */
export function assignedTo(
  assignments: readonly Assignment[],
): (household: { readonly householdId: string; readonly villageId: number }) => Assignment | null {
  const own = new Map(
    assignments.flatMap((one) => (one.householdId === null ? [] : [[one.householdId, one]])),
  );
  const ofVillage = new Map(
    assignments.flatMap((one) => (one.householdId === null ? [[one.villageId, one]] : [])),
  );
  return ({ householdId, villageId }) => own.get(householdId) ?? ofVillage.get(villageId) ?? null;
}
