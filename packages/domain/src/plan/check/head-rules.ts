import { makeDay } from '../../shared/day.ts';
import type { CheckContext } from './check-context.ts';
import { spanIn } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';

function blankFaults({ document: { head } }: CheckContext): Fault[] {
  const faults: Fault[] = [];
  if (head.number?.blank === true)
    faults.push({
      span: head.number.span,
      message: {
        vi: `Số của văn bản còn để trống (“${head.number.text}”). Lấy số ở sổ văn bản đi trước khi ban hành.`,
        en: `The number of the document is blank ("${head.number.text}"). Take it from the register before issuing.`,
      },
    });
  if (head.date?.blank === true)
    faults.push({
      span: head.date.span,
      message: {
        vi: `Ngày ban hành còn để trống (“${head.date.text}”). Ghi ngày ký.`,
        en: `The day of issue is blank ("${head.date.text}"). Write the day of signing.`,
      },
    });
  return faults;
}

/** NĐ 30/2020, in force from this day on. */
const DECREE_30 = makeDay(2020, 3, 5);

/** NĐ 30/2020 Phụ lục I: a number below 10 and a day below 10 take a leading 0, a month only when it is 1 or 2. */
function formFaults({ document: { head } }: CheckContext): Fault[] {
  const faults: Fault[] = [];
  if (head.date?.day != null && head.date.day < DECREE_30) return faults;
  const number = head.number === null ? null : /^\s*(?:Số\s*:?\s*)?(\d)\s*\//u.exec(head.number.text);
  if (number !== null && head.number !== null)
    faults.push({
      span: head.number.span,
      expected: head.number.text.replace(number[1]!, `0${number[1]}`),
      message: {
        vi: `Số văn bản nhỏ hơn 10 phải ghi thêm số 0 phía trước: 0${number[1]} (NĐ 30/2020, Phụ lục I).`,
        en: `A document number below 10 takes a leading 0: 0${number[1]} (NĐ 30/2020, Annex I).`,
      },
    });
  const date =
    head.date === null ? null : /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm/iu.exec(head.date.text);
  if (date === null || head.date === null) return faults;
  const [, day = '', month = ''] = date;
  const wanted = [
    day.length === 1 ? `0${day}` : day,
    /^[12]$/u.test(month) ? `0${month}` : /^0[3-9]$/u.test(month) ? month.slice(1) : month,
  ];
  if (wanted[0] === day && wanted[1] === month) return faults;
  faults.push({
    span: head.date.span,
    expected: `ngày ${wanted[0]} tháng ${wanted[1]}`,
    message: {
      vi: `Ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước, tháng khác thì không: “ngày ${wanted[0]} tháng ${wanted[1]}” (NĐ 30/2020, Phụ lục I).`,
      en: `A day below 10 and the months 1 and 2 take a leading 0, other months do not: "ngày ${wanted[0]} tháng ${wanted[1]}" (NĐ 30/2020, Annex I).`,
    },
  });
  return faults;
}

/** "./" and "/." stand for it in many documents and are seen as it. */
const END = /\.\s*\/\s*\.?|\/\s*\.\s*$/u;
const GROUND = /^Căn cứ(?!\p{L})/u;
const CLOSES = /^(?:Nơi nhận|TM\.|KT\.|TL\.|TUQ\.|Q\.)|^CHỦ TỊCH|^\*?PHÓ CHỦ TỊCH/u;

