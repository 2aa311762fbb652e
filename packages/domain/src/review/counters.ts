import { HOUSEHOLD_CLASSES, type HouseholdClass } from '../standard/household-class.ts';
import { classifyMovement, isListed } from './movement.ts';
import type { ClosingState, HouseholdFlags, ReviewRecord } from './review-record.ts';

/**
 * What a record adds to one measure of one village. Every count of the fifteen tables is a sum of these.
 * Measures: `opening`, `closing`, `pending`, `movement.2` … `movement.8`, `deprived.01` … `deprived.12` and
 * `deprived.sum`, `target.*`, `ethnic.01` … `ethnic.unknown`, `cause.*`, `children.*`, `stage.*`,
 * `provisional`, `unverified`. In `children.*` persons are children, in `deprived.sum` they are deprivations.
 */
export interface Contribution {
  readonly communeId: number;
  /** 0 when the village is not known. */
  readonly villageId: number;
  readonly measure: string;
  readonly class: HouseholdClass;
  readonly households: number;
  readonly persons: number;
}

const TARGET_FLAGS = [
  'minority',
  'localMinority',
  'noLabourCapacity',
  'merit',
  'femaleHead',
  'socialAssistance',
] as const satisfies readonly (keyof HouseholdFlags)[];

export function countersOf(record: ReviewRecord): Contribution[] {
  const out: Contribution[] = [];
  const { opening, closing } = record;
  const add = (
    place: { communeId: number; villageId: number },
    measure: string,
    [householdClass, households, persons]: readonly [HouseholdClass, number, number],
  ) => {
    const { communeId, villageId } = place;
    out.push({ communeId, villageId, measure, class: householdClass, households, persons });
  };
  if (opening !== null) add(opening, 'opening', [opening.class, 1, opening.persons]);
  for (const { kind, place, bookings } of classifyMovement(record)) {
    if (kind === 'pending' && opening !== null) add(place, 'pending', [opening.class, 1, opening.persons]);
    for (const booking of bookings)
      add(place, `movement.${booking.column}`, [booking.class, booking.households, booking.persons]);
  }
  const last = closing ?? opening;
  if (last === null) return out;
  const communeId = closing === null && opening !== null ? opening.communeId : record.communeId;
  const place = { communeId, villageId: last.villageId };
  add(place, `stage.${record.stage}`, [last.class, 1, last.persons]);
  if (closing === null) return out;
  for (const [measure, households, persons] of closingMeasures(record, closing))
    add(place, measure, [closing.class, households, persons]);
  return out;
}

type Measured = readonly [measure: string, households: number, persons: number];

function closingMeasures(record: ReviewRecord, closing: ClosingState): Measured[] {
  const { persons } = closing;
  const out: Measured[] = [['closing', 1, persons]];
  if (record.stage !== 'recognised') out.push(['provisional', 1, persons]);
  if (!record.verified) out.push(['unverified', 1, persons]);
  if (!isListed(closing.class)) return out;
  for (const measure of listedMeasures(closing)) out.push([measure, 1, persons]);
  const deprivations = countDeprivations(closing.deprivations);
  if (deprivations > 0) out.push(['deprived.sum', 1, deprivations]);
  if (closing.children > 0) out.push(['children.total', 1, closing.children]);
  if (closing.childrenDeprivedOfHealth > 0)
    out.push(['children.health', 1, closing.childrenDeprivedOfHealth]);
  if (closing.childrenDeprivedOfEducation > 0)
    out.push(['children.education', 1, closing.childrenDeprivedOfEducation]);
  return out;
}

export function countDeprivations(pattern: string): number {
  let count = 0;
  for (const letter of pattern) if (letter === '1') count += 1;
  return count;
}

