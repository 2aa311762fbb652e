import { breakdownsOf } from './breakdown.ts';
import type { CheckContext, ReadParagraph } from './check-context.ts';
import { placeOf, type Quantity, quantitiesOf } from './quantity.ts';
import type { Fault, Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { COUNT, value } from './target-words.ts';

const SHARE = '(?:tỷ lệ|khoảng)?\\s*(\\d{1,3}(?:,\\d{1,2})?)\\s*%';
const SHARE_AFTER = [
  new RegExp(`^\\s*[,(]?\\s*(?:chiếm|tương đương|bằng|đạt|=)?\\s*${SHARE}`, 'u'),
  // "250 hộ nghèo (chiếm tỷ lệ 20,00%)": the noun is longer than what was counted.
  new RegExp(
    `^(?:\\s+(?!và |hoặc )\\p{L}+){1,6}\\s*[,(]?\\s*(?:chiếm|tương đương|=|(?<=\\())\\s*${SHARE}`,
    'u',
  ),
] as const;

const shareAfter = (text: string): RegExpExecArray | null =>
  SHARE_AFTER[0].exec(text) ?? SHARE_AFTER[1].exec(text);

/** "- Vốn đầu tư: giao 12.000 triệu đồng, giải ngân 11.400 triệu đồng, đạt 95%": of what its own line says first. */
const followsItsOwnBase = (context: CheckContext, part: Quantity): boolean =>
  context.paragraphs.some(
    (read) =>
      read.index === part.paragraph &&
      quantitiesOf(read).some(({ unit, end }) => unit === part.unit && end <= part.start) &&
      DONE.test(read.text.slice(Math.max(0, part.start - 30), part.start)),
  );

function shareFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const { totals, parts } of breakdownsOf(context)) {
    const total = totals.at(-1)!;
    if (total.value === 0n || totals.length > 1) continue;
    for (const part of parts) {
      const { text } = context.document.paragraphs[part.paragraph]!;
      const match = shareAfter(text.slice(part.end, part.end + 70));
      if (match === null || followsItsOwnBase(context, part)) continue;
      const written = Number(match[1]!.replace(',', '.'));
      const is = (Number(part.value) * 100) / Number(total.value);
      const places = match[1]!.split(',')[1]?.length ?? 0;
      if (Math.abs(is - written) <= 0.5 * 10 ** -places + 0.06) continue;
      const right = is.toFixed(Math.max(places, 1)).replace('.', ',');
      faults.push({
        span: { paragraph: part.paragraph, start: part.start, end: part.end + match[0].length },
        related: [placeOf(total)],
        expected: `${right}%`,
        message: {
          vi: `${part.written} trên ${total.written} là ${right}%, không phải ${match[1]}%. Số, tổng hoặc tỷ lệ ghi sai.`,
          en: `${part.written} of ${total.written} is ${right}%, not ${match[1]}%. The number, the total or the share is wrong.`,
        },
      });
    }
  }
  return faults;
}

/** Parts written as shares of a whole: they come to 100 %. */
function percentFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.paragraph.kind === 'cell' || !read.text.includes('%')) continue;
    const match = /(?:cơ cấu|tỷ trọng)[^.;:]*:?\s+([^.;]*%[^.;]*)/iu.exec(read.text);
    if (match === null || /tăng|giảm|năm \d{4}/iu.test(match[0])) continue;
    const shares = [...match[1]!.matchAll(/(\d{1,3}(?:,\d{1,2})?)\s*%/gu)].map((each) =>
      Number(each[1]!.replace(',', '.')),
    );
    const sum = shares.reduce((all, share) => all + share, 0);
    if (
      shares.length < 2 ||
      shares.includes(100) ||
      Math.abs(sum - 100) <= 0.1 * shares.length ||
      sum < 85 ||
      sum > 115
    )
      continue;
    const start = match.index;
    const is = sum.toFixed(1).replace('.', ',').replace(',0', '');
    faults.push({
      span: { paragraph: read.index, start, end: start + match[0].length },
      expected: '100%',
      message: {
        vi: `Các tỷ lệ của cơ cấu này cộng được ${is}%, không phải 100%. Xem lại từng tỷ lệ.`,
        en: `The shares of this whole add up to ${is}%, not 100%. Look at each of them.`,
      },
    });
  }
  return faults;
}

const DONE_SHARE = /^[^.;\d%]{0,40}?(?:đạt|bằng|chiếm)\s*(?:tỷ lệ|khoảng)?\s*(\d{1,3}(?:,\d{1,2})?)\s*%/u;
const DONE =
  /giải ngân|thực hiện|đã chi|sử dụng|thanh toán|quyết toán|đã cấp|đã (?:đào tạo|hỗ trợ|giải quyết)/iu;
const PLANNED = /giao|kế hoạch|phân bổ|dự toán|chỉ tiêu|tổng (?:kinh phí|số|vốn|nguồn)/iu;

