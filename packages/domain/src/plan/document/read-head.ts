import { isValidDay, makeDay } from '../../shared/day.ts';
import type { Block } from './block.ts';
import { fold, isUpperCase } from './fold.ts';
import { readMarker } from './markers.ts';
import type { DocumentHead, Written } from './plan-document.ts';

export interface HeadFound {
  readonly head: DocumentHead;
  /** Blocks that are head, by index. */
  readonly used: ReadonlySet<number>;
  /** The data sheet a legal web site sets before the document. */
  readonly sheet: ReadonlySet<number>;
}

const SEARCHED = 45;
const TYPES =
  /^(ke hoach|quyet dinh|nghi quyet|bao cao|to trinh|thong bao|chi thi|chuong trinh hanh dong|chuong trinh|huong dan|de an|cong van|ket luan)\b\s*/u;
const TYPES_ALONE = /^(?:ke hoach|quyet dinh|nghi quyet|bao cao)$/u;
const NUMBER = /^số\s*:?\s*([\d.…_\s]*[a-z]?)\s*([/-].*)?$/iu;
/** Both columns of the head on one line: "Số: 58/KH-UBND Mường Lan, ngày 12 tháng 3 năm 2024". */
const NUMBER_AND_DATE =
  /^(số\s*:?\s*[\d.…_\s]*[a-z]?\s*[/-]\s*[\p{L}\d/&-]+\s+)(?=\p{Lu}.{0,40}ngày.{0,14}tháng)/iu;
const DATE = /^(.*?),?\s*ngày\s*([\d.…_\s]*?)\s*tháng\s*([\d.…_\s]*?)\s*năm\s*([\d.…_]*)/iu;
const NATIONAL = /^(?:cong hoa xa|chu nghia viet nam|hoi chu nghia|doc lap\s*[-–])/u;
const BODY =
  /^(?:uy ban|ubnd|hoi dong|hdnd|so |ban |phong |bo |chinh phu|thu tuong|dang |tinh uy|huyen uy|chi cuc|trung tam|van phong|xa |phuong |huyen |tinh |thanh pho |thi xa |thi tran |quan |dac khu )/u;
const PLACE_ONLY = /^(?:xa|phuong|huyen|tinh|thanh pho|thi xa|thi tran|quan|dac khu) /u;
const SHEET =
  /^(?:so hieu|ngay ban hanh|ngay co hieu luc|ngay hieu luc|loai van ban|co quan ban hanh|noi ban hanh|nguoi ky|linh vuc|trich yeu|tinh trang|ngay cong bao|so cong bao)$/u;
const TITLE_OF_SITE =
  /^(ke hoach|quyet dinh|nghi quyet|bao cao|chi thi|chuong trinh|huong dan|thong bao)\s+(?:so\s+)?\d+\S*\s/u;

interface Draft {
  bodies: { at: number; text: string }[];
  number: DocumentHead['number'];
  place: Written | null;
  date: DocumentHead['date'];
  type: Written | null;
  subject: Written | null;
}

const written = (at: number, text: string, start: number, length: number): Written => ({
  text: text.slice(start, start + length),
  span: { paragraph: at, start, end: start + length },
});

/** The head of a document and which paragraphs it takes. */
export function readHead(blocks: readonly Block[]): HeadFound {
  const used = new Set<number>();
  const sheet = new Set([...findSheet(blocks), ...findPreface(blocks)]);
  const draft: Draft = { bodies: [], number: null, place: null, date: null, type: null, subject: null };
  const site = siteTitle(blocks[0]);
  for (let at = 0; at < Math.min(blocks.length, SEARCHED); at++) {
    if (sheet.has(at)) continue;
    const block = blocks[at] as Block;
    if (block.cell !== null) continue;
    if (takeLine(draft, block, at) || (at === 0 && site !== null)) used.add(at);
    else if (draft.type !== null || draft.number !== null) {
      takeSubject(draft, blocks, at, used);
      break;
    } else if (readMarker(block.text) !== undefined || block.text.length > 300) break;
  }
  const bare = draft.number === null && draft.date === null && draft.type === null && site === null;
  if (bare) Object.assign(draft, bareTitle(blocks[0]));
  draft.type ??= site?.type ?? lateType(blocks) ?? null;
  draft.subject ??= site?.subject ?? null;
  return { head: finish(draft), used, sheet };
}

