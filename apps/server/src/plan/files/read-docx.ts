import type { LayoutPart, SourceLayout } from '@benvung/domain/plan/document/plan-document';
import { type DocxBlock, type DocxParagraph, type DocxTable, LINE_BREAK, readBody } from './docx-body.ts';
import { readNumbering } from './docx-numbering.ts';
import { type PageNumber, readPageNumber } from './docx-page-number.ts';
import { readStyles } from './docx-styles.ts';
import { PlanFileRefusal } from './file-refusal.ts';
import { openZipParts, type ZipParts } from './zip-parts.ts';

export interface SourceText {
  readonly text: string;
  readonly layout: SourceLayout | null;
}

const MAIN = 'word/document.xml';
const TWIPS_PER_MILLIMETRE = 1440 / 25.4;
const LAYOUT_TABLE = /CỘNG H[OÒ][ÀA] XÃ HỘI|Nơi nhận\s*:/u;

interface Line {
  readonly text: string;
  readonly paragraph: DocxParagraph | null;
}

/** The text of a DOCX, a paragraph or a table row a line, and how it is laid out. @throws PlanFileRefusal */
export function readDocx(bytes: Buffer): SourceText {
  const parts = openZipParts(bytes);
  if (!parts.has(MAIN)) throw new PlanFileRefusal('plan.file-type-unknown');
  const optional = (name: string) => (parts.has(name) ? parts.text(name) : undefined);
  const styles = readStyles(optional('word/styles.xml'));
  const body = readBody(parts.text(MAIN), styles, readNumbering(optional('word/numbering.xml')));
  const lines = body.blocks.flatMap(linesOf);
  return {
    text: lines.map((line) => line.text).join('\n'),
    layout: layoutOf(lines, body.section?.page, pageNumberOf(parts, body.section)),
  };
}

function linesOf(block: DocxBlock): readonly Line[] {
  if (block.kind === 'paragraph') return brokenLines(block);
  const text = block.rows
    .flat(2)
    .map((one) => one.text)
    .join('\n');
  if (LAYOUT_TABLE.test(text)) return block.rows.flat(2).flatMap(brokenLines);
  return ['', ...tableLines(block), ''].map((line) => ({ text: line, paragraph: null }));
}

/** A line of text for each line the paragraph is broken into. */
const brokenLines = (paragraph: DocxParagraph): readonly Line[] =>
  paragraph.text.split(LINE_BREAK).map((text) => ({ text: oneLine(text), paragraph }));

const oneLine = (text: string): string => text.replace(/[\r\n\u2028]+/gu, ' ');

const tableLines = (table: DocxTable): readonly string[] =>
  table.rows.map((row) => `| ${row.map((cell) => cellText(cell)).join(' | ')} |`);

const cellText = (cell: readonly DocxParagraph[]): string =>
  cell
    .map((one) => oneLine(one.text).trim())
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll('|', '\\|');

function pageNumberOf(parts: ZipParts, section: ReturnType<typeof readBody>['section']): PageNumber {
  return section === null ? { known: false, place: null } : readPageNumber(parts, section);
}

type Page = NonNullable<ReturnType<typeof readBody>['section']>['page'];

function layoutOf(lines: readonly Line[], page: Page | undefined, pageNumber: PageNumber): SourceLayout {
  const millimetres = (twips: number | undefined) =>
    twips === undefined ? null : Math.round((twips / TWIPS_PER_MILLIMETRE) * 10) / 10;
  const [top, bottom, left, right] = [page?.top, page?.bottom, page?.left, page?.right].map(millimetres);
  const margins =
    top == null || bottom == null || left == null || right == null ? null : { top, bottom, left, right };
  return {
    pageWidth: millimetres(page?.width),
    pageHeight: millimetres(page?.height),
    margins,
    fonts: tally(lines, (run) => run.font).map(([name, characters]) => ({ name, characters })),
    sizes: tally(lines, (run) => run.points).map(([points, characters]) => ({ points, characters })),
    underMotto: ruledUnder(lines, /^Độc lập\s*[-–]/u),
    underIssuer: ruledUnder(lines, /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|SỞ|XÃ|PHƯỜNG|TỈNH|HUYỆN|THÀNH PHỐ)/u),
    pageNumber: pageNumber.place,
    pageNumberKnown: pageNumber.known,
    parts: partsOf(lines),
  };
}

type Run = DocxParagraph['runs'][number];

function tally<Key>(lines: readonly Line[], keyOf: (run: Run) => Key | undefined): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const line of lines) {
    for (const run of line.paragraph?.runs ?? []) {
      const key = keyOf(run);
      const letters = run.text.replace(/\s/gu, '').length;
      if (key !== undefined && letters > 0) counts.set(key, (counts.get(key) ?? 0) + letters);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** A line in the paragraph itself or the empty one after it; `null` when drawings stand elsewhere in the head. */
function ruledUnder(lines: readonly Line[], form: RegExp): boolean | null {
  const head = lines.slice(0, 20);
  const at = head.findLastIndex((line) => form.test(line.text.trim()) && line.paragraph !== null);
  if (at < 0) return null;
  const next = head[at + 1];
  if (head[at]?.paragraph?.ruled === true || (next?.text.trim() === '' && next.paragraph?.ruled === true))
    return true;
  return (
    /^[-–—_]{3,}$/u.test(next?.text.trim() ?? '') ||
    (head.some((line) => line.paragraph?.ruled === true) ? null : false)
  );
}

const PARTS: readonly (readonly [RegExp, LayoutPart['part']])[] = [
  [/^CỘNG H[OÒ][ÀA] XÃ HỘI/u, 'national-name'],
  [/^Độc lập\s*[-–]/u, 'motto'],
  [/^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG)/u, 'issuer'],
  [/^Số\s*:/u, 'number'],
  [/,\s*ngày\s.{0,12}tháng/u, 'date'],
  [/^(?:KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|CHỈ THỊ|CHƯƠNG TRÌNH|HƯỚNG DẪN)$/u, 'type'],
];
const HEAD_LINES = 30;

/** How the parts of the head and the first long paragraphs of the body are set. */
function partsOf(lines: readonly Line[]): SourceLayout['parts'] {
  const parts: SourceLayout['parts'][number][] = [];
  let afterType = false;
  for (const [at, { text, paragraph }] of lines.entries()) {
    const words = text.trim();
    const main = paragraph === null ? undefined : mainRun(paragraph);
    if (main === undefined || words === '') continue;
    const known = at < HEAD_LINES ? PARTS.find(([form]) => form.test(words))?.[1] : undefined;
    const part = known ?? (afterType ? 'subject' : words.length > 150 ? 'body' : undefined);
    afterType = known === 'type';
    if (part === undefined) continue;
    parts.push({ part, points: main.points ?? null, bold: main.bold, italic: main.italic, line: at + 1 });
    if (part === 'body' && parts.filter((one) => one.part === 'body').length >= 5) break;
  }
  return parts;
}

/** The run that holds most of a paragraph. */
const mainRun = (paragraph: DocxParagraph): Run | undefined =>
  [...paragraph.runs].sort((a, b) => b.text.trim().length - a.text.trim().length)[0];
