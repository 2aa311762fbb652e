import { isPossibleSyllable } from '../text/syllable.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { Misspelling } from './check-knowledge.ts';
import type { Fault, Rule } from './rule.ts';
import { type Word, wordsIn, wordsOf } from './words.ts';

const bares = new Map<string, string>();
const BARES_KEPT = 20_000;

function bareOf(word: string): string {
  const before = bares.get(word);
  if (before !== undefined) return before;
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  if (bares.size >= BARES_KEPT) bares.clear();
  bares.set(word, bare);
  return bare;
}

/** Whether two words are one letter apart, or the same but for their marks. */
function isSlip(a: string, b: string, shortest: 2 | 3 = 3): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  if (bareOf(a) === bareOf(b)) return true;
  if (
    Math.min(a.length, b.length) < shortest ||
    (shortest === 2 && Math.min(a.length, b.length) === 2 && a.length === b.length)
  )
    return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length === b.length)
    return (
      a.slice(at + 1) === b.slice(at + 1) ||
      (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2))
    );
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return long.slice(at + 1) === short.slice(at);
}

interface Term {
  readonly written: string;
  readonly words: readonly string[];
}

/** Terms by two neighbouring words. */
type ByPair = Map<string, Map<string, Term[]>>;

interface TermIndex {
  readonly byStart: ByPair;
  readonly byEnd: ByPair;
}

function indexTerms(terms: readonly string[]): TermIndex {
  const byStart: ByPair = new Map();
  const byEnd: ByPair = new Map();
  for (const written of terms) {
    const words = wordsOf(written).map(({ folded }) => folded);
    if (words.length < 4) continue;
    const term = { written, words };
    put(byStart, words[0]!, words[1]!, term);
    put(byEnd, words.at(-2)!, words.at(-1)!, term);
  }
  return { byStart, byEnd };
}

function put(index: ByPair, first: string, second: string, term: Term): void {
  const seconds = index.get(first) ?? new Map<string, Term[]>();
  index.set(first, seconds);
  seconds.set(second, [...(seconds.get(second) ?? []), term]);
}

/** The one word of a term that is off, when the text from `at` on is that term but for it. */
function slipAt(words: readonly Word[], at: number, term: Term): number | undefined {
  let slip: number | undefined;
  for (const [step, right] of term.words.entries()) {
    const word = words[at + step];
    if (word === undefined) return undefined;
    if (word.folded === right) continue;
    // In a name of five words or more a word that lost all but two letters can only be a slip.
    if (slip !== undefined || !isSlip(word.folded, right, term.words.length >= 5 ? 2 : 3)) return undefined;
    slip = at + step;
  }
  return slip;
}

function termFaults(read: ReadParagraph, index: TermIndex): Fault[] {
  const words = wordsIn(read);
  const found = new Map<number, Fault>();
  for (let at = 0; at + 1 < words.length; at++) {
    const [one, two] = [words[at]!.folded, words[at + 1]!.folded];
    const starts = index.byStart.get(one)?.get(two);
    const ends = index.byEnd.get(one)?.get(two);
    if (starts === undefined && ends === undefined) continue;
    const places = [
      ...(starts ?? []).map((term) => [at, term] as const),
      ...(ends ?? []).map((term) => [at + 2 - term.words.length, term] as const),
    ];
    for (const [from, term] of places) {
      const slip = from < 0 ? undefined : slipAt(words, from, term);
      if (slip === undefined || found.has(slip)) continue;
      const span = { start: words[from]!.start, end: words[from + term.words.length - 1]!.end };
      found.set(slip, slipFault(read, span, term.written));
    }
  }
  return [...found.values()];
}

/** Neighbours of words: what stands before or after one elsewhere. */
type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

function neighboursIn(texts: readonly (readonly Word[])[]): { after: Neighbours; before: Neighbours } {
  const after = new Map<string, Set<string>>();
  const before = new Map<string, Set<string>>();
  const put = (map: Map<string, Set<string>>, key: string, word: string) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, new Set([word]));
    else known.add(word);
  };
  for (const words of texts)
    for (let at = 1; at < words.length; at++) {
      put(after, words[at - 1]!.lower, words[at]!.lower);
      put(before, words[at]!.lower, words[at - 1]!.lower);
    }
  return { after, before };
}

/** Only words of small letters with a mark: names and words of other languages are not of Vietnamese spelling. */
const MAY_BE_MALFORMED = /^\p{Ll}{3,}$/u;
const PLAIN_LETTERS = /^[a-z]*$/u;

