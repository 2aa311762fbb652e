import type { HouseholdClass } from '../../standard/household-class.ts';

/** Who takes part in a village meeting (QĐ 24/2021; regulations 2.2, step 3); the Fatherland Front supervises. */
export const ATTENDEE_KINDS = [
  'reviewedHouseholds',
  'otherHouseholds',
  'committee',
  'povertyOfficer',
  'partyCell',
  'massOrganisations',
  'enumerators',
  'fatherlandFront',
] as const;
export type AttendeeKind = (typeof ATTENDEE_KINDS)[number];
export type Attendance = Readonly<Partial<Record<AttendeeKind, number>>>;

/** All who attend; the share of those agreeing is counted from it. */
export const presentOf = (attendance: Attendance): number =>
  ATTENDEE_KINDS.reduce((sum, kind) => sum + (attendance[kind] ?? 0), 0);

export type MeetingProblemCode =
  | 'review.meeting-over'
  | 'review.meeting-changed'
  | 'review.meeting-open-already'
  | 'review.meeting-votes-missing'
  | 'review.meeting-no-one'
  | 'review.meeting-result-changed';

interface OnAgenda {
  readonly opening: HouseholdClass | null;
  readonly class: HouseholdClass | null;
}

const isListed = (of: HouseholdClass | null) => of === 'POOR' || of === 'NEAR_POOR';

/** What the meeting looks at first: who is new on the list, who leaves it, who changes; then who stays as before. */
export function agendaRank({ opening, class: of }: OnAgenda): number {
  if (opening === of) return 3;
  if (!isListed(opening)) return 0;
  return isListed(of) ? 2 : 1;
}

/** The least number agreeing with which a result stands. */
export const votesNeeded = (present: number, percent: number): number => Math.ceil((present * percent) / 100);