function* listedMeasures({ deprivations, flags, headEthnicity, causes }: ClosingState): Generator<string> {
  for (let at = 0; at < deprivations.length; at++)
    if (deprivations[at] === '1') yield `deprived.${at < 9 ? '0' : ''}${at + 1}`;
  for (const flag of TARGET_FLAGS) if (flags[flag]) yield `target.${flag}`;
  if (!flags.minority && !flags.noLabourCapacity && !flags.merit) yield 'target.none';
  yield `ethnic.${headEthnicity ?? 'unknown'}`;
  for (const cause of new Set(causes)) yield `cause.${cause}`;
}

/** Households and persons of each class, in the order of `HOUSEHOLD_CLASSES`: h, p, h, p, … */
export type Figures = number[];
const FIGURE_LENGTH = HOUSEHOLD_CLASSES.length * 2;
const CLASS_AT = new Map(HOUSEHOLD_CLASSES.map((each, at) => [each, at * 2]));

export const emptyFigures = (): Figures => new Array<number>(FIGURE_LENGTH).fill(0);
export const householdsIn = (figures: Figures | undefined, of: HouseholdClass): number =>
  figures?.[CLASS_AT.get(of)!] ?? 0;
export const personsIn = (figures: Figures | undefined, of: HouseholdClass): number =>
  figures?.[CLASS_AT.get(of)! + 1] ?? 0;

/** The counters of one line: a village of a commune, or with `villageId` 0 the commune itself. */
export interface CounterLine {
  readonly year: number;
  readonly standardId: string;
  readonly communeId: number;
  readonly villageId: number;
  readonly figures: Map<string, Figures>;
}

export type Counters = Map<string, CounterLine>;

/** The definition of every kept aggregate: the sum of what the records add, in village and commune lines. */
export function foldCounters(records: Iterable<ReviewRecord>): Counters {
  const counters: Counters = new Map();
  for (const record of records) addToCounters(counters, record, 1);
  return counters;
}

/** What putting `after` in the place of `before` changes; nothing stays that did not change. */
export function diffCounters(before: readonly ReviewRecord[], after: readonly ReviewRecord[]): Counters {
  const counters: Counters = new Map();
  for (const record of before) addToCounters(counters, record, -1);
  for (const record of after) addToCounters(counters, record, 1);
  return withoutZeros(counters);
}

/** Adds a record to running counters, or with −1 takes it away. */
export function addToCounters(counters: Counters, record: ReviewRecord, sign: 1 | -1): void {
  for (const contribution of countersOf(record)) {
    addToLine(counters, record, contribution, { villageId: 0, sign });
    if (contribution.villageId !== 0)
      addToLine(counters, record, contribution, { villageId: contribution.villageId, sign });
  }
}

function addToLine(
  counters: Counters,
  { year, standardId }: ReviewRecord,
  contribution: Contribution,
  { villageId, sign }: { villageId: number; sign: 1 | -1 },
): void {
  const { communeId, measure } = contribution;
  const key = `${year}|${standardId}|${communeId}|${villageId}`;
  let line = counters.get(key);
  if (line === undefined) {
    line = { year, standardId, communeId, villageId, figures: new Map() };
    counters.set(key, line);
  }
  let figures = line.figures.get(measure);
  if (figures === undefined) {
    figures = emptyFigures();
    line.figures.set(measure, figures);
  }
  const at = CLASS_AT.get(contribution.class)!;
  figures[at]! += sign * contribution.households;
  figures[at + 1]! += sign * contribution.persons;
}

/** The same counters without measures that sum to nothing, as they are kept and compared. */
export function withoutZeros(counters: Counters): Counters {
  for (const [key, line] of counters) {
    for (const [measure, figures] of line.figures)
      if (figures.every((value) => value === 0)) line.figures.delete(measure);
    if (line.figures.size === 0) counters.delete(key);
  }
  return counters;
}

/** Adds `more` to `sum`, class by class. */
export function addFigures(sum: Figures, more: Figures): void {
  for (let at = 0; at < FIGURE_LENGTH; at++) sum[at]! += more[at] ?? 0;
}
