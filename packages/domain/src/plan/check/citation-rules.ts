import { type Day, writtenDay } from '../../shared/day.ts';
import { type CheckContext, spanIn } from './check-context.ts';
import { type Cited, citationsOf, nameOf } from './citation-index.ts';
import type { Fault, Rule } from './rule.ts';

const name = ({ citation, read }: Cited): string => nameOf(citation, read.text);

const foldIssuer = (issuer: string): string =>
  issuer
    .toLowerCase()
    .replace(/[uủ]ỷ ban nhân dân|ủy ban nhân dân|ubnd/gu, 'ubnd')
    .replace(/hội đồng nhân dân|hđnd/gu, 'hđnd')
    .replace(/ban chấp hành|ban thường vụ|đảng bộ/gu, 'đảng')
    .replace(/\s+/gu, ' ')
    .trim();

const LEVELS = ['tỉnh', 'thành phố', 'huyện', 'thị xã', 'quận', 'xã', 'phường', 'thị trấn'];
const levelOf = (issuer: string): string | undefined =>
  LEVELS.find((level) => new RegExp(`(?<!\\p{L})${level}(?!\\p{L})`, 'u').test(issuer));

/** Whether two citations can be of one body: the same words, one within the other, or one unnamed. */
function mayShareIssuer(a: Cited, b: Cited): boolean {
  if (a.citation.issuer === null || b.citation.issuer === null) return true;
  const [first, second] = [foldIssuer(a.citation.issuer), foldIssuer(b.citation.issuer)];
  if (first.includes(second) || second.includes(first)) return true;
  const [one, other] = [levelOf(first), levelOf(second)];
  return one !== undefined && one === other && first.split(' ')[0] === second.split(' ')[0];
}

const SUBJECT =
  /(?:về(?: việc)?|quy định|phê duyệt|ban hành|thông qua|hướng dẫn)\s+([^;.,:]+?)(?=\s+và\s+\p{Lu}|[;.,:]|$)/u;

const wordsOf = (about: string): Set<string> =>
  new Set(
    (SUBJECT.exec(about)?.[1] ?? '')
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 1),
  );

/** Whether both citations say what their document is about, in nearly the same words. */
function sameSubject(a: Cited, b: Cited): boolean {
  const [first, second] = [wordsOf(a.citation.about), wordsOf(b.citation.about)];
  if (first.size < 4 || second.size < 4) return false;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / Math.min(first.size, second.size) >= 0.8;
}

/**
 * Two documents of different years may bear one number, so two dates are a contradiction only where the number
 * holds its year, or the days are of one year, or the day and month agree, or both are about the same thing.
 */
function isContradiction(a: Cited, b: Cited): boolean {
  const [first, second] = [a.citation.date!, b.citation.date!];
  if (first === second || !mayShareIssuer(a, b)) return false;
  if (a.citation.type !== null && b.citation.type !== null && a.citation.type !== b.citation.type)
    return false;
  if (a.citation.year !== null || first.slice(0, 4) === second.slice(0, 4)) return true;
  return first.slice(5) === second.slice(5) || sameSubject(a, b);
}

/** A document cited more often than this is compared in its first places only. */
const MOST_PLACES = 120;

function byKey(context: CheckContext): Map<string, Cited[]> {
  const groups = new Map<string, Cited[]>();
  for (const cited of citationsOf(context)) {
    const group = groups.get(cited.citation.key);
    if (group === undefined) groups.set(cited.citation.key, [cited]);
    else group.push(cited);
  }
  return groups;
}

function likelier(context: CheckContext, dates: ReadonlyMap<Day, Cited[]>): { right: Day; sure: boolean } {
  const [first] = [...dates.values()][0]!;
  const acts = context.knowledge.acts.filter(
    (act) => act.issued !== null && dates.has(act.issued) && keyOf(act.number) === first!.citation.key,
  );
  if (acts.length === 1) return { right: acts[0]!.issued!, sure: true };
  const sorted = [...dates.entries()].sort((a, b) => b[1].length - a[1].length);
  return { right: sorted[0]![0], sure: false };
}

