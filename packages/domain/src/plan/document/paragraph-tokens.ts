import { type Citation, findCitations } from '../text/citation.ts';
import { type DateToken, findDates } from '../text/date-token.ts';
import { findMoney, findWordsAmounts, type Money, type WordsAmount } from '../text/money.ts';
import { findNumbers, type NumberToken } from '../text/number-token.ts';
import type { Paragraph } from './paragraph.ts';

/** What is written in a paragraph by figures and fixed words. Numbers are those outside dates and citations. */
export interface ParagraphTokens {
  readonly dates: readonly DateToken[];
  readonly citations: readonly Citation[];
  readonly numbers: readonly NumberToken[];
  readonly money: readonly Money[];
  readonly inWords: readonly WordsAmount[];
}

const NOTHING: ParagraphTokens = { dates: [], citations: [], numbers: [], money: [], inWords: [] };

/** A longer paragraph is none of a document: it stays text. */
const LONGEST_UNDERSTOOD = 30_000;

export function readTokens(text: string): ParagraphTokens {
  if (text.length > LONGEST_UNDERSTOOD || !/\d/u.test(text)) return NOTHING;
  const dates = findDates(text);
  const citations = findCitations(text, dates);
  const taken = [...dates, ...citations].sort((a, b) => a.start - b.start);
  const numbers = findNumbers(text, taken);
  const money = findMoney(text, numbers);
  return { dates, citations, numbers, money, inWords: money.length > 0 ? findWordsAmounts(text) : [] };
}

/** The paragraphs that say something of their own: no head, no page mark, no copy of a page. */
export const speaks = (paragraph: Paragraph): boolean =>
  paragraph.repeatOf === null && paragraph.kind !== 'page-mark' && paragraph.kind !== 'head';
