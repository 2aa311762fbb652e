import type { Paragraph } from '../document/paragraph.ts';
import type { TextSpan } from '../document/source-place.ts';
import type { NumberToken } from '../text/number-token.ts';
import type { CheckContext, ReadParagraph } from './check-context.ts';
import { spanIn } from './check-context.ts';
import type { Fault } from './rule.ts';

const AFTER_PAGE =
  /^\s+(?:thuộc|của|và|các|được|theo|trong|cho|là|với|để|đã|sẽ|tại|trên|từ|đến|về|do|như|hoặc|nhằm|những|này|khi|nếu|mà|thì|cũng|không|phải|vào|ra|cùng|nhất|hiện|nghèo|dân|sinh|viên)(?!\p{L})/u;
const TAKES_NUMBER =
  /(?:số|năm|tháng|quý|ngày|án|điều|khoản|(?<!đặc )điểm|vực|đoạn|đợt|lần|thứ|cấp|loại|nhóm|khóa|khoá|lục|mẫu|biểu|mục|phần|chương|trang|tổ|đội|lớp|khối|thôn|phố|ấp|quận|hạng|mức|giờ|đạt|còn|hơn|trên|dưới|từ|đến|khoảng|gần|có|là|bằng|thêm|giảm|tăng|tối thiểu|nhất|và|top|bản|khu|sao|cột|dòng|hình|bảng|phường|tiểu khu|level|mô hình|kỳ|vùng|vòng|bước|việc|kiểu|đề|đường|km|lộ|(?<!đề )nghị|liên)\s*$/iu;

/** Words that go on with a sentence and never begin what a number counts. */
const GOES_ON = /^\s+(?:của|để|thuộc|và (?:các|những)|trên địa bàn|nhằm|đối với|theo quy định)(?!\p{L})/u;
/** Papers, units and bodies that bear a number: "Nghị quyết 57 của", "Chi hội 7 thuộc". */
const BEARS_NUMBER =
  /(?:nghị quyết|quyết định|chỉ thị|thông tư|kế hoạch|chương trình|kết luận|thông báo|công văn|văn bản|hướng dẫn|báo cáo|tờ trình|(?<!pháp )luật|hợp phần|nội dung|tiêu chí|chỉ tiêu|chi hội|chi bộ|chi đoàn|(?<!hiệp |xã )hội|đoàn|cụm|trạm|nhà máy|trung tâm|kênh|phòng|ban|công ty|chi nhánh|khóm|buôn|làng|xóm|tuyến|cầu|cống|ngõ|hẻm|đầu|cuối|hoàn thành|bình quân|sáu|năm|xếp|lên|xuống|mới|trong|sang|qua|tới|tăng|giảm|toàn|các|những|mỗi|cả|với|hoặc|chỉ|trung bình)\s$/iu;

/** Offsets where a line of the source ends within the paragraph. */
function lineBreaks({ paragraph }: ReadParagraph): Set<number> {
  const breaks = new Set<number>();
  let line = paragraph.pieces[0]?.line ?? 0;
  for (const piece of paragraph.pieces) {
    if (piece.line !== line) breaks.add(piece.at);
    line = piece.line;
  }
  return breaks;
}

/** "1.250 7 hộ": a small number between a number and what it counts. */
const isStrayAfter = (text: string, last: NumberToken, number: NumberToken): boolean =>
  /^\d{1,2}$/u.test(number.text) &&
  /^\s+$/u.test(text.slice(last.end, number.start)) &&
  !/^\s*[-–/.,)%]/u.test(text.slice(number.end)) &&
  /^\s+(?:hộ|người|lao động|triệu|tỷ|nghìn|đồng|xã|thôn|trẻ|học sinh|mô hình)(?!\p{L})/u.test(
    text.slice(number.end, number.end + 16),
  );

interface Stray {
  readonly span: TextSpan;
  readonly number: string;
  /** The sentence on both sides of the number, with its blanks. */
  readonly before: string;
  readonly after: string;
}

function pageFault({ span, number, before, after }: Stray): Fault {
  const around = `${before.slice(-24)}${number}${after.slice(0, 20)}`.trim();
  return {
    span,
    expected: `${before.slice(-12).trim()}${after.slice(0, 12)}`.trim(),
    message: {
      vi: `Số “${number}” lọt vào giữa câu (“…${around}…”), có lẽ là số trang. Bỏ số này.`,
      en: `The number "${number}" stands inside a sentence ("…${around}…"), probably the number of the page. Take it out.`,
    },
  };
}

const strayIn = ({ text, ...read }: ReadParagraph, number: NumberToken): Stray => ({
  span: spanIn(read, number),
  number: number.text,
  before: text.slice(0, number.start),
  after: text.slice(number.end),
});

const COUNTED =
  /^(?:hộ|người|nhân khẩu|lao động|triệu|tỷ|nghìn|đồng|huyện|xã|phường|thôn|ấp|bản|trẻ|học sinh|mô hình|dự án|tiểu dự án|công trình|nhóm|lớp|đợt|lần|lượt|cuộc|buổi|căn|nhà|năm|tháng|ngày|giờ|ha|km|phần trăm)(?!\p{L})/u;
const pageOf = ({ text }: Paragraph): number => Number(/\d+/u.exec(text)?.[0]);

/**
 * A number alone on its line between two halves of one sentence. Where the lone numbers count the pages one after the
 * other, or a single 2 begins a second page, they are the paging of the file and no fault.
 */
