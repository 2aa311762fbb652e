import type { Day } from '../../shared/day.ts';
import { personSortKey } from '../../shared/vietnamese-text.ts';
import type { HouseholdClass } from '../../standard/household-class.ts';

/** What a village reads of a household: what it is, or what it left. */
export const POSTED_RESULTS = ['poor', 'nearPoor', 'exitedPoor', 'exitedNearPoor', 'neither'] as const;
export type PostedResult = (typeof POSTED_RESULTS)[number];

export interface PostedLine {
  readonly number: number;
  readonly head: string;
  readonly result: PostedResult;
}

/**
 * Everything the public may see of a posting. This is the one place that says so: the public page, the sheet, the
 * answers of the API and the hash are made of it and of nothing else. Health, HIV, disability, identity numbers, dates
 * of birth, ethnicity, points and answers have no field here (Nghị định 20/2021 Điều 8; Luật 91/2025/QH15).
 */
export interface PostedList {
  readonly village: string;
  readonly commune: string;
  readonly year: number;
  readonly from: Day;
  readonly until: Day;
  /** `HH:MM` in Việt Nam of the last day. */
  readonly closes: string;
  readonly lines: readonly PostedLine[];
  /** The day a wrong posting was taken down; the public then sees no line of it. */
  readonly withdrawnOn?: Day;
}

/** The names of its fields, for whoever checks a payload. */
export const POSTED_FIELDS: readonly string[] = [
  'village',
  'commune',
  'year',
  'from',
  'until',
  'closes',
  'lines',
  'withdrawnOn',
  'number',
  'head',
  'result',
];

/** What is put on the list of a case; null while its class is not determined. */
export function postedResultOf(
  opening: HouseholdClass | null,
  found: HouseholdClass | null,
): PostedResult | null {
  if (found === null || found === 'UNDETERMINED') return null;
  if (found === 'POOR') return 'poor';
  if (found === 'NEAR_POOR') return 'nearPoor';
  if (opening === 'POOR') return 'exitedPoor';
  return opening === 'NEAR_POOR' ? 'exitedNearPoor' : 'neither';
}

export interface CaseToPost {
  readonly id: string;
  readonly head: string;
  readonly opening: HouseholdClass | null;
  readonly class: HouseholdClass | null;
}

export interface NumberedCase extends PostedLine {
  readonly caseId: string;
}

/** Cases in the order of the sheet: by given name, as people look for themselves. Undetermined ones are left out. */
export function numberCases(cases: readonly CaseToPost[]): NumberedCase[] {
  return cases
    .flatMap(({ id, head, opening, class: found }) => {
      const result = postedResultOf(opening, found);
      return result === null ? [] : [{ id, head: head.trim(), result, key: personSortKey(head) }];
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, head, result }, at) => ({ caseId: id, number: at + 1, head, result }));
}

/** Picks field by field: whatever else an object carries stays behind. */
export const postedListOf = (list: PostedList): PostedList => ({
  village: list.village,
  commune: list.commune,
  year: list.year,
  from: list.from,
  until: list.until,
  closes: list.closes,
  lines: list.lines.map(({ number, head, result }) => ({ number, head, result })),
});

/** One text for one list; its sha-256 is the list's hash, which anyone can make again from the sheet. */
export function postedListText(list: PostedList): string {
  const { village, commune, year, from, until, closes, lines } = postedListOf(list);
  const head = [commune, village, String(year), from, `${until} ${closes}`];
  return [...head, ...lines.map(({ number, head: name, result }) => `${number}\t${name}\t${result}`)]
    .join('\n')
    .normalize('NFC');
}

export type PostingState = 'open' | 'over' | 'withdrawn';

/** A posting is closed by the clock, at the close of office of its last day, unless it was taken down. */
export const postingStateOf = (
  { until, closes, withdrawnOn }: Pick<PostedList, 'until' | 'closes' | 'withdrawnOn'>,
  now: { readonly today: Day; readonly time: string },
): PostingState => {
  if (withdrawnOn !== undefined) return 'withdrawn';
  return now.today > until || (now.today === until && now.time >= closes) ? 'over' : 'open';
};

/** File names carry no name of a person: village and day are on the notice board anyway. */
export const postingFileName = (code: string, from: Day): string => `niem-yet-${code}-${from}`;
