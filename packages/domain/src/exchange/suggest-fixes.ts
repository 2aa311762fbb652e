import { addDays, addMonths, isValidDay, makeDay, writtenDay } from '../shared/day.ts';
import type { ExchangeIssue } from './exchange-issue.ts';
import { nearestWords } from './nearest-words.ts';
import type { ExchangeProblemCode } from './problems.ts';

/** A way out a person can take by one press: a value, the year alone, nothing at all. */
export interface SuggestedFix {
  readonly kind: 'value' | 'yearOnly' | 'blank';
  readonly to: string;
}

interface KnownWords {
  /** Names of ethnic groups. */
  readonly ethnicities: readonly string[];
  readonly relations: readonly string[];
}

const BLANK: SuggestedFix = { kind: 'blank', to: '' };
const value = (to: string): SuggestedFix => ({ kind: 'value', to });

/** What may be put in a cell instead, the likeliest first; nothing where only the person can know. */
export function suggestFixes(
  { code, detail }: Pick<ExchangeIssue, 'code' | 'detail'>,
  words: KnownWords,
): SuggestedFix[] {
  const text = String(detail.value ?? '');
  const suggest = SUGGESTIONS[code];
  return suggest === undefined ? [] : distinct(suggest(text, detail, words), text);
}

type Suggest = (text: string, detail: ExchangeIssue['detail'], words: KnownWords) => SuggestedFix[];

const SUGGESTIONS: Partial<Record<ExchangeProblemCode, Suggest>> = {
  'exchange.day-not-real': (text) => [...realDays(text), ...yearOf(text), BLANK],
  'exchange.day-not-readable': (text) => [...likelyDays(text), ...yearOf(text), BLANK],
  'exchange.day-in-future': (text) => [...centuryBefore(text), BLANK],
  'exchange.number-not-readable': (text) => [...digitsOf(text), BLANK],
  'exchange.number-out-of-range': () => [BLANK],
  'exchange.ethnicity-unknown': (text, _detail, { ethnicities }) => [...nearest(text, ethnicities), BLANK],
  'exchange.relation-unknown': (text, _detail, { relations }) => nearest(text, relations),
  'exchange.word-unknown': (text, { word = '', words = '' }) => [
    ...nearestWords(String(word), String(words).split(', ')).map((near) =>
      value(text.includes(String(word)) ? text.replace(String(word), near) : near),
    ),
    BLANK,
  ],
  'exchange.commune-unknown': (_text, detail) => nearest(String(detail.commune ?? ''), listOf(detail.near)),
  'exchange.text-too-long': (text, detail) => [value(text.slice(0, Number(detail.longest ?? 0)).trim())],
  'exchange.birth-in-two-columns': () => [BLANK],
  'exchange.class-and-gone': () => [BLANK],
  'exchange.rows-disagree': (_text, detail) => [value(String(detail.first ?? ''))],
  'exchange.no-head': () => [value('Chủ hộ')],
  'exchange.age-differs': () => [BLANK],
};

function distinct(fixes: readonly SuggestedFix[], text: string): SuggestedFix[] {
  const seen = new Set<string>([text]);
  return fixes.filter(({ to }) => !seen.has(to) && seen.add(to));
}

const listOf = (near: string | number | undefined): string[] =>
  near === undefined || near === '' ? [] : String(near).split('; ');

const nearest = (text: string, known: readonly string[]): SuggestedFix[] =>
  nearestWords(text, known).map(value);

const DAY_PARTS = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{2}|\d{4})$/u;
/** The day, or the last of its month when the month is shorter. */
const written = (year: number, month: number, date: number): SuggestedFix[] => {
  const asked = makeDay(year, month, date);
  const day = isValidDay(asked) ? asked : addDays(addMonths(makeDay(year, month, 1), 1), -1);
  return [value(writtenDay(day))];
};

/** 30/02/1985 → 28/02/1985; 12/25/1985, where month and day changed places, → 25/12/1985. */
function realDays(text: string): SuggestedFix[] {
  const found = DAY_PARTS.exec(text);
  if (found === null) return [];
  const [date, month, year] = found.slice(1).map(Number) as [number, number, number];
  if (month >= 1 && month <= 12 && date >= 1) return written(year, month, date);
  return date >= 1 && date <= 12 && month >= 1 && month <= 31 ? written(year, date, month) : [];
}

/** 15/3/85, 15 03 1985. */
function likelyDays(text: string): SuggestedFix[] {
  const found = DAY_PARTS.exec(text.trim());
  if (found === null) return [];
  const [date, month, year] = found.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || date < 1) return [];
  const full = year > 99 ? year : year > 30 ? 1900 + year : 2000 + year;
  return written(full, month, date);
}

function yearOf(text: string): SuggestedFix[] {
  const year = /(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/u.exec(text)?.[1];
  return year === undefined ? [] : [{ kind: 'yearOnly', to: year }];
}

/** 2061 for somebody born in 1961. */
const centuryBefore = (text: string): SuggestedFix[] =>
  /20\d\d/u.test(text) ? [value(text.replace(/20(\d\d)/u, '19$1'))] : [];

function digitsOf(text: string): SuggestedFix[] {
  const digits = /\d+/u.exec(text.replace(/(?<=\d)[.\s](?=\d{3}(?!\d))/gu, ''))?.[0];
  return digits === undefined ? [] : [value(digits)];
}
