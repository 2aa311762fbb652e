import type { duplicateDecided } from '@benvung/contract/household-duplicates';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { findDuplicate, putDuplicates } from './duplicate.store.ts';
import type { Acted } from './household-ground.ts';

interface Decision {
  readonly id: string;
  readonly otherId: string;
  readonly version: number;
  readonly to: 'dismissed' | 'proposed';
  readonly reason: string | null;
}

/** A person says that two households are two, or takes that back; what speaks for the pair stays. */
export async function decideDuplicate(
  { db, clock, principal, audit }: RouteContext<readonly ['officer']>,
  { id, otherId, version, to, reason }: Decision,
): Acted<z.output<typeof duplicateDecided>> {
  const pair = await findDuplicate(db, id, otherId);
  if (pair === undefined) return refuse('shared.not-found');
  const from = to === 'dismissed' ? 'proposed' : 'dismissed';
  if (pair.version !== version || pair.state !== from) return refuse('household.duplicate-decided');
  const decided =
    to === 'dismissed'
      ? { decidedAt: clock.now(), decidedBy: principal.fullName, reason, decidedScore: pair.score }
      : { decidedAt: null, decidedBy: null, reason: null, decidedScore: null };
  await putDuplicates(db, [{ ...pair, ...decided, state: to, version: version + 1 }]);
  audit({
    act: to === 'dismissed' ? 'household.dismiss-duplicate' : 'household.reopen-duplicate',
    subject: { kind: 'household', id: pair.householdId },
    scopePath: pair.scopePath,
    detail: { other: pair.otherId, ...(reason === null ? {} : { reason }) },
  });
  return ok({ version: version + 1, state: to });
}
