import type { Block } from './block.ts';
import type { CleanLine } from './clean-line.ts';
import { type CleanText, sliceText, trimText } from './clean-text.ts';
import { isUpperCase } from './fold.ts';
import { endsSentence, type LineHabits, startsLower } from './line-habits.ts';
import { readMarker } from './markers.ts';
import type { SourcePiece } from './source-place.ts';

const PAGE_MARK = /^(?:[-–—]\s*)?(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–—])?$/iu;
const RULE = /^[-_=.~*–—\s]{3,}$/u;
const TYPE_LINE =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|CHỈ THỊ|CHƯƠNG TRÌNH|HƯỚNG DẪN|ĐỀ ÁN|PHỤ LỤC(?: [IVX\d]+)?)(?:\s+\d+\/\S+)?\s*:?$/u;
const SIGNING =
  /^(?:TM|KT|TL|TUQ|Q)\.\s?\p{Lu}|^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|TRƯỞNG BAN|BÍ THƯ|CHÁNH VĂN PHÒNG)\b/u;
const HEAD_LINE =
  /^(?:Số\s*:|CỘNG HÒA|CỘNG HOÀ|Độc lập\s*[-–]|Nơi nhận\s*:?|\(?(?:Ban hành )?[Kk]èm theo|[^.;]{2,40},\s*ngày\s.{0,14}tháng)/u;
const SIDE_BY_SIDE =
  /^\s*(?:UBND|U[ỶỷYy]|Ủ[YyỶỷ]|HỘI ĐỒNG|ĐẢNG|SỞ|PHÒNG|XÃ|HUYỆN|TỈNH|THÀNH PHỐ|PHƯỜNG|Số|Nơi nhận)|CỘNG H[OÒ][ÀA]|Độc lập/u;

/** No paragraph is longer; what runs on is another. */
const MOST_LINES = 300;

interface Part extends CleanText {
  readonly line: number;
  readonly side: number;
  readonly broken: boolean;
}

/** The lines of free text as paragraphs. */
export function joinFreeLines(lines: readonly CleanLine[], habits: LineHabits): readonly Block[] {
  const blocks: Block[] = [];
  let open: Part[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(...splitLong(makeBlock(open)));
    open = [];
  };
  let blanks = 0;
  for (const line of lines) {
    if (line.text === '' || RULE.test(line.text)) {
      blanks += line.text === '' ? 1 : 0;
      continue;
    }
    if (PAGE_MARK.test(line.text)) {
      blocks.push({ ...line, endLine: line.line, place: 'page-mark', cell: null, side: 0 });
      continue;
    }
    const sides = splitSides(line);
    const last = open.at(-1);
    const apart = last !== undefined && blanks > 0;
    if (
      sides.length > 1 ||
      last === undefined ||
      last.side > 0 ||
      !runsOn(open, sides[0] as Part, apart, habits)
    )
      close();
    for (const [at, side] of sides.entries()) {
      if (at > 0) close();
      open.push(side);
    }
    if (sides.length > 1) close();
    blanks = 0;
  }
  close();
  return blocks.sort((a, b) => a.line - b.line || a.side - b.side);
}

export function makeBlock(
  parts: readonly (CleanText & { line: number; side?: number; broken?: boolean })[],
): Block {
  const first = parts[0] as Part;
  let text = '';
  const pieces: SourcePiece[] = [];
  for (const [at, part] of parts.entries()) {
    if (at > 0 && parts[at - 1]?.broken !== true) text += ' ';
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += part.text;
  }
  return {
    text,
    pieces,
    line: first.line,
    endLine: parts.at(-1)?.line ?? first.line,
    place: 'free',
    cell: null,
    side: first.side ?? 0,
  };
}

const LONGEST = 8_000;

/** A text that runs on without end is cut at blanks: no paragraph of a document is that long. */
function splitLong(block: Block): readonly Block[] {
  if (block.text.length <= LONGEST) return [block];
  const parts: Block[] = [];
  for (let from = 0; from < block.text.length; ) {
    const blank = block.text.lastIndexOf(' ', from + LONGEST);
    const end =
      from + LONGEST >= block.text.length ? block.text.length : blank > from ? blank : from + LONGEST;
    const part = trimText(sliceText(block, from, end));
    const line = part.pieces[0]?.line ?? block.line;
    if (part.text !== '') parts.push({ ...block, ...part, line, endLine: part.pieces.at(-1)?.line ?? line });
    from = end;
  }
  return parts;
}

/** "- Các bản;          CHỦ TỊCH": a recipient and, in the column beside it, the office or the name that signs. */
function isSignedBeside({ text, gaps }: CleanLine): boolean {
  const [left, right] = [text.slice(0, gaps[0]).trim(), text.slice(gaps[0]).trim()];
  return (
    gaps.length === 1 &&
    /^[-–+].*[;.)]$/u.test(left) &&
    (SIGNING.test(right) ? isUpperCase(right) : /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4}$/u.test(right))
  );
}

