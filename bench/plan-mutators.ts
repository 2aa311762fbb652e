/** One fault put into a text. `rules`: the first is the one meant, the others tell it as well. */
export interface Mutation {
  readonly rules: readonly string[];
  readonly text: string;
  readonly what: string;
}

type Mutator = (text: string) => readonly Mutation[];

/** Places of one kind that are tried in a text, spread over it. */
const MOST_PLACES = 3;

function spread<Item>(items: readonly Item[]): readonly Item[] {
  const step = Math.max(1, Math.ceil(items.length / MOST_PLACES));
  return items.filter((_, at) => at % step === Math.floor(step / 2));
}

interface Change {
  readonly index: number;
  readonly was: string;
  readonly now: string;
}

const apply = (text: string, { index, was, now }: Change): string =>
  text.slice(0, index) + now + text.slice(index + was.length);

/** A mutator that rewrites matches of a pattern; `null` leaves a match as it is. */
const rewriting =
  (
    rules: readonly string[],
    pattern: RegExp,
    rewrite: (match: RegExpExecArray, text: string) => string | null,
  ): Mutator =>
  (text) => {
    const changes = [...text.matchAll(pattern)].flatMap((match): Change[] => {
      const now = rewrite(match, text);
      return now === null || now === match[0] ? [] : [{ index: match.index, was: match[0], now }];
    });
    return spread(changes).map((change) => ({
      rules,
      text: apply(text, change),
      what: `${change.was.trim().replace(/\s+/gu, ' ').slice(0, 60)} → ${change.now.trim().replace(/\s+/gu, ' ').slice(0, 60)}`,
    }));
  };

const roman = (number: string): string =>
  ({ I: 'II', II: 'III', III: 'IV', IV: 'V', V: 'VI', VI: 'VII' })[number] ?? number;

const nextOf = (text: string, from: number, form: RegExp): boolean =>
  form.test(text.slice(from, from + 6000));