/** The quantity that a share of what was done is taken of, when the sentence names one and the share is not of it. */
function wrongBase(read: ReadParagraph, own: readonly Quantity[], at: number, share: number, slack: number) {
  const done = own[at]!;
  const bases = own.slice(0, at).filter(({ unit, rate }) => unit === done.unit && !rate);
  const [base] = bases;
  if (base === undefined || bases.length > 1 || base.value === 0n) return undefined;
  if (!PLANNED.test(read.text.slice(Math.max(0, base.start - 60), base.start))) return undefined;
  if (!DONE.test(read.text.slice(base.end, done.start))) return undefined;
  const is = (Number(done.value) * 100) / Number(base.value);
  return Math.abs(is - share) <= slack || is > 300 ? undefined : { base, is };
}

/** "Vốn giao 12.000 triệu đồng, giải ngân 11.400 triệu đồng, đạt 95%". */
function doneFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!read.text.includes('%') || read.paragraph.kind === 'cell') continue;
    for (const sentence of sentencesOf(read.text.replaceAll(';', ','))) {
      const own = quantitiesOf(read).filter(
        ({ start, end }) => start >= sentence.start && end <= sentence.end,
      );
      for (const [at, done] of own.entries()) {
        const match = DONE_SHARE.exec(read.text.slice(done.end, done.end + 80));
        if (match === null || at === 0) continue;
        const places = match[1]!.split(',')[1]?.length ?? 0;
        const share = Number(match[1]!.replace(',', '.'));
        const wrong = wrongBase(read, own, at, share, 0.5 * 10 ** -places + 0.06);
        if (wrong === undefined) continue;
        const right = wrong.is.toFixed(Math.max(places, 1)).replace('.', ',');
        faults.push({
          span: { paragraph: read.index, start: done.start, end: done.end + match[0].length },
          related: [placeOf(wrong.base)],
          expected: `${right}%`,
          message: {
            vi: `${done.written} trên ${wrong.base.written} là ${right}%, không phải ${match[1]}%. Số thực hiện, số giao hoặc tỷ lệ ghi sai.`,
            en: `${done.written} of ${wrong.base.written} is ${right}%, not ${match[1]}%. What was done, what was given or the share is wrong.`,
          },
        });
      }
    }
  }
  return faults;
}

const KIND = '(hộ|người|lao động|trẻ em|học sinh|xã|thôn|nhà)(?!\\p{L})';
const IS_SHARE = '[,(]?\\s*(?:đạt|chiếm|bằng|tương đương)\\s*(?:tỷ lệ\\s*)?(\\d{1,3}(?:,\\d{1,2})?)\\s*%';
const WHOLE_THEN_PART = new RegExp(
  `(?<!\\p{L})trong\\s+(?:tổng\\s+)?(?:số\\s+)?${COUNT}\\s+${KIND}[^.;:\\d%]{0,40}?có\\s+${COUNT}\\s+\\2(?!\\p{L})[^.;:\\d%]{0,60}?${IS_SHARE}`,
  'giu',
);
const PART_THEN_WHOLE = new RegExp(
  `(?<![\\d.,/])${COUNT}\\s+${KIND}[^.;:\\d%]{0,60}?\\s(?:trên|trong)\\s+tổng(?:\\s+số)?\\s+${COUNT}\\s+\\2(?!\\p{L})[^.;:\\d%]{0,40}?${IS_SHARE}`,
  'giu',
);

/** "Trong 400 hộ có 120 hộ …, đạt 30%"; "120 hộ … trên tổng số 400 hộ, đạt 30%". */
function ofWholeFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (!read.text.includes('%') || read.paragraph.kind === 'cell') continue;
    for (const [form, wholeAt, partAt] of [
      [WHOLE_THEN_PART, 1, 3],
      [PART_THEN_WHOLE, 3, 1],
    ] as const) {
      for (const match of read.text.matchAll(form)) {
        const [whole, part] = [value(match[wholeAt]), value(match[partAt])];
        const share = match[4] ?? '';
        const places = share.split(',')[1]?.length ?? 0;
        const is = (part * 100) / whole;
        if (whole === 0 || Math.abs(is - Number(share.replace(',', '.'))) <= 0.5 * 10 ** -places + 0.06)
          continue;
        const right = is.toFixed(Math.max(places, 1)).replace('.', ',');
        faults.push({
          span: { paragraph: read.index, start: match.index, end: match.index + match[0].length },
          expected: `${right}%`,
          message: {
            vi: `${match[partAt]} trên ${match[wholeAt]} ${match[2]} là ${right}%, không phải ${share}%. Số, tổng hoặc tỷ lệ ghi sai.`,
            en: `${match[partAt]} of ${match[wholeAt]} ${match[2]} is ${right}%, not ${share}%. The number, the total or the share is wrong.`,
          },
        });
      }
    }
  }
  return faults;
}

export const shareRule: Rule = {
  id: 'sum.share',
  severity: 'error',
  title: {
    vi: 'Tỷ lệ của một phần không khớp số và tổng; cơ cấu không đủ 100%',
    en: 'A share does not follow from part and whole; shares do not come to 100 %',
  },
  find: (context) => [
    ...shareFaults(context),
    ...percentFaults(context),
    ...doneFaults(context),
    ...ofWholeFaults(context),
  ],
};
