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
function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  if (bareOf(a) === bareOf(b)) return true;
  if (Math.min(a.length, b.length) < 3) return false;
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
    if (slip !== undefined || !isSlip(word.folded, right)) return undefined;
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
  return context.paragraphs.flatMap((read) => {
    const listed = listedFaults(read, entries);
    const slips = termFaults(read, index).filter(
      ({ span }) => !listed.some((each) => each.span.start < span.end && span.start < each.span.end),
    );
    return [...listed, ...slips];
  });
}

export const spellingRule: Rule = {
  id: 'text.spelling',
  severity: 'warning',
  title: { vi: 'Tên cơ quan, thuật ngữ viết sai', en: 'An agency or a term of the programme misspelt' },
  find: spellingFaults,
};
