import type { EntryRow } from '@benvung/contract/review-entry';

/** Households that may be given apart from their village: those the round's list holds and that are still there. */
export const householdsToGive = (rows: readonly EntryRow[]): readonly EntryRow[] =>
  rows.filter(({ registered, state }) => registered && state !== 'gone');
