import type { TextSpan } from '../document/source-place.ts';
import type { NumberToken } from '../text/number-token.ts';
import type { CheckContext, ReadParagraph } from './check-context.ts';
import { spanIn } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';
import { type Word, wordsIn } from './words.ts';

const AFTER_PAGE =
  /^\s+(?:thuộc|của|và|các|được|theo|trong|cho|là|với|để|đã|sẽ|tại|trên|từ|đến|về|do|như|hoặc|nhằm|những|này|khi|nếu|mà|thì|cũng|không|phải|vào|ra|cùng|nhất|hiện|nghèo|dân|sinh|viên)(?!\p{L})/u;
const TAKES_NUMBER =
  /(?:số|năm|tháng|quý|ngày|án|điều|khoản|điểm|vực|đoạn|đợt|lần|thứ|cấp|loại|nhóm|khóa|khoá|lục|mẫu|biểu|mục|phần|chương|trang|tổ|đội|lớp|khối|thôn|phố|ấp|quận|hạng|mức|giờ|đạt|còn|hơn|trên|dưới|từ|đến|khoảng|gần|có|là|bằng|thêm|giảm|tăng|tối thiểu|nhất|và|top|bản|khu|sao|cột|dòng|hình|bảng|phường|tiểu khu|level|mô hình|kỳ|vùng|vòng|bước|việc|kiểu|đề|đường|km|lộ|nghị|liên)\s*$/iu;

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

function pageFault(read: ReadParagraph, number: NumberToken): Fault {
  const before = read.text.slice(Math.max(0, number.start - 40), number.start);
  const around = `${before.slice(-24)}${number.text}${read.text.slice(number.end, number.end + 20)}`.trim();
  return {
    span: spanIn(read, number),
    expected: `${before.slice(-12).trim()}${read.text.slice(number.end, number.end + 12)}`.trim(),
    message: {
      vi: `Số “${number.text}” lọt vào giữa câu (“…${around}…”), có lẽ là số trang. Bỏ số này.`,
      en: `The number "${number.text}" stands inside a sentence ("…${around}…"), probably the number of the page. Take it out.`,
    },
  };
}

function pageNumberFaults(context: CheckContext): Fault[] {
  const marks = context.document.paragraphs.filter(({ kind }) => kind === 'page-mark');
  const numbers = new Map(marks.map((mark) => [Number(mark.text.replace(/\D/gu, '')), mark.line]));
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.paragraph.kind === 'cell' || read.paragraph.kind === 'closing') continue;
    let breaks: Set<number> | undefined;
    for (const [at, number] of read.numbers.entries()) {
      const last = read.numbers[at - 1];
      if (last !== undefined && isStrayAfter(read.text, last, number)) {
        faults.push(pageFault(read, number));
        continue;
      }
      if (!/^\d{1,3}$/u.test(number.text) || number.start === 0) continue;
      const before = read.text.slice(Math.max(0, number.start - 40), number.start);
      if (
        !/\p{Ll}\s$/u.test(before) ||
        TAKES_NUMBER.test(before) ||
        !AFTER_PAGE.test(read.text.slice(number.end, number.end + 12))
      )
        continue;
      breaks ??= lineBreaks(read);
      const atBreak = breaks.has(number.start) || breaks.has(number.end) || breaks.has(number.end + 1);
      const follows = numbers.has(number.value - 1) || numbers.has(number.value + 1);
      if (!atBreak && !follows) continue;
      faults.push(pageFault(read, number));
    }
  }
  return faults;
}

const FUNCTION_WORDS = new Set(
  'của và các là được cho trong theo với để những tại trên đến về do như hoặc không đã sẽ này một nhằm bằng thì mà khi nếu vào cùng phải thuộc qua bởi đối cũng đang rằng từ còn hay việc'.split(
    ' ',
  ),
);