/** The last paragraph before recipients and signature ends with "./." (NĐ 30/2020, Phụ lục I). */
function endFaults(context: CheckContext): Fault[] {
  const body = context.paragraphs.filter(({ paragraph }) => paragraph.annex === null);
  const grounds = body.findLastIndex(({ text }) => GROUND.test(text));
  const closing = body.findIndex(
    ({ paragraph, text }, at) =>
      at > body.length / 3 && (paragraph.kind === 'closing' || (at > grounds && CLOSES.test(text))),
  );
  if (closing <= 0 || body.slice(0, closing).some(({ text }) => END.test(text))) return [];
  if (body.slice(closing, closing + 2).some(({ text }) => END.test(text))) return [];
  const last = body
    .slice(0, closing)
    .findLast(
      ({ paragraph, text }) => paragraph.kind !== 'cell' && /[\p{L}\d]/u.test(text) && text.length > 20,
    );
  if (last === undefined) return [];
  return [
    {
      span: spanIn(last, { start: Math.max(0, last.text.length - 40), end: last.text.length }),
      expected: `${last.text
        .split(' ')
        .slice(-6)
        .join(' ')
        .replace(/[.\s]+$/u, '')}./.`,
      message: {
        vi: 'Hết nội dung văn bản mà không có dấu kết thúc “./.” (NĐ 30/2020, Phụ lục I). Thêm “./.” vào cuối câu này.',
        en: 'The text ends without the closing mark "./." (NĐ 30/2020, Annex I). Add "./." to the end of this sentence.',
      },
    },
  ];
}

const CLOSING_SENTENCE = /Trên đây là|Kế hoạch này|yêu cầu các|đề nghị các/iu;
const YEARS = /(?:giai đoạn|năm)\s*((?:19|20)\d{2})(?:\s*(?:-|–|đến(?: năm)?)\s*((?:19|20)\d{2}))?/iu;

/** The period of the title against that of the closing sentence "Trên đây là Kế hoạch …". */
function periodFaults(context: CheckContext): Fault[] {
  const { period } = context.document.head;
  if (period === null) return [];
  const faults: Fault[] = [];
  const proper = context.paragraphs.filter(
    ({ paragraph: { annex, kind } }) => annex === null && kind !== 'cell',
  );
  for (const read of proper.slice(-60)) {
    if (!/Trên đây là/iu.test(read.text) || !CLOSING_SENTENCE.test(read.text)) continue;
    const from = read.text.search(/Trên đây là/iu);
    const sentence =
      /^.*?(?=\.\s|\.\/|(?<!\p{L})(?:yêu cầu|đề nghị|giao|trong quá trình|các (?:cơ quan|đơn vị|sở|ban))(?!\p{L})|$)/isu.exec(
        read.text.slice(from),
      )?.[0] ?? '';
    const match = YEARS.exec(sentence);
    if (match === null) continue;
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (first === period.from && last === period.to) continue;
    const title = period.from === period.to ? String(period.from) : `${period.from}-${period.to}`;
    const closing = first === last ? String(first) : `${first}-${last}`;
    if (period.from !== period.to && first === last && first >= period.from && first <= period.to) continue;
    faults.push({
      span: spanIn(read, { start: from + match.index, end: from + match.index + match[0].length }),
      related: [period.span],
      expected: title,
      message: {
        vi: `Câu kết ghi ${match[0]}, tên kế hoạch ghi ${title}. Một trong hai còn sót từ văn bản cũ; có lẽ câu kết phải là ${title}.`,
        en: `The closing sentence says ${closing}, the title ${title}. One is left from an older document; probably the closing should say ${title}.`,
      },
    });
  }
  return faults;
}

export const headRules: readonly Rule[] = [
  {
    id: 'head.blank',
    severity: 'warning',
    title: { vi: 'Số hoặc ngày ban hành để trống', en: 'The number or the day of issue is blank' },
    find: blankFaults,
  },
  {
    id: 'head.form',
    severity: 'warning',
    title: { vi: 'Số, ngày ghi không đúng thể thức', en: 'Number or date not in the prescribed form' },
    find: formFaults,
  },
  {
    id: 'closing.mark',
    severity: 'warning',
    title: { vi: 'Thiếu dấu kết thúc “./.”', en: 'The closing mark "./." is missing' },
    find: endFaults,
  },
  {
    id: 'closing.period',
    severity: 'error',
    title: {
      vi: 'Thời kỳ ở câu kết khác tên kế hoạch',
      en: 'The period of the closing sentence differs from the title',
    },
    find: periodFaults,
  },
];
