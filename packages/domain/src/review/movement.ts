import type { HouseholdClass } from '../standard/household-class.ts';
import type { ArrivalReason, ClosingState, GoneReason, OpeningState, ReviewRecord } from './review-record.ts';

/** The classes that have a movement table: POOR is table 2, NEAR_POOR is table 3 (regulations 9.4). */
export type ListedClass = 'POOR' | 'NEAR_POOR';

/** Columns of tables 2 and 3: 2 to 4 leave the class, 5 to 8 enter it. */
export const MOVEMENT_COLUMNS = [2, 3, 4, 5, 6, 7, 8] as const;
export type MovementColumn = (typeof MOVEMENT_COLUMNS)[number];

export type MovementKind =
  | 'stays'
  | 'memberGain'
  | 'memberLoss'
  | 'poorToNearPoor'
  | 'nearPoorToPoor'
  | 'povertyExit'
  | 'nearPovertyExit'
  | 'relapse'
  | 'nearPovertyRelapse'
  | 'newEntry'
  | 'movedOut'
  | 'movedIn'
  | 'split'
  | 'overlooked'
  | 'becomesUndetermined'
  | 'determined'
  | 'pending'
  | Exclude<GoneReason, 'movedAway'>
  | 'movedAway';

export interface Place {
  readonly communeId: number;
  readonly villageId: number;
}

/** What one movement adds to one column of one class's movement table, at one place. */
export interface Booking {
  readonly class: ListedClass;
  readonly column: MovementColumn;
  readonly households: number;
  readonly persons: number;
}

export interface Movement {
  readonly kind: MovementKind;
  readonly place: Place;
  readonly bookings: readonly Booking[];
}

interface State {
  readonly class: HouseholdClass;
  readonly persons: number;
}

type Group = ListedClass | 'OTHER' | 'UNDETERMINED';

/**
 * The movements of one household in one year, in the order they are booked: leaving and arriving between
 * villages first, with the class and size of the opening, then the change of class where it now lives, then
 * its change of size. Every sum of bookings satisfies opening − (2+3+4) + (5+6+7+8) − pending = closing for
 * households and persons (regulations 9.5).
 */
export function classifyMovement(record: ReviewRecord): readonly Movement[] {
  const { opening, closing } = record;
  if (opening === null) return closing === null ? [] : [arrival(record, closing)];
  if (closing === null) return [departure(record, opening)];
  const here: Place = { communeId: record.communeId, villageId: closing.villageId };
  return [...moveBetween(opening, here), ...changeOfClass(record, opening, closing, here)];
}

export const groupOf = (householdClass: HouseholdClass): Group =>
  householdClass === 'POOR' || householdClass === 'NEAR_POOR' || householdClass === 'UNDETERMINED'
    ? householdClass
    : 'OTHER';

export const isListed = (householdClass: HouseholdClass): householdClass is ListedClass =>
  householdClass === 'POOR' || householdClass === 'NEAR_POOR';

const placeOf = ({ communeId, villageId }: OpeningState): Place => ({ communeId, villageId });

function whole(state: State, column: MovementColumn): Booking[] {
  return isListed(state.class) ? [{ class: state.class, column, households: 1, persons: state.persons }] : [];
}

function departure({ goneReason }: ReviewRecord, opening: OpeningState): Movement {
  if (goneReason === null) return { kind: 'pending', place: placeOf(opening), bookings: [] };
  return { kind: goneReason, place: placeOf(opening), bookings: whole(opening, 4) };
}

function arrival(record: ReviewRecord, closing: ClosingState): Movement {
  const place: Place = { communeId: record.communeId, villageId: closing.villageId };
  const { kind, column } = entryOf(closing, record.arrivalReason);
  return { kind, place, bookings: whole(closing, column) };
}

