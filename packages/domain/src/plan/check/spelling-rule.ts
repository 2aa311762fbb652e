import { overlaps } from '../text/span.ts';
import { isPossibleSyllable, withRightInitial } from '../text/syllable.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { Misspelling } from './check-knowledge.ts';
import { type Fault, inOnePlace, type Rule } from './rule.ts';
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
    // In a name of four words or more a word that lost all but two letters can only be a slip.
    if (slip !== undefined || !isSlip(word.folded, right, term.words.length >= 4 ? 2 : 3)) return undefined;
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

/** Words that stand after, or before, a word elsewhere. */
type Neighbours = ReadonlyMap<string, Set<string>>;

/** Of the words asked for only: a document has many. */
function neighboursIn(texts: readonly (readonly Word[])[], after: Neighbours, before: Neighbours): void {
  for (const words of texts)
    for (let at = 1; at < words.length; at++) {
      after.get(words[at - 1]!.lower)?.add(words[at]!.lower);
      before.get(words[at]!.lower)?.add(words[at - 1]!.lower);
    }
}

/** Only words of small letters with a mark: names and words of other languages are not of Vietnamese spelling. */
const MAY_BE_MALFORMED = /^\p{Ll}{3,}$/u;
const PLAIN_LETTERS = /^[a-z]*$/u;

/** "nghiêp", "ngèo", "đaọ": no syllable of the language; told where its neighbour says which word is meant. */
function malformedFaults(context: CheckContext): Fault[] {
  const { misspellings, terms } = context.knowledge.lexicon;
  const possible = new Map<string, boolean>();
  const isPossible = (word: string): boolean => {
    const known = possible.get(word) ?? (PLAIN_LETTERS.test(word) || isPossibleSyllable(word));
    possible.set(word, known);
    return known;
  };
  const malformed = context.paragraphs.flatMap((read) =>
    wordsIn(read).flatMap((word, at) => {
      if (isPossible(word.lower)) return [];
      const written = read.text.slice(word.start, word.end);
      const joined = /[\p{L}\d'’-]/u;
      return MAY_BE_MALFORMED.test(written) &&
        !joined.test(read.text.charAt(word.end)) &&
        !joined.test(read.text.charAt(word.start - 1))
        ? [{ read, word, at }]
        : [];
    }),
  );
  if (malformed.length === 0 || malformed.length > MOST_MALFORMED) return [];
  const sets = (step: number) =>
    new Map(
      malformed.flatMap(({ read, at }) => {
        const word = wordsIn(read)[at + step];
        return word === undefined ? [] : [[word.lower, new Set<string>()]];
      }),
    );
  const [after, before] = [sets(-1), sets(1)];
  const lexicon = [...terms, ...misspellings.map(({ right }) => right)].map(wordsOf);
  neighboursIn([...lexicon, ...context.paragraphs.map(wordsIn)], after, before);
  return malformed.flatMap(({ read, word, at }) => {
    const words = wordsIn(read);
    const [last, next] = [words[at - 1], words[at + 1]];
    const candidates = [
      ...(last === undefined ? [] : (after.get(last.lower) ?? [])),
      ...(next === undefined ? [] : (before.get(next.lower) ?? [])),
    ].filter((candidate) => isSlip(word.lower, candidate) && isPossible(candidate));
    const right = candidates[0] ?? withRightInitial(word.lower);
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

/** Compounds of two words by their letters without marks. */
type Compounds = ReadonlyMap<string, readonly (readonly [string, string])[]>;

function indexCompounds(terms: readonly string[]): Compounds {
  const index = new Map<string, (readonly [string, string])[]>();
  for (const words of terms.map((term) => wordsOf(term).map(({ folded }) => folded))) {
    const [first, second] = words;
    if (words.length !== 2 || first === undefined || second === undefined) continue;
    const bare = `${bareOf(first)} ${bareOf(second)}`;
    index.set(bare, [...(index.get(bare) ?? []), [first, second]]);
  }
  return index;
}

/** "bèn vững", "kế hoach": a compound of the field with the marks of one word wrong. */
function compoundFaults(read: ReadParagraph, compounds: Compounds): Fault[] {
  const faults: Fault[] = [];
  const words = wordsIn(read);
  for (let at = 0; at + 1 < words.length; at++) {
    const [one, two] = [words[at]!, words[at + 1]!];
    const known = compounds.get(`${bareOf(one.folded)} ${bareOf(two.folded)}`);
    if (known === undefined || !/^\s$/u.test(read.text.slice(one.end, two.start))) continue;
    if (known.some(([first, second]) => first === one.folded && second === two.folded)) continue;
    const right = known.find(([first, second]) => first === one.folded || second === two.folded);
    if (right === undefined || /^\p{Lu}/u.test(read.text.slice(two.start))) continue;
    faults.push(slipFault(read, { start: one.start, end: two.end }, right.join(' ')));
  }
  return faults;
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

/** The last word of a text that ends without a mark may be the half of one. */
const isCutOff = ({ paragraphs }: CheckContext, { paragraph, end }: Fault['span']): boolean =>
  paragraph === paragraphs.at(-1)?.index && end === paragraphs.at(-1)?.text.length;

/** Faults in no place that another tells already. */
const withoutTold = (faults: readonly Fault[], told: readonly Fault[]): Fault[] =>
  faults.filter((fault) => !told.some((each) => inOnePlace(each, fault)));

/** A symbol is looked at by the rule of symbols. */
const isOfSymbol = ({ citations }: ReadParagraph, { span }: Fault): boolean =>
  citations.some(({ numberSpan }) => overlaps(numberSpan, span));

function spellingFaults(context: CheckContext): Fault[] {
  const { misspellings, terms } = context.knowledge.lexicon;
  const index = indexTerms(terms);
  const entries = indexListed(misspellings);
  const compounds = indexCompounds(terms);
  const told = context.paragraphs.flatMap((read) => {
    const listed = listedFaults(read, entries).filter((fault) => !isOfSymbol(read, fault));
    const slips = withoutTold(termFaults(read, index), listed);
    return [...listed, ...slips, ...withoutTold(compoundFaults(read, compounds), [...listed, ...slips])];
  });
  const more = withoutTold(malformedFaults(context), told);
  return [...told, ...more].filter(({ span }) => !isCutOff(context, span));
}

export const spellingRule: Rule = {
  id: 'text.spelling',
  severity: 'warning',
  title: { vi: 'Tên cơ quan, thuật ngữ viết sai', en: 'An agency or a term of the programme misspelt' },
  find: spellingFaults,
};