function repeatedWords(context: CheckContext): Fault[] {
  const doubled = new Set(context.knowledge.lexicon.doubled);
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (
      ['closing', 'head'].includes(read.paragraph.kind) ||
      (read.paragraph.kind === 'cell' && read.text.length < 40)
    )
      continue;
    const words = wordsIn(read);
    for (let at = 0; at + 1 < words.length; at++) {
      const length = repeatLength(read.text, words, at, doubled);
      if (length === 0) continue;
      const span = { start: words[at]!.start, end: words[at + 2 * length - 1]!.end };
      const phrase = read.text.slice(span.start, words[at + length - 1]!.end);
      faults.push({
        span: spanIn(read, span),
        expected: phrase,
        message: {
          vi: `“${phrase}” viết hai lần liền nhau. Bỏ một.`,
          en: `"${phrase}" is written twice in a row. Take one out.`,
        },
      });
      at += 2 * length - 1;
    }
  }
  return faults;
}

/** How many words from `at` on are said twice; single words only where they cannot end one compound and begin the next. */
function repeatLength(
  text: string,
  words: readonly Word[],
  at: number,
  doubled: ReadonlySet<string>,
): number {
  const word = words[at]!.lower;
  for (const length of [4, 3, 2, 1]) {
    if (words[at + length]?.lower !== word) continue;
    if (length === 1 && !FUNCTION_WORDS.has(word)) continue;
    if (length > 1 && (word.length < 2 || words[at + 1]!.lower === word)) continue;
    const first = words.slice(at, at + length);
    const second = words.slice(at + length, at + 2 * length);
    if (second.length < length || first.some((each, step) => each.lower !== second[step]!.lower)) continue;
    if (!/^[\p{L}\s]+$/u.test(text.slice(words[at]!.start, second.at(-1)!.end))) continue;
    if (!doubled.has(first.map((each) => each.lower).join(' '))) return length;
  }
  return 0;
}

const withoutMark = (text: string): string =>
  text
    .replace(/^(?:[-+*•–]|\(\+\)|\p{Ll}\d?[).]|\d{1,2}(?:\.\d{1,2})*[.)]?)\s*/u, '')
    .replace(/[\s;.,:]+$/u, '')
    .toLowerCase();
const SAME_PLACE = 60;
const NEXT_TO_EACH_OTHER = 20;
const LONG = 250;

function repeatedParagraphs(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, ReadParagraph>();
  for (const [at, read] of context.paragraphs.entries()) {
    const { kind, section, annex } = read.paragraph;
    if (kind === 'cell' || kind === 'closing' || kind === 'head') continue;
    const before = context.paragraphs[at - 1];
    const next = before?.text === read.text && read.text.length >= NEXT_TO_EACH_OTHER;
    if (read.text.length < SAME_PLACE && next) {
      faults.push(repeatFault(read, before, 'warning'));
      continue;
    }
    if (read.text.length < SAME_PLACE) continue;
    const key = `${annex ?? ''}|${withoutMark(read.text)}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, read);
      continue;
    }
    const near = first.paragraph.section === section || read.index - first.index <= 2;
    if (!near && read.text.length < LONG) continue;
    faults.push(repeatFault(read, first, near ? 'warning' : 'info'));
  }
  return faults;
}

function repeatFault(read: ReadParagraph, first: ReadParagraph, severity: 'warning' | 'info'): Fault {
  return {
    severity,
    span: whole(read),
    related: [whole(first)],
    message: {
      vi: `Đoạn này lặp lại nguyên văn đoạn ở dòng ${first.paragraph.line}. Bỏ một đoạn, hoặc viết phần đúng ra phải có ở đây.`,
      en: `This paragraph repeats the one at line ${first.paragraph.line} word for word. Take one out, or write what was meant here.`,
    },
  };
}

const whole = (read: ReadParagraph): TextSpan => spanIn(read, { start: 0, end: read.text.length });

export const textRules: readonly Rule[] = [
  {
    id: 'text.page-number',
    severity: 'warning',
    title: { vi: 'Số trang lọt vào giữa câu', en: 'A page number inside a sentence' },
    find: pageNumberFaults,
  },
  {
    id: 'text.repeated-word',
    severity: 'warning',
    title: { vi: 'Từ viết lặp', en: 'A word written twice' },
    find: repeatedWords,
  },
  {
    id: 'text.repeated-paragraph',
    severity: 'warning',
    title: { vi: 'Đoạn văn lặp nguyên văn', en: 'A paragraph repeated word for word' },
    find: repeatedParagraphs,
  },
];