function loneNumberFaults({ document }: CheckContext): Fault[] {
  const marks = document.paragraphs.filter(({ kind }) => kind === 'page-mark');
  const counts = new Set(
    marks.flatMap((mark, at) => {
      const next = marks[at + 1];
      return next !== undefined && pageOf(next) === pageOf(mark) + 1 ? [mark, next] : [];
    }),
  );
  if (marks.length === 1 && pageOf(marks[0]!) === 2) return [];
  const faults: Fault[] = [];
  let open: Paragraph | undefined;
  for (const paragraph of document.paragraphs) {
    if (paragraph.kind !== 'page-mark') open = paragraph;
    else if (open !== undefined && paragraph.repeatOf === null && !counts.has(paragraph)) {
      const stray = strayBetween(open, paragraph);
      if (stray !== undefined) faults.push(pageFault(stray));
    }
  }
  return faults;
}

/** No page of a document is shorter: a number before is of the site it was copied from. */
const FEWEST_LINES = 10;

/** The halves of a sentence around a mark, if they are of one paragraph and no number belongs between them. */
function strayBetween(sentence: Paragraph, { index, line, text: number }: Paragraph): Stray | undefined {
  if (['cell', 'head', 'closing'].includes(sentence.kind) || sentence.repeatOf !== null) return undefined;
  const second = sentence.pieces.find((piece) => piece.line > line);
  if (second === undefined) return undefined;
  const before = sentence.text.slice(0, second.at).trimEnd();
  const after = sentence.text.slice(second.at);
  if (!/\p{Ll},?$/u.test(before) || TAKES_NUMBER.test(before.slice(-40))) return undefined;
  if (!/^\p{Ll}/u.test(after) || COUNTED.test(after)) return undefined;
  if (/^\d+$/u.test(number) && line <= FEWEST_LINES && index < FEWEST_LINES) return undefined;
  const span = { paragraph: index, start: 0, end: number.length };
  return { span, number, before: `${before} `, after: ` ${after}` };
}

/** Page numbers in the midst of a sentence. */
export function pageNumberFaults(context: CheckContext): Fault[] {
  return [...numbersInLines(context), ...loneNumberFaults(context)];
}

/** Whether the words on both sides of a number stand next to each other elsewhere: "nâng 2 cao" and "nâng cao". */
function splitsPhrase({ paragraphs }: CheckContext, before: string, after: string): boolean {
  const [left] = /\p{Ll}+(?=\s$)/u.exec(before) ?? [];
  const [right] = /(?<=^\s+)\p{Ll}+/u.exec(after) ?? [];
  if (left === undefined || right === undefined || COUNTED.test(right)) return false;
  return paragraphs.some(({ text }) => text.toLowerCase().includes(`${left} ${right} `));
}

const BEARING =
  /(\p{L}+)\s+\d{1,3}(?=\s*(?:[,;.:)–-]|$)|\s+(?:của|để|thuộc|và|trên|nhằm|đối|theo)(?!\p{L}))/gu;

/** How often each word stands before a number that counts nothing: "thôn 7, thôn 8". */
function wordsBeforeNumbers({ paragraphs }: CheckContext): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const { text } of paragraphs)
    for (const [, word = ''] of text.matchAll(BEARING))
      words.set(word.toLowerCase(), (words.get(word.toLowerCase()) ?? 0) + 1);
  return words;
}

/** A plain number no word around it has a use for: nowhere else does the word before it bear one. */
function isIdle(
  number: NumberToken,
  before: string,
  after: string,
  bearing: ReadonlyMap<string, number>,
): boolean {
  const [word] = /\p{Ll}{2,}(?=\s$)/u.exec(before) ?? [];
  if (word === undefined || !/^[1-9]\d?$/u.test(number.text)) return false;
  return GOES_ON.test(after) && !BEARS_NUMBER.test(before) && bearing.get(word) === 1;
}

function numbersInLines(context: CheckContext): Fault[] {
  let bearing: ReadonlyMap<string, number> | undefined;
  const marks = context.document.paragraphs.filter(({ kind }) => kind === 'page-mark');
  const numbers = new Map(marks.map((mark) => [Number(mark.text.replace(/\D/gu, '')), mark.line]));
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.paragraph.kind === 'cell' || read.paragraph.kind === 'closing') continue;
    let breaks: Set<number> | undefined;
    for (const [at, number] of read.numbers.entries()) {
      const last = read.numbers[at - 1];
      if (last !== undefined && isStrayAfter(read.text, last, number)) {
        faults.push(pageFault(strayIn(read, number)));
        continue;
      }
      if (!/^\d{1,3}$/u.test(number.text) || number.start === 0) continue;
      const before = read.text.slice(Math.max(0, number.start - 40), number.start);
      if (!/\p{Ll}\s$/u.test(before) || TAKES_NUMBER.test(before)) continue;
      breaks ??= lineBreaks(read);
      const atBreak = breaks.has(number.start) || breaks.has(number.end) || breaks.has(number.end + 1);
      const after = read.text.slice(number.end, number.end + 24);
      if (!AFTER_PAGE.test(after) && !(atBreak && splitsPhrase(context, before, after))) continue;
      const follows = numbers.has(number.value - 1) || numbers.has(number.value + 1);
      bearing ??= wordsBeforeNumbers(context);
      if (
        !atBreak &&
        !follows &&
        !splitsPhrase(context, before, after) &&
        !isIdle(number, before, after, bearing)
      )
        continue;
      faults.push(pageFault(strayIn(read, number)));
    }
  }
  return faults;
}