export const keyOf = (number: string): string =>
  number
    .replace(/^0+(?=\d)/u, '')
    .replace(/^(\d+)-/u, '$1/')
    .toUpperCase();

function twoDates(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const group of byKey(context).values()) {
    const dated = group.filter(({ citation }) => citation.date !== null).slice(0, MOST_PLACES);
    const dates = new Map<Day, Cited[]>();
    for (const cited of dated) {
      if (dated.some((other) => isContradiction(cited, other))) {
        const same = dates.get(cited.citation.date!);
        if (same === undefined) dates.set(cited.citation.date!, [cited]);
        else same.push(cited);
      }
    }
    if (dates.size < 2) continue;
    const { right, sure } = likelier(context, dates);
    const rightly = dates.get(right)!;
    for (const [day, places] of dates) {
      if (day === right) continue;
      const [wrong] = places;
      faults.push({
        span: wrong!.dateSpan!,
        related: [rightly[0]!.dateSpan!],
        expected: writtenDay(right),
        message: {
          vi: `${name(wrong!)} ở đây ghi ngày ${writtenDay(day)}, chỗ khác ghi ngày ${writtenDay(right)}. Một văn bản chỉ có một ngày ban hành; ${sure ? `ngày đúng theo danh mục văn bản là ${writtenDay(right)}` : `có lẽ là ${writtenDay(right)}, cần xem lại văn bản gốc`}.`,
          en: `${name(wrong!)} is dated ${writtenDay(day)} here and ${writtenDay(right)} elsewhere. A document has one date; ${sure ? `the register of acts says ${writtenDay(right)}` : `probably ${writtenDay(right)}, look at the original`}.`,
        },
      });
    }
  }
  return faults;
}

function yearAndDate(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const cited of citationsOf(context)) {
    const { year, date } = cited.citation;
    if (year === null || date === null || date.startsWith(String(year))) continue;
    faults.push({
      span: cited.dateSpan!,
      message: {
        vi: `${name(cited)} mang năm ${year} trong số hiệu nhưng ghi ngày ${writtenDay(date)}. Số hiệu hoặc ngày ghi sai năm.`,
        en: `${name(cited)} holds the year ${year} in its number but is dated ${writtenDay(date)}. The number or the date has the wrong year.`,
      },
    });
  }
  return faults;
}

function againstRegister(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const cited of citationsOf(context)) {
    const { date, key, issuer } = cited.citation;
    if (date === null || (cited.citation.year === null && !/TTG|CP|QH/u.test(key))) continue;
    const acts = context.knowledge.acts.filter((act) => act.issued !== null && keyOf(act.number) === key);
    if (acts.length !== 1 || acts[0]!.issued === date) continue;
    const right = acts[0]!.issued!;
    const same = right.slice(5) === date.slice(5) || right.slice(0, 7) === date.slice(0, 7);
    if (cited.citation.year === null && !same && right.slice(0, 4) !== date.slice(0, 4)) continue;
    if (issuer !== null && /(?:tỉnh|huyện|xã|thành phố|phường)/u.test(issuer)) continue;
    const { issuedVerified } = acts[0]!;
    const [doubt, doubtEn] = issuedVerified
      ? ['', '']
      : [
          ' Danh mục văn bản chưa kiểm chứng ngày này: đối chiếu trước khi sửa.',
          ' The register has not verified this day.',
        ];
    faults.push({
      ...(issuedVerified ? {} : { severity: 'info' as const }),
      span: cited.dateSpan!,
      expected: writtenDay(right),
      message: {
        vi: `${name(cited)} ban hành ngày ${writtenDay(right)} theo danh mục văn bản, ở đây ghi ${writtenDay(date)}.${doubt}`,
        en: `${name(cited)} was issued on ${writtenDay(right)} by the register of acts; here it is dated ${writtenDay(date)}.${doubtEn}`,
      },
    });
  }
  return faults;
}

