import type { EntryRow } from '@benvung/contract/review-entry';

/**
 * Households that may be given apart from their village: those of the round's list that are still there, and those that
 * asked and nobody registered yet. A form somebody began of their own is no household of the list.
 */
export const householdsToGive = (rows: readonly EntryRow[]): readonly EntryRow[] =>
  rows.filter(({ registered, state }) => (registered ? state !== 'gone' : state === 'notBegun'));
