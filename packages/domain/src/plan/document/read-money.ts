import type { Money } from '../text/money.ts';
import { fold } from './fold.ts';
import { levelOf, wordsStart } from './list-level.ts';
import type { Paragraph } from './paragraph.ts';
import { type ParagraphTokens, speaks } from './paragraph-tokens.ts';
import type { MoneyKind, MoneyMention, MoneySource, Section } from './plan-document.ts';

type Draft = { -readonly [Key in keyof MoneyMention]: MoneyMention[Key] };

const PARTS = /(?:^|[\s,;(])(?:gồm(?: có)?|bao gồm|trong đó|cụ thể|chia ra|bố trí từ)(?=[\s:,]|$)/iu;
const SOME_PARTS = /trong đó/iu;
/** "102 triệu đồng (vốn đầu tư 96 triệu đồng, vốn sự nghiệp 6 triệu đồng)". */
const BRACKET_OF_PARTS = /^\s*\((?!\s*(?:tương đương|bằng|khoảng|bình quân|mỗi|mức))\s*\p{L}[^()\d]*$/iu;
const LIST_FOLLOWS = /:\s*$|(?:gồm|trong đó|cụ thể|như sau)\s*$/iu;
const SENTENCE_END = /[.!?]\s+\p{Lu}|;\s*\p{Lu}/u;
const SOURCES: readonly (readonly [RegExp, MoneySource])[] = [
  [/ngan sach (?:trung uong|nha nuoc trung uong)|\bnstw\b|von trung uong|(?:^|: )trung uong$/u, 'central'],
  [/ngan sach (?:cap )?tinh|ngan sach thanh pho|\bnst\b|(?:^|: )(?:cap )?tinh$/u, 'province'],
  [/ngan sach (?:cap )?huyen|ngan sach quan|ngan sach thi xa|(?:^|: )(?:cap )?huyen$/u, 'district'],
  [/ngan sach (?:cap )?xa|ngan sach phuong|(?:^|: )(?:cap )?xa$/u, 'commune'],
  [/ngan sach dia phuong|\bnsdp\b|doi ung/u, 'local'],
  [/tin dung|vay|ngan hang/u, 'credit'],
  [/huy dong|xa hoi hoa|dong gop|tai tro|ung ho|hop phap khac/u, 'mobilised'],
];
const INVESTMENT = /dau tu/u;
const RECURRENT = /su nghiep|thuong xuyen/u;

/** Every amount of money, with what it is for and what it is a part of. */
export function readMoney(
  paragraphs: readonly Paragraph[],
  tokens: readonly ParagraphTokens[],
  sections: readonly Section[],
): readonly MoneyMention[] {
  const money: Draft[] = [];
  const open: OpenSum[] = [];
  for (const paragraph of paragraphs) {
    if (!speaks(paragraph) || paragraph.kind === 'cell') continue;
    const level = levelOf(paragraph, sections);
    while (open.length > 0 && (open.at(-1) as OpenSum).level >= level) open.pop();
    const amounts = amountsOf(tokens[paragraph.index]);
    if (amounts.length === 0) continue;
    const first = money.length;
    addSentenceAmounts(money, paragraph, amounts, tokens[paragraph.index]);
    const parent = open.at(-1);
    const tops = money.slice(first).filter((one) => one.partOf === null);
    if (parent !== undefined)
      for (const one of tops) Object.assign(one, { partOf: parent.index, partial: parent.partial });
    const last = tops.at(-1);
    if (last !== undefined) {
      const rest = paragraph.text.slice(last.span.end);
      open.push({
        level,
        index: money.indexOf(last),
        partial: LIST_FOLLOWS.test(rest) && SOME_PARTS.test(rest),
      });
    }
  }
  return money;
}

interface OpenSum {
  readonly level: number;
  readonly index: number;
  readonly partial: boolean;
}

/** "433 triệu" without "đồng" counts only beside amounts that have it. */
function amountsOf(tokens: ParagraphTokens | undefined): readonly Money[] {
  const all = tokens?.money ?? [];
  return all.some((one) => !one.bare) ? all : [];
}

function addSentenceAmounts(
  money: Draft[],
  paragraph: Paragraph,
  amounts: readonly Money[],
  tokens: ParagraphTokens | undefined,
): void {
  let parent: { index: number; partial: boolean; bracket?: true } | null = null;
  let before = wordsStart(paragraph.text);
  for (const [at, amount] of amounts.entries()) {
    const between = paragraph.text.slice(before, amount.start);
    if (at > 0) {
      if (parent?.bracket === true && between.includes(')')) parent = null;
      if (PARTS.test(between)) parent = { index: money.length - 1, partial: SOME_PARTS.test(between) };
      else if (BRACKET_OF_PARTS.test(between))
        parent = { index: money.length - 1, partial: false, bracket: true };
      else if (SENTENCE_END.test(between)) parent = null;
    }
    const next = amounts[at + 1]?.start ?? paragraph.text.length;
    const { label, after } = labelOf(between, paragraph.text.slice(amount.end, next));
    const words = tokens?.inWords.find((one) => one.start >= amount.end && one.start < next);
    money.push({
      span: { paragraph: paragraph.index, start: amount.start, end: amount.end },
      text: paragraph.text.slice(amount.start, amount.end),
      amountText: amount.number.text,
      unit: amount.unit,
      dong: amount.dong,
      ...natureOf(label),
      label,
      partOf: parent?.index ?? null,
      partial: parent?.partial ?? false,
      inWords:
        words === undefined
          ? null
          : { text: words.words, span: { paragraph: paragraph.index, start: words.start, end: words.end } },
    });
    before = amount.end + after;
  }
}

const EMPTY_WORDS =
  /^(?:và|là|gồm|bao gồm|trong đó|cụ thể|khoảng|với|số tiền|tổng số tiền là|[\s,;:.()-])*$/iu;

interface Label {
  readonly label: string;
  /** How many characters after the amount the label takes. */
  readonly after: number;
}

/** The words the amount stands for: those before it, or those after it when only a connecting word is before. */
function labelOf(before: string, after: string): Label {
  const marks = /:\s*$/u.test(before) ? [';', '.'] : [';', '.', ','];
  const start = Math.max(...marks.map((mark) => before.lastIndexOf(`${mark} `) + 1), 0);
  const words = before.slice(start).replace(/^.*?(?:gồm|trong đó|cụ thể)\s*:?\s*/iu, '');
  if (!EMPTY_WORDS.test(words)) {
    return {
      label: words.replace(/^[\s,;:(]+|[\s,;:(]+$|\s+(?:là|khoảng|đạt)\s*:?\s*$/giu, '').trim(),
      after: 0,
    };
  }
  const end = /[,;.:)]|\s+và\s|\s+gồm\s/u.exec(after)?.index ?? after.length;
  return { label: after.slice(0, end).trim(), after: end };
}

function natureOf(label: string): { source: MoneySource | null; kind: MoneyKind | null } {
  const plain = fold(label);
  const source = SOURCES.find(([form]) => form.test(plain))?.[1] ?? null;
  const kind = RECURRENT.test(plain) ? 'recurrent' : INVESTMENT.test(plain) ? 'investment' : null;
  return { source, kind };
}
