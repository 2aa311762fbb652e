import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { type ActGround, correctMember } from '../../household/household.public.ts';
import { findBatch } from '../batches/batch.store.ts';
import {
  findHouseholdVersion,
  lockDifference,
  type StoredDifference,
  writeDecision,
} from './comparison.store.ts';

export interface DifferenceDecision {
  readonly batchId: string;
  readonly commandId: string;
  readonly number: number;
  readonly decision: 'theirs' | 'ours' | 'later';
  readonly reason: string;
  readonly by: string;
}

export interface Decided {
  readonly difference: StoredDifference;
  readonly scopePath: string;
}

/**
 * A person decides one difference: theirs is a correction of the member, with its history and source; keeping ours
 * needs a reason. Nothing is ever taken over by itself.
 */
export async function decideDifference(
  ground: ActGround,
  { batchId, commandId, number, decision, reason, by }: DifferenceDecision,
): Promise<Result<Decided, Problem<ProblemCode>>> {
  const { db, at } = ground;
  const batch = await findBatch(db, batchId);
  if (batch === undefined || batch.kind !== 'comparison') return refuse('shared.not-found');
  const difference = await lockDifference(db, batchId, number);
  if (difference === undefined) return refuse('shared.not-found');
  if (difference.decision === 'theirs') return refuse('exchange.difference-taken');
  if (decision === 'ours' && reason.length < 3) return refuse('household.reason-missing');
  if (decision === 'theirs') {
    const taken = await takeTheirs(ground, commandId, difference, batch.fileName);
    if (!taken.ok) return taken;
  }
  await writeDecision(db, batchId, number, { decision, reason, by, at });
  const after = await lockDifference(db, batchId, number);
  return ok({ difference: after ?? difference, scopePath: batch.scopePath });
}

async function takeTheirs(
  ground: ActGround,
  commandId: string,
  { householdId, personId, theirs, fields }: StoredDifference,
  fileName: string,
): Promise<Result<null, Problem<ProblemCode>>> {
  if (householdId === null || personId === null || theirs === null)
    return refuse('exchange.difference-not-one');
  const version = await findHouseholdVersion(ground.db, householdId);
  if (version === undefined) return refuse('shared.not-found');
  const told = theirs as unknown as Readonly<Record<string, unknown>>;
  const changes = Object.fromEntries(fields.map((field) => [field, told[field]]));
  const corrected = await correctMember(ground, {
    commandId,
    id: householdId,
    personId,
    version,
    changes: changes as never,
    source: `Đối chiếu dân cư: ${fileName}`,
  });
  return corrected.ok ? ok(null) : corrected;
}