export const MUTATORS: readonly Mutator[] = [
  rewriting(
    ['cite.year', 'cite.two-dates'],
    /(\d{1,4}\/(20\d\d)\/(?:NĐ-CP|NQ-HĐND|TT-\p{Lu}+|QĐ-TTg|QĐ-UBND|QH\d+),?\s+ngày\s+\d{1,2}\/\d{1,2}\/)\2/gu,
    ([, before, year]) => `${before}${Number(year) - 1}`,
  ),
  rewriting(
    ['cite.symbol'],
    /(số\s+\d{1,4}\/(?:20\d\d\/)?)(QĐ-(?:TTg|UBND)|NĐ-CP|NQ-HĐND|KH-UBND)/gu,
    ([, number, symbol]) =>
      `${number}${{ 'QĐ-TTg': 'QD-TTg', 'QĐ-UBND': 'QD-UBND', 'NĐ-CP': 'ND-CP', 'NQ-HĐND': 'NQ-HDND', 'KH-UBND': 'KH-UBDN' }[symbol!]}`,
  ),
  rewriting(
    ['cite.later', 'cite.two-dates', 'cite.year'],
    /(ngày\s+\d{1,2}\/\d{1,2}\/)20[12]\d(?=\s+của\s+(?:UBND|Ủy ban|HĐND|Bộ|Chính phủ|Thủ tướng))/gu,
    ([, day]) => `${day}2034`,
  ),
  rewriting(
    ['date.impossible'],
    /(trước ngày )\d{1,2}(\/|\s+tháng\s+)(?:4|6|9|11)(?=(?:\/|\s+năm\s+)20\d\d)/gu,
    ([, before, between]) => `${before}31${between}11`,
  ),
  rewriting(['closing.mark'], /\.\/\./gu, (match, text) =>
    text.indexOf('./.') === text.lastIndexOf('./.') && match.index > text.length / 3 ? '.' : null,
  ),
  rewriting(['head.blank'], /(?<=\n\s*)Số:?\s*\d{1,4}(?=\/)/gu, (match) =>
    match.index < 1500 ? 'Số:      ' : null,
  ),
  rewriting(['closing.period'], /Trên đây là[^.;/]{10,220}?năm (20\d\d)(?!\s*-)/gu, ([all, year]) =>
    all.replace(new RegExp(`${year}$`, 'u'), String(Number(year) - 1)),
  ),
  rewriting(
    ['text.repeated-word'],
    /(?<=\p{Ll} )(thực hiện|giảm nghèo|các|của|hỗ trợ|đánh giá)(?= \p{Ll})/gu,
    ([word]) => `${word} ${word}`,
  ),
  rewriting(
    ['text.spelling'],
    /(?<=\p{Ll} )(giảm nghèo|bền vững|kế hoạch|ngân sách|hỗ trợ|thực hiện)(?= \p{Ll})/gu,
    ([word]) =>
      ({
        'giảm nghèo': 'giảm ngèo',
        'bền vững': 'bền vửng',
        'kế hoạch': 'kế hoach',
        'ngân sách': 'ngân sach',
        'hỗ trợ': 'hổ trợ',
        'thực hiện': 'thực hiên',
      })[word!] ?? null,
  ),
  rewriting(
    ['text.spelling'],
    /Ủy ban nhân dân|Thương binh và Xã hội|Chính sách xã hội|dân tộc thiểu số/gu,
    ([word]) =>
      ({
        'Ủy ban nhân dân': 'Ủy ban nhân dâm',
        'Thương binh và Xã hội': 'Thương binh và Xã hôị',
        'Chính sách xã hội': 'Chính sách xã hộii',
        'dân tộc thiểu số': 'dân tộc thiểu sốt',
      })[word!] ?? null,
  ),
  rewriting(['numbering.order'], /(?<=\n\s*(?:\*\*)?)(I|II|III|IV|V)(?=\.\s+\p{Lu})/gu, (match, text) =>
    nextOf(text, match.index + 10, new RegExp(`\\n\\s*(?:\\*\\*)?${roman(match[1]!)}\\.\\s`, 'u')) &&
    match[1] !== 'I'
      ? roman(match[1]!)
      : null,
  ),
  rewriting(['numbering.order'], /(?<=\n\s*(?:\*\*)?)(\d)(?=\. \p{Lu})/gu, (match, text) =>
    Number(match[1]) > 1 &&
    nextOf(text, match.index + 5, new RegExp(`\\n\\s*(?:\\*\\*)?${Number(match[1]) + 1}\\. `, 'u'))
      ? String(Number(match[1]) + 1)
      : null,
  ),
  rewriting(['numbering.order'], /(?<=\n\s*)(b|c)(?=\) )/gu, (match, text) =>
    nextOf(text, match.index + 5, /\n\s*(?:c|d)\) /u) ? { b: 'c', c: 'd' }[match[1]!]! : null,
  ),
  rewriting(['numbering.form'], /(?<=\n\s*(?:\*\*)?Điều )([2-9])(?=\.)/gu, ([number]) => `0${number}`),
  rewriting(
    ['text.page-number'],
    /(?<=\p{Ll})[ \n](?=(?:của|thuộc|và các|trên địa bàn) )/gu,
    (match, text) =>
      /\p{Ll}{3,}$/u.test(text.slice(0, match.index)) &&
      !/(?:số|năm|tháng|quý|ngày|án|điều|khoản|cấp|thôn|xã|phường|khu|nhất|giảm|tăng|còn|đạt|mức|có|là|vùng|nhóm|tổ|bản)$/iu.test(
        text.slice(0, match.index),
      )
        ? ` 7${match[0]}`
        : null,
  ),
  (text) => {
    const paragraphs = [...text.matchAll(/(?<=\n\n)[-+] [^\n]{70,300}[.;]\n\n/gu)];
    return spread(paragraphs).map((match) => ({
      rules: ['text.repeated-paragraph'],
      text: text.slice(0, match.index) + match[0] + text.slice(match.index),
      what: match[0].slice(0, 60),
    }));
  },
  rewriting(
    ['deadline.past', 'deadline.period'],
    /((?:xong|báo cáo|hoàn thành)[^.;\n]{0,60}trước ngày \d{1,2}\/\d{1,2}\/)(20\d\d)/gu,
    ([, before, year]) => `${before}${Number(year) - 2}`,
  ),
  rewriting(
    ['sum.money', 'sum.projects', 'amount.words', 'table.prose', 'table.column', 'table.row'],
    /(?<=(?:gồm|trong đó|bao gồm)[^.]{0,120}? )(\d)(\d{1,2}(?:\.\d{3})*(?:,\d+)?)(?= (?:triệu|tỷ) đồng)/gu,
    ([, first, rest]) => `${(Number(first) % 9) + 1}${rest}`,
  ),
  rewriting(
    ['amount.magnitude', 'sum.money', 'sum.projects', 'table.prose'],
    /(\d{2,3}) triệu đồng/gu,
    ([, number]) => `${number}.000.000 triệu đồng`,
  ),
  rewriting(
    ['target.no-change', 'target.difference', 'table.prose'],
    /từ (\d{1,2},\d{1,2})%([^.;%]{0,60}xuống còn )\d{1,2},\d{1,2}%/gu,
    ([, from, between]) => `từ ${from}%${between}${from}%`,
  ),
  rewriting(
    ['target.direction', 'target.difference', 'table.prose'],
    /từ (\d{1,2}),(\d{1,2})%([^.;%]{0,60}xuống còn )\d{1,2},\d{1,2}%/gu,
    ([, whole, part, between]) => `từ ${whole},${part}%${between}${Number(whole) + 2},${part}%`,
  ),
];
