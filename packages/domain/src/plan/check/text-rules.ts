import type { TextSpan } from '../document/source-place.ts';
import type { Span } from '../text/span.ts';
import type { CheckContext, ReadParagraph } from './check-context.ts';
import { spanIn } from './check-context.ts';
import { pageNumberFaults } from './page-number-rule.ts';
import type { Fault, Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { type Word, wordsIn } from './words.ts';

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
      read.paragraph.kind === 'closing' ||
      (['cell', 'head'].includes(read.paragraph.kind) && read.text.length < 40)
    )
      continue;
    const words = wordsIn(read);
    for (let at = 0; at + 1 < words.length; at++) {
      const length = repeatLength(read.text, words, at, doubled);
      if (length === 0 || (length === 2 && isShifted(context, words, at))) continue;
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
    if (length === 1 && !FUNCTION_WORDS.has(word) && !standsAlone(text, words, at)) continue;
    if (length > 1 && (word.length < 2 || words[at + 1]!.lower === word)) continue;
    const first = words.slice(at, at + length);
    const second = words.slice(at + length, at + 2 * length);
    if (second.length < length || first.some((each, step) => each.lower !== second[step]!.lower)) continue;
    if (!/^[\p{L}\s]+$/u.test(text.slice(words[at]!.start, second.at(-1)!.end))) continue;
    if (!doubled.has(first.map((each) => each.lower).join(' '))) return length;
  }
  return 0;
}

/** "Quyết định quy định quy trình": the pair said twice is "quy định" between two other words, known by its use elsewhere. */
function isShifted({ paragraphs }: CheckContext, words: readonly Word[], at: number): boolean {
  const [first, second] = [words[at]?.lower ?? '', words[at + 1]?.lower ?? ''];
  const count = (pair: string) =>
    paragraphs.reduce((sum, { text }) => sum + text.toLowerCase().split(pair).length - 1, 0);
  const shifted = count(`${second} ${first}`) - 1;
  return at > 0 && shifted > 0 && shifted >= (count(`${first} ${second}`) - 2) / 2;
}

/** "vận động động nhân dân": a common verb whose end is said twice before those it is done to. */
const VERBS = new Set(
  'vận động|thực hiện|tổ chức|hỗ trợ|tuyên truyền|hướng dẫn|kiểm tra|giám sát|báo cáo|chỉ đạo|triển khai|tạo điều kiện|khuyến khích|giúp đỡ'.split(
    '|',
  ),
);
const THOSE_HELPED = new Set('nhân người hộ gia bà cán hội đoàn'.split(' '));
const endsVerb = (before?: Word, first?: Word, after?: Word): boolean =>
  VERBS.has(`${before?.lower} ${first?.lower}`) && THOSE_HELPED.has(after?.lower ?? '');

/** Words no compound begins with: what stands before one is a word to its end. */
const NEXT_WORD = new Set('được của và các trong cho theo với tại trên từ để đã sẽ về bị do này'.split(' '));

/** "chính quyền địa phương phương được": the second can begin no compound, as "phương pháp" would. */
function standsAlone(text: string, words: readonly Word[], at: number): boolean {
  const [before, first, second, after] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  if (first === undefined || second === undefined) return false;
  if (first.lower === 'số') return /^\s*\d/u.test(text.slice(second.end));
  const near = (left?: Word, right?: Word) =>
    left !== undefined && right !== undefined && /^\s+$/u.test(text.slice(left.end, right.start));
  return (
    near(before, first) &&
    near(second, after) &&
    (NEXT_WORD.has(text.slice(after?.start, after?.end)) || endsVerb(before, first, after)) &&
    !FUNCTION_WORDS.has(before?.lower ?? '') &&
    /^\p{Ll}+\s+\p{Ll}+$/u.test(text.slice(first.start, second.end))
  );
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

/** "Hạn chế tái nghèo. Hạn chế tái nghèo.": a sentence pasted twice in one paragraph. */
function repeatedSentences(context: CheckContext): Fault[] {
  return context.paragraphs.flatMap((read) => {
    if (read.paragraph.kind === 'cell' || read.paragraph.kind === 'head') return [];
    const said = ({ start, end }: Span) => withoutMark(read.text.slice(start, end).trim());
    const sentences = sentencesOf(read.text);
    return sentences.flatMap((sentence, at): Fault[] => {
      const before = sentences[at - 1];
      if (before === undefined || said(sentence).length < NEXT_TO_EACH_OTHER) return [];
      if (said(before) !== said(sentence)) return [];
      return [
        {
          span: spanIn(read, sentence),
          related: [spanIn(read, before)],
          message: {
            vi: 'Câu này lặp lại nguyên văn câu ngay trước. Bỏ một câu.',
            en: 'This sentence repeats the one before it word for word. Take one out.',
          },
        },
      ];
    });
  });
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
    find: (context) => [...repeatedParagraphs(context), ...repeatedSentences(context)],
  },
];