/** "(Kèm theo Kế hoạch số 37/KH-UBND ngày …)" over an annex, with another day than the head bears. */
function ownDateFaults(context: CheckContext): Fault[] {
  const { number, date } = context.document.head;
  const own = date?.day;
  if (number === null || number.symbol === null || date === null || own == null) return [];
  const key = keyOf(number.text.replace(/\s+/gu, ''));
  return citationsOf(context).flatMap((cited) => {
    const { citation, read, dateSpan } = cited;
    if (citation.key !== key || citation.date === null || citation.date === own || dateSpan === null)
      return [];
    if (!/k[èe]m theo/iu.test(read.text.slice(Math.max(0, citation.start - 40), citation.start))) return [];
    return [
      {
        span: dateSpan,
        related: [date.span],
        expected: writtenDay(own),
        message: {
          vi: `${name(cited)} là văn bản này, ở đây ghi ngày ${writtenDay(citation.date)}, đầu văn bản ghi ngày ${writtenDay(own)}.`,
          en: `${name(cited)} is this document; it is dated ${writtenDay(citation.date)} here and ${writtenDay(own)} in its head.`,
        },
      },
    ];
  });
}

function dateFaults(context: CheckContext): Fault[] {
  const both = twoDates(context);
  const taken = new Set(both.map(({ span }) => `${span.paragraph}:${span.start}`));
  const more = againstRegister(context).filter(({ span }) => !taken.has(`${span.paragraph}:${span.start}`));
  return [...both, ...more, ...ownDateFaults(context)];
}

function afterPlan(context: CheckContext): Fault[] {
  const { planDay } = context;
  const own = context.document.head.date;
  if (planDay === null || own === null) return [];
  const faults: Fault[] = [];
  for (const cited of citationsOf(context)) {
    const { date, year } = cited.citation;
    const late = date !== null ? date > planDay : year !== null && year > Number(planDay.slice(0, 4));
    if (!late) continue;
    const when = date === null ? `năm ${year}` : `ngày ${writtenDay(date)}`;
    faults.push({
      span: cited.dateSpan ?? spanIn(cited.read, cited.citation.numberSpan),
      related: [own.span],
      message: {
        vi: `${name(cited)} ${when} có sau ngày của văn bản này (${own.blank ? `tháng ${planDay.slice(5, 7)}/${planDay.slice(0, 4)}` : writtenDay(planDay)}), nên không thể là căn cứ hay được viện dẫn. Xem lại ngày, năm của văn bản được dẫn, hoặc ngày của văn bản này.`,
        en: `${name(cited)} (${date ?? year}) is later than this document (${planDay}), so it can be neither ground nor cited. Look at the date of the cited document, or of this one.`,
      },
    });
  }
  return faults;
}

function impossibleDates(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    for (const date of read.dates) {
      if (date.precision === 'year' || date.first !== null || date.year === null) continue;
      if (date.year < 1930 || date.year > 2100) continue;
      const written = read.text.slice(date.start, date.end);
      faults.push({
        span: spanIn(read, date),
        message: {
          vi: `“${written}” không có trong lịch. Xem lại ngày và tháng.`,
          en: `"${written}" is no day of the calendar. Look at day and month.`,
        },
      });
    }
  }
  return faults;
}

export const citationRules: readonly Rule[] = [
  {
    id: 'cite.two-dates',
    severity: 'error',
    title: { vi: 'Một văn bản được dẫn với hai ngày khác nhau', en: 'One document is cited with two dates' },
    find: dateFaults,
  },
  {
    id: 'cite.year',
    severity: 'error',
    title: {
      vi: 'Năm trong số hiệu khác năm của ngày ban hành',
      en: 'The year in a number differs from the date',
    },
    find: yearAndDate,
  },
  {
    id: 'cite.later',
    severity: 'error',
    title: { vi: 'Văn bản được dẫn có sau ngày của kế hoạch', en: 'A cited document is later than the plan' },
    find: afterPlan,
  },
  {
    id: 'date.impossible',
    severity: 'error',
    title: { vi: 'Ngày không có trong lịch', en: 'A day that does not exist' },
    find: impossibleDates,
  },
];