const ENTRY_OF_REASON: Partial<Record<ArrivalReason, { kind: MovementKind; column: MovementColumn }>> = {
  movedIn: { kind: 'movedIn', column: 8 },
  split: { kind: 'split', column: 8 },
  onceOverlooked: { kind: 'overlooked', column: 8 },
};

/**
 * Into a listed class from outside it. The law names no look-back window: ever poor before makes a relapse
 * (regulations 9.5); ever listed before makes a return to near-poverty.
 */
function entryOf(
  closing: ClosingState,
  reason: ArrivalReason | null,
): { kind: MovementKind; column: MovementColumn } {
  const otherReason = reason === null ? undefined : ENTRY_OF_REASON[reason];
  if (otherReason !== undefined) return otherReason;
  if (closing.class === 'POOR' && (closing.oncePoor || reason === 'relapse'))
    return { kind: 'relapse', column: 6 };
  const onceListed = closing.oncePoor || closing.onceNearPoor || reason === 'relapse';
  if (closing.class === 'NEAR_POOR' && onceListed) return { kind: 'nearPovertyRelapse', column: 6 };
  return { kind: 'newEntry', column: 7 };
}

function moveBetween(opening: OpeningState, here: Place): Movement[] {
  const from = placeOf(opening);
  if (from.communeId === here.communeId && from.villageId === here.villageId) return [];
  return [
    { kind: 'movedOut', place: from, bookings: whole(opening, 4) },
    { kind: 'movedIn', place: here, bookings: whole(opening, 8) },
  ];
}

function changeOfClass(record: ReviewRecord, from: State, to: ClosingState, place: Place): Movement[] {
  const common = Math.min(from.persons, to.persons);
  const change = { place, ...booked(record, from, to, common) };
  const size: Movement[] = [];
  const whollyGone = groupOf(to.class) === 'UNDETERMINED' && groupOf(from.class) !== 'UNDETERMINED';
  if (isListed(from.class) && !whollyGone && from.persons > common)
    size.push(memberChange('memberLoss', place, from.class, from.persons - common));
  if (isListed(from.class) && isListed(to.class) && to.persons > common)
    size.push(memberChange('memberGain', place, to.class, to.persons - common));
  return [change, ...size];
}

function memberChange(
  kind: 'memberLoss' | 'memberGain',
  place: Place,
  listed: ListedClass,
  persons: number,
): Movement {
  const column = kind === 'memberLoss' ? 4 : 8;
  return { kind, place, bookings: [{ class: listed, column, households: 0, persons }] };
}

function booked(
  record: ReviewRecord,
  from: State,
  to: ClosingState,
  persons: number,
): { kind: MovementKind; bookings: readonly Booking[] } {
  const one = (listed: ListedClass, column: MovementColumn): Booking => ({
    class: listed,
    column,
    households: 1,
    persons,
  });
  const step = `${groupOf(from.class)}>${groupOf(to.class)}`;
  if (step === 'POOR>NEAR_POOR')
    return { kind: 'poorToNearPoor', bookings: [one('POOR', 2), one('NEAR_POOR', 5)] };
  if (step === 'NEAR_POOR>POOR')
    return { kind: 'nearPoorToPoor', bookings: [one('NEAR_POOR', 3), one('POOR', 5)] };
  if (step === 'POOR>OTHER') return { kind: 'povertyExit', bookings: [one('POOR', 3)] };
  if (step === 'NEAR_POOR>OTHER') return { kind: 'nearPovertyExit', bookings: [one('NEAR_POOR', 2)] };
  if (groupOf(from.class) === groupOf(to.class)) return { kind: 'stays', bookings: [] };
  if (groupOf(to.class) === 'UNDETERMINED') return { kind: 'becomesUndetermined', bookings: whole(from, 4) };
  if (groupOf(from.class) === 'UNDETERMINED') return { kind: 'determined', bookings: whole(to, 8) };
  const { kind, column } = entryOf(to, record.arrivalReason);
  return { kind, bookings: whole(to, column) };
}