/** Two columns of the head or of the signature, set side by side by blanks. */
function splitSides(line: CleanLine): readonly Part[] {
  if (line.gaps.length === 0 || !(SIDE_BY_SIDE.test(line.text) || isSignedBeside(line)))
    return [{ ...line, side: 0 }];
  const bounds = [0, ...line.gaps, line.text.length];
  const parts: Part[] = [];
  for (const [at, start] of bounds.slice(0, -1).entries()) {
    if (line.text.slice(0, start).trimEnd().endsWith(':') && /^Số/u.test(line.text) && at === 1) {
      // "Số:      /KH-UBND": the blank for the number, no column.
      const before = parts.pop();
      if (before !== undefined)
        parts.push({
          ...trimText(sliceText(line, 0, bounds[at + 1])),
          line: line.line,
          side: 0,
          broken: false,
        });
      continue;
    }
    const text = trimText(sliceText(line, start, bounds[at + 1]));
    if (text.text !== '') parts.push({ ...text, line: line.line, side: parts.length, broken: false });
  }
  return parts;
}

/** Who decides, over the grounds: no part of the subject above it. */
const DECIDES =
  /^(?:THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|BỘ TRƯỞNG BỘ .*|(?:ỦY|UỶ) BAN NHÂN DÂN .*|HỘI ĐỒNG NHÂN DÂN .*)$/u;

const STARTS_ALONE = (text: string): boolean =>
  SIGNING.test(text) || HEAD_LINE.test(text) || TYPE_LINE.test(text);

/** Whether a line continues the paragraph above it. */
function runsOn(open: readonly Part[], line: Part, apart: boolean, habits: LineHabits): boolean {
  const last = open.at(-1) as Part;
  if (open.length >= MOST_LINES) return false;
  if (last.broken) return true;
  if (/^TM\./u.test(last.text) && isUpperCase(line.text) && !SIGNING.test(line.text)) return true;
  if (/^\([^)]*$/u.test(last.text) && !apart) return true;
  if (STARTS_ALONE(line.text) || STARTS_ALONE(last.text) || (apart && DECIDES.test(line.text))) return false;
  const full = habits.width !== null && last.text.length >= habits.width * 0.75;
  const wrapped = habits.blankEnds && !apart && full && !endsSentence(last.text);
  if (!(wrapped && /^\d{1,2}\. /u.test(line.text)) && beginsAnew(last.text, line.text, full)) return false;
  if (isBareMarker(last.text) && open.length === 1) return true;
  if (/\p{Ll}/u.test(line.text) && open.every((part) => isUpperCase(part.text))) return false;
  if (!apart && ENDS_OPEN.test(last.text)) return true;
  const ended = endsSentence(last.text);
  const lower = startsLower(line.text);
  if (habits.blankEnds && !apart)
    return !ended || full || lower || open.length > 1 || !/^[\p{Lu}“"]/u.test(line.text);
  if (habits.blankEnds && apart) return !ended && lower;
  if (isUpperCase(last.text) && isUpperCase(line.text)) return !ended && !/^\p{L}+$/u.test(last.text);
  if (lower) return !ended || full;
  return !ended && full && (!apart || habits.blankParts);
}

const isBareMarker = (text: string): boolean => {
  const marker = readMarker(`${text} X`);
  return marker !== undefined && marker.style !== 'bullet' && marker.end >= text.length;
};

/** A line that ends so is never the end of a paragraph: web sites break the first line of one early. */
const ENDS_OPEN = /(?<!\p{L})(?:của|và|các|với|số|ngày|tháng|Điều|khoản)$|[^.]\S[,–]$/u;

/** Begins with a number of the outline or a bullet that is not the tail of a wrapped range or phrase. */
function beginsAnew(last: string, line: string, full: boolean): boolean {
  if (/(?<!\p{L})(?:số|ngày|Điều|khoản)\s*:?$/u.test(last) && /^\d/u.test(line)) return false;
  const marker = readMarker(line);
  if (marker === undefined) return isBareMarker(line);
  if (marker.style === 'roman' && marker.mark === '' && isUpperCase(last) && !endsSentence(last))
    return false;
  const rest = line.slice(marker.end);
  if (marker.style === 'bullet') {
    if (/^\d/u.test(rest) && /(?:19|20)\d\d$/u.test(last)) return false;
    return !(full && !endsSentence(last) && startsLower(rest) && marker.number === '-');
  }
  if (marker.style === 'decimal') return !startsLower(rest) || endsSentence(last);
  if (marker.style === 'letter') {
    return marker.mark === ')' || (marker.mark === '.' && !startsLower(rest)) || !full || endsSentence(last);
  }
  return true;
}