/** "QUYẾT ĐỊNH:" after the grounds, where the title over them is left out. */
function lateType(blocks: readonly Block[]): Written | undefined {
  const at = blocks.slice(0, SEARCHED).findIndex(({ text }) => /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:$/u.test(text));
  return at < 0 ? undefined : written(at, blocks[at]?.text ?? '', 0, 'QUYẾT ĐỊNH'.length);
}

/** A line of the head other than its subject. */
function takeLine(draft: Draft, block: Block, at: number): boolean {
  const { text } = block;
  const plain = fold(text);
  if (NATIONAL.test(plain)) return true;
  const both = NUMBER_AND_DATE.exec(text);
  if (both !== null && takeNumber(draft, (both[1] ?? '').trimEnd(), at)) {
    takeDate(draft, text, at, (both[1] ?? '').length);
    return true;
  }
  if (takeNumber(draft, text, at) || takeDate(draft, text, at)) return true;
  const type = TYPES.exec(plain);
  if (
    type !== null &&
    draft.type === null &&
    type[0].length >= text.replace(/[:.]$|\d+\/\S+$/u, '').length &&
    (isUpperCase(text) || at > 2)
  ) {
    draft.type = written(at, text, 0, (type[1] ?? '').length);
    return true;
  }
  if (
    draft.type === null &&
    draft.subject === null &&
    BODY.test(plain) &&
    isUpperCase(text) &&
    text.length <= 120
  ) {
    draft.bodies.push({ at, text });
    return true;
  }
  return false;
}

