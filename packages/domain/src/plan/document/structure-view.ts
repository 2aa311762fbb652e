import type { PlanDocument } from './plan-document.ts';
import { placeIn, type TextSpan } from './source-place.ts';

/** What was understood of a document as plain JSON: each part with `line` and `column`, money as decimal strings. */
export function structureView(document: PlanDocument): Record<string, unknown> {
  const { head, cited, sections, targets, nodes, money, duties, deadlines, tables } = document;
  const { recipients, signer, repeats, layout } = document;
  const parts = {
    head,
    cited,
    sections,
    targets,
    nodes,
    money,
    duties,
    deadlines,
    tables,
    recipients,
    signer,
    layout,
  };
  return {
    ...(plain(document, parts) as Record<string, unknown>),
    repeats: repeats.map(({ from, to, of }) => ({
      line: document.paragraphs[from]?.line,
      endLine: document.paragraphs[to - 1]?.endLine,
      repeatsLine: document.paragraphs[of]?.line,
    })),
  };
}

const PARAGRAPHS = new Set(['firstParagraph', 'endParagraph', 'paragraph']);

const isSpan = (value: object): value is TextSpan =>
  'paragraph' in value && 'start' in value && 'end' in value;

function plain(document: PlanDocument, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => plain(document, one));
  const result: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (key === 'span' && typeof one === 'object' && one !== null && isSpan(one))
      Object.assign(result, placeOf(document, one));
    else if (!PARAGRAPHS.has(key)) result[key] = plain(document, one);
  }
  return result;
}

function placeOf(document: PlanDocument, span: TextSpan): { line: number; column: number } {
  return placeIn(document.paragraphs[span.paragraph]?.pieces ?? [], span.start);
}
