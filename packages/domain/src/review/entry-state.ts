import type { HouseholdClass } from '../standard/household-class.ts';
import type { GoneReason, ReviewStage } from './review-record.ts';

/** Where typing a household's form stands; "nobody has begun" never looks like "begun and incomplete". */
export const ENTRY_STATES = ['notBegun', 'inProgress', 'done', 'toLookAt', 'gone'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export interface EntryKnown {
  readonly stage: ReviewStage;
  readonly goneReason: GoneReason | null;
  readonly class: HouseholdClass | null;
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  /** Someone has typed of it and not recorded it. */
  readonly hasDraft: boolean;
  /** Between the paper and what was computed, or among the answers. */
  readonly disagreements: number;
}

export function entryState(known: EntryKnown): EntryState {
  if (known.goneReason !== null) return 'gone';
  if (known.hasDraft) return 'inProgress';
  const typed = known.incomeScore !== null || known.deprivationScore !== null;
  if (known.class === null) return typed || known.stage === 'surveyed' ? 'inProgress' : 'notBegun';
  if (known.class === 'UNDETERMINED') return 'inProgress';
  return known.disagreements > 0 ? 'toLookAt' : 'done';
}
