import type { TextSpan } from '../document/source-place.ts';
import type { Citation } from '../text/citation.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';

/** A citation and where it stands. */
export interface Cited {
  readonly citation: Citation;
  readonly read: ReadParagraph;
  readonly span: TextSpan;
  readonly dateSpan: TextSpan | null;
  /** Before the first section: a legal ground. */
  readonly ground: boolean;
}

const known = new WeakMap<CheckContext, readonly Cited[]>();

/** Every citation of the document in order, its own number left out. */
export function citationsOf(context: CheckContext): readonly Cited[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const found: Cited[] = [];
  for (const [at, read] of context.paragraphs.entries()) {
    if (isOwnHead(context, read)) continue;
    for (const citation of read.citations) {
      found.push({
        citation,
        read,
        span: spanIn(read, citation),
        dateSpan: citation.dateSpan === null ? null : spanIn(read, citation.dateSpan),
        ground: at < context.bodyFrom,
      });
    }
  }
  known.set(context, found);
  return found;
}

const isOwnHead = ({ document: { head } }: CheckContext, { index, paragraph }: ReadParagraph): boolean =>
  head.number?.span.paragraph === index ||
  (paragraph.kind === 'head' && /^Số(?!\p{L})/u.test(paragraph.text));

/** "số 90/QĐ-TTg", with its type when it has one. */
export const nameOf = ({ type, numberSpan }: Citation, text: string): string =>
  `${type === null ? '' : `${type} số `}${text.slice(numberSpan.start, numberSpan.end).replace(/\s+/gu, '')}`;
