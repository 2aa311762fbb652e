import type { PovertyCause, SupportWish } from '../household/household-facts.ts';
import type { HouseholdClass } from '../standard/household-class.ts';
import type { GoneReason, HouseholdFlags, ReviewRecord } from './review-record.ts';

/** One thing that a correction (đính chính) says otherwise than the result before it. */
export type CorrectionChange =
  | { readonly what: 'class'; readonly from: HouseholdClass | null; readonly to: HouseholdClass | null }
  | { readonly what: 'gone'; readonly reason: GoneReason }
  | { readonly what: 'persons'; readonly from: number; readonly to: number }
  | { readonly what: 'flag'; readonly flag: keyof HouseholdFlags; readonly holds: boolean }
  | { readonly what: 'cause'; readonly cause: PovertyCause; readonly added: boolean }
  | { readonly what: 'wish'; readonly wish: SupportWish; readonly added: boolean };

/** What differs, the class first; `before` is null where there was no result to correct. */
export function correctionChanges(before: ReviewRecord | null, after: ReviewRecord): CorrectionChange[] {
  const [was, is] = [before?.closing ?? null, after.closing];
  const changes: CorrectionChange[] = [];
  if (was?.class !== is?.class)
    changes.push({ what: 'class', from: was?.class ?? null, to: is?.class ?? null });
  if (is === null && after.goneReason !== null) changes.push({ what: 'gone', reason: after.goneReason });
  if (was === null || is === null) return changes;
  if (was.persons !== is.persons) changes.push({ what: 'persons', from: was.persons, to: is.persons });
  for (const flag of Object.keys(is.flags) as (keyof HouseholdFlags)[])
    if (is.flags[flag] !== was.flags[flag]) changes.push({ what: 'flag', flag, holds: is.flags[flag] });
  for (const { value: cause, added } of movedIn(was.causes, is.causes))
    changes.push({ what: 'cause', cause, added });
  for (const { value: wish, added } of movedIn(was.wishes, is.wishes))
    changes.push({ what: 'wish', wish, added });
  return changes;
}

const movedIn = <Value>(was: readonly Value[], is: readonly Value[]): { value: Value; added: boolean }[] => [
  ...is.filter((value) => !was.includes(value)).map((value) => ({ value, added: true })),
  ...was.filter((value) => !is.includes(value)).map((value) => ({ value, added: false })),
];