/** "nghiêp", "ngèo", "đaọ": no syllable of the language; told where its neighbour says which word is meant. */
function malformedFaults(context: CheckContext): Fault[] {
  const { misspellings, terms } = context.knowledge.lexicon;
  const malformed = context.paragraphs.flatMap((read) =>
    wordsIn(read).flatMap((word, at) => {
      const written = read.text.slice(word.start, word.end);
      const joined = /[\p{L}\d'’-]/u;
      return MAY_BE_MALFORMED.test(written) &&
        !PLAIN_LETTERS.test(written) &&
        !joined.test(read.text.charAt(word.end)) &&
        !joined.test(read.text.charAt(word.start - 1)) &&
        !isPossibleSyllable(written)
        ? [{ read, word, at }]
        : [];
    }),
  );
  if (malformed.length === 0 || malformed.length > MOST_MALFORMED) return [];
  const { after, before } = neighboursIn([
    ...[...terms, ...misspellings.map(({ right }) => right)].map(wordsOf),
    ...context.paragraphs.map(wordsIn),
  ]);
  return malformed.flatMap(({ read, word, at }) => {
    const words = wordsIn(read);
    const [last, next] = [words[at - 1], words[at + 1]];
    const candidates = [
      ...(last === undefined ? [] : (after.get(last.lower) ?? [])),
      ...(next === undefined ? [] : (before.get(next.lower) ?? [])),
    ].filter((candidate) => isSlip(word.lower, candidate) && isPossibleSyllable(candidate));
    const [right] = candidates.filter((one, place) => candidates.indexOf(one) === place);
    return right === undefined ? [] : [slipFault(read, word, right)];
  });
}

/** More than this is a text of another language or encoding, not one with slips. */
const MOST_MALFORMED = 60;

function slipFault(read: ReadParagraph, span: { start: number; end: number }, right: string): Fault {
  const written = read.text.slice(span.start, span.end);
  const meant = /^\p{Lu}/u.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
  return {
    span: spanIn(read, span),
    expected: meant,
    message: {
      vi: `“${written}” có lẽ viết sai, đúng là “${meant}”.`,
      en: `"${written}" is probably a slip for "${meant}".`,
    },
  };
}

interface ListedEntry {
  readonly wrong: string;
  readonly entry: Misspelling;
}
type Listed = ReadonlyMap<string, readonly ListedEntry[]>;

/** The listed miswritings by their first word, the longest first. */
function indexListed(misspellings: readonly Misspelling[]): Listed {
  const byFirst = new Map<string, ListedEntry[]>();
  for (const entry of [...misspellings].sort((a, b) => b.wrong.length - a.wrong.length)) {
    const first = wordsOf(entry.wrong)[0]?.lower ?? '';
    const list = byFirst.get(first);
    const listed = { wrong: entry.wrong.toLowerCase(), entry };
    if (list === undefined) byFirst.set(first, [listed]);
    else list.push(listed);
  }
  return byFirst;
}

const wordBefore = (text: string, at: number): string =>
  /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, at - 16), at))?.[1]?.toLowerCase() ?? '';
const wordAfter = (text: string, at: number): string =>
  /^\s+(\p{L}+)/u.exec(text.slice(at, at + 16))?.[1]?.toLowerCase() ?? '';

const isLetterAt = (text: string, at: number): boolean => /[\p{L}\d]/u.test(text.charAt(at));

function listedFaults(read: ReadParagraph, listed: Listed): Fault[] {
  const faults: Fault[] = [];
  const lower = read.text.toLowerCase();
  let end = 0;
  for (const { lower: word, start } of wordsIn(read)) {
    if (start < end) continue;
    const entry = listed
      .get(word)
      ?.find(
        ({ wrong }) => lower.startsWith(wrong, start) && !isLetterAt(lower, start + wrong.length),
      )?.entry;
    if (entry === undefined) continue;
    const span = { start, end: start + entry.wrong.length };
    if (read.text.slice(span.start, span.end) === entry.right) continue;
    if (entry.notAfter?.includes(wordBefore(read.text, span.start)) === true) continue;
    if (entry.notBefore?.includes(wordAfter(read.text, span.end)) === true) continue;
    faults.push(slipFault(read, span, entry.right));
    end = span.end;
  }
  return faults;
}

function spellingFaults(context: CheckContext): Fault[] {
  const { misspellings, terms } = context.knowledge.lexicon;
  const index = indexTerms(terms);
  const entries = indexListed(misspellings);
  const told = context.paragraphs.flatMap((read) => {
    const listed = listedFaults(read, entries);
    const slips = termFaults(read, index).filter(
      ({ span }) => !listed.some((each) => each.span.start < span.end && span.start < each.span.end),
    );
    return [...listed, ...slips];
  });
  const more = malformedFaults(context).filter(
    ({ span }) =>
      !told.some(
        (each) =>
          each.span.paragraph === span.paragraph && each.span.start < span.end && span.start < each.span.end,
      ),
  );
  return [...told, ...more];
}

export const spellingRule: Rule = {
  id: 'text.spelling',
  severity: 'warning',
  title: { vi: 'Tên cơ quan, thuật ngữ viết sai', en: 'An agency or a term of the programme misspelt' },
  find: spellingFaults,
};
