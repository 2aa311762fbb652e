import { addDays, addMonths, type Day, makeDay } from '../../shared/day.ts';
import type { Paragraph } from '../document/paragraph.ts';
import type { PlanDocument } from '../document/plan-document.ts';
import type { TextSpan } from '../document/source-place.ts';
import { type Citation, findCitations } from '../text/citation.ts';
import { type DateToken, findDates } from '../text/date-token.ts';
import { findMoney, type Money } from '../text/money.ts';
import { findNumbers, type NumberToken } from '../text/number-token.ts';
import type { Span } from '../text/span.ts';
import type { CheckKnowledge } from './check-knowledge.ts';

/** A paragraph with what was read in it; copies of repeated pages and marks of pages are left out beforehand. */
export interface ReadParagraph {
  readonly paragraph: Paragraph;
  readonly index: number;
  readonly text: string;
  readonly dates: readonly DateToken[];
  readonly citations: readonly Citation[];
  /** Outside dates and citations. */
  readonly numbers: readonly NumberToken[];
  readonly money: readonly Money[];
}

export interface CheckContext {
  readonly document: PlanDocument;
  readonly knowledge: CheckKnowledge;
  readonly paragraphs: readonly ReadParagraph[];
  /** The day the document bears, or the last day of its month when the day is blank. */
  readonly planDay: Day | null;
  /** First and last year the subject names. */
  readonly period: PlanDocument['head']['period'];
  /** Index in `paragraphs` of the first section heading: before it stand the legal grounds. */
  readonly bodyFrom: number;
}

export const spanIn = (paragraph: { readonly index: number }, span: Span): TextSpan => ({
  paragraph: paragraph.index,
  start: span.start,
  end: span.end,
});

function readParagraph(paragraph: Paragraph): ReadParagraph {
  const { text, index } = paragraph;
  if (!/\d/u.test(text)) return { paragraph, index, text, dates: [], citations: [], numbers: [], money: [] };
  const dates = findDates(text);
  const citations = findCitations(text, dates);
  const taken = [
    ...dates,
    ...citations.map(({ start, numberSpan }) => ({ start, end: numberSpan.end })),
  ].sort((a, b) => a.start - b.start);
  const numbers = findNumbers(text, taken);
  return { paragraph, index, text, dates, citations, numbers, money: findMoney(text, numbers) };
}

const BLANK_DAY = /tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu;

function planDayOf(document: PlanDocument): Day | null {
  const { date } = document.head;
  if (date === null) return null;
  if (date.day !== null) return date.day;
  const month = BLANK_DAY.exec(date.text);
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return addDays(addMonths(makeDay(Number(month[2]), Number(month[1]), 1), 1), -1);
  return date.year === null ? null : makeDay(date.year, 12, 31);
}

export function readForChecking(document: PlanDocument, knowledge: CheckKnowledge): CheckContext {
  const paragraphs = document.paragraphs
    .filter(({ repeatOf, kind }) => repeatOf === null && kind !== 'page-mark')
    .map(readParagraph);
  const first = document.sections.find(({ style }) => style !== 'bullet');
  const bodyFrom = paragraphs.findIndex(
    ({ index }) => index >= (first?.firstParagraph ?? Number.POSITIVE_INFINITY),
  );
  return {
    document,
    knowledge,
    paragraphs,
    planDay: planDayOf(document),
    period: document.head.period,
    bodyFrom: bodyFrom < 0 ? 0 : bodyFrom,
  };
}