function takeNumber(draft: Draft, text: string, at: number): boolean {
  const found = NUMBER.exec(text);
  if (found === null || draft.number !== null || text.length > 80) return false;
  const digits = (found[1] ?? '').trim();
  const symbol = (found[2] ?? '').replace(/^[/-]\s*/u, '').trim();
  const start = text.length - text.replace(/^số\s*:?\s*/iu, '').length;
  draft.number = {
    ...written(at, text, start, text.length - start),
    blank: !/\d/u.test(digits),
    symbol: symbol === '' ? null : symbol.replace(/^\d{4}\s*\//u, ''),
  };
  return true;
}

/** `from`: where the line's part with the date begins. */
function takeDate(draft: Draft, text: string, at: number, from = 0): boolean {
  const found = DATE.exec(text.slice(from));
  if (found === null || draft.date !== null || text.length - from > 100) return false;
  const [all, place = '', date = '', month = '', year = ''] = found;
  const day = makeDay(Number(year), Number(month), Number(date));
  const blank = ![date, month, year].every((part) => /^\d+$/u.test(part.trim()));
  const start = from + all.toLowerCase().indexOf('ngày', place.length);
  draft.date = {
    ...written(at, text, start, from + all.length - start),
    blank,
    day: !blank && isValidDay(day) ? day : null,
    year: /^\d{4}$/u.test(year) ? Number(year) : null,
  };
  if (place.trim() !== '') draft.place = written(at, text, from, place.replace(/[,\s]+$/u, '').length);
  return true;
}

/** What the document is about: the paragraph after its type, with the capitals that follow. */
function takeSubject(draft: Draft, blocks: readonly Block[], from: number, used: Set<number>): void {
  const first = blocks[from] as Block;
  const plain = isUpperCase(first.text);
  if (readMarker(first.text) !== undefined) return;
  if (draft.type === null && !plain) return;
  if (draft.type !== null && !plain && first.text.length > 400) return;
  draft.subject = written(from, first.text, 0, first.text.length);
  used.add(from);
}

const MOTTO = /^cong hoa xa hoi/u;

/** What a site sets before the document: its menu, related documents. The body over the motto begins the document. */
function findPreface(blocks: readonly Block[]): readonly number[] {
  const motto = blocks.slice(0, SEARCHED).findIndex((block) => MOTTO.test(fold(block.text)));
  let start = motto;
  while (start > 0 && isBodyLine(blocks[start - 1] as Block)) start--;
  const before = blocks.slice(0, Math.max(0, start));
  return before.some(({ text }) => NUMBER.test(text) || TYPES_ALONE.test(fold(text)))
    ? []
    : [...before.keys()];
}

const isBodyLine = ({ text }: Block): boolean =>
  isUpperCase(text) && text.length <= 120 && (BODY.test(fold(text)) || /^[-_=.\s]+$/u.test(text));

function findSheet(blocks: readonly Block[]): ReadonlySet<number> {
  const rows = new Set<string>();
  for (const block of blocks.slice(0, SEARCHED)) {
    if (block.cell?.column === 0 && SHEET.test(fold(block.text)))
      rows.add(`${block.cell.table}/${block.cell.row}`);
  }
  const sheet = new Set<number>();
  for (const [at, block] of blocks.slice(0, SEARCHED).entries()) {
    if (block.cell !== null && rows.has(`${block.cell.table}/${block.cell.row}`)) sheet.add(at);
  }
  return sheet;
}

/** "Kế hoạch 35/KH-UBND năm 2017 thực hiện …": the title a web site gives a document. */
function siteTitle(block: Block | undefined): { type: Written; subject: Written } | null {
  if (block === undefined) return null;
  const found = TITLE_OF_SITE.exec(fold(block.text));
  if (found === null) return null;
  return {
    type: written(0, block.text, 0, (found[1] ?? '').length),
    subject: written(0, block.text, found[0].length, block.text.length - found[0].length),
  };
}

const BARE_TITLE = /^(ke hoach|chuong trinh hanh dong|chuong trinh|bao cao|de an)\s+(?!so\s|nay\s)[a-z]/u;

/** "Kế hoạch hỗ trợ hộ nghèo …" over a text pasted without its head. */
function bareTitle(block: Block | undefined): { type: Written; subject: Written } | null {
  const found = block === undefined ? null : BARE_TITLE.exec(fold(block.text));
  if (block === undefined || found === null || block.text.length > 250 || /[.;:]$/u.test(block.text))
    return null;
  const start = (found[1] ?? '').length + 1;
  return {
    type: written(0, block.text, 0, start - 1),
    subject: written(0, block.text, start, block.text.length - start),
  };
}

function finish(draft: Draft): DocumentHead {
  const bodies = joinBodies(draft.bodies);
  const issuing = bodies.at(-1) ?? null;
  const superior = bodies.length > 1 ? (bodies.at(-2) ?? null) : null;
  const { number, place, date, type, subject } = draft;
  return {
    superiorBody: superior,
    issuingBody: issuing,
    number,
    place,
    date,
    type,
    subject,
    period: periodOf(subject),
  };
}

/** "ỦY BAN NHÂN DÂN" over "XÃ XUÂN HOÀ" is one body; two whole names are a body under another. */
function joinBodies(lines: readonly { at: number; text: string }[]): readonly Written[] {
  const bodies: Written[] = [];
  for (const { at, text } of lines) {
    const last = bodies.at(-1);
    if (
      last !== undefined &&
      PLACE_ONLY.test(fold(text)) &&
      !/ (?:xa|phuong|huyen|tinh|thanh pho|thi) /u.test(fold(last.text))
    ) {
      bodies[bodies.length - 1] = { text: `${last.text} ${text}`, span: last.span };
    } else bodies.push(written(at, text, 0, text.length));
  }
  return bodies;
}

const PERIOD = /giai đoạn\s*(?:từ\s*)?(?:năm\s*)?(\d{4})\s*(?:[-–]|đến(?:\s*năm)?)\s*(\d{4})/iu;
const SCHOOL_YEARS = /(?<!đến )năm(?: học)?\s*(\d{4})(?:\s*[-–]\s*(\d{4}))?/iu;

function periodOf(subject: Written | null): DocumentHead['period'] {
  if (subject === null) return null;
  const found = PERIOD.exec(subject.text) ?? SCHOOL_YEARS.exec(subject.text);
  if (found === null) return null;
  const start = subject.span.start + found.index;
  const from = Number(found[1]);
  return {
    text: found[0],
    span: { paragraph: subject.span.paragraph, start, end: start + found[0].length },
    from,
    to: found[2] === undefined ? from : Number(found[2]),
  };
}
