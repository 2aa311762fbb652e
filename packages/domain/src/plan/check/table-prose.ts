import type { TextSpan } from '../document/source-place.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import { isNearMiss } from './near-miss.ts';
import type { Fault } from './rule.ts';
import { gridsOf } from './table-relations.ts';

const WHOLE_RATE =
  /tỷ lệ (?:hộ )?nghèo(?: đa chiều)?(?: chung)?(?: (?:toàn|trên địa bàn|của) (?:tỉnh|huyện|xã|thành phố|phường)[^.;,\d]{0,30})?\s*(?:năm \d{4}\s*)?(?:giảm|xuống)?\s*còn\s*(?:khoảng\s*)?(\d{1,2}(?:,\d{1,2})?)\s*%/iu;
const WHOLE_FALL = /giảm\s+(?:khoảng\s+|ít nhất\s+)?(\d{1,3}(?:\.\d{3})*)\s*hộ nghèo(?!\s*\/)/iu;

interface TotalCell {
  readonly span: TextSpan;
  readonly value: number;
  readonly text: string;
}

/** The cell of the last total row in the last column whose title all patterns fit. */
function totalCell(context: CheckContext, fits: readonly RegExp[], year: string): TotalCell | undefined {
  for (const { table, values } of gridsOf(context)) {
    const row = table.rows.findIndex(({ role }) => role === 'total');
    const titles = table.columns.map(({ title }) => title);
    const dated = titles.some((title) => /20\d{2}/u.test(title));
    const column = titles.findLastIndex(
      (title) => fits.every((pattern) => pattern.test(title)) && (!dated || title.includes(year)),
    );
    const cell = table.rows[row]?.cells[column];
    const value = values[row]?.[column];
    if (cell != null && value !== null && value !== undefined)
      return { span: cell.span, value, text: cell.text };
  }
  return undefined;
}

const number = (written: string): number => Number(written.replaceAll('.', '').replace(',', '.'));

function proseFault(read: ReadParagraph, match: RegExpExecArray, cell: TotalCell): Fault {
  return {
    span: spanIn(read, { start: match.index, end: match.index + match[0].length }),
    related: [cell.span],
    expected: cell.text,
    message: {
      vi: `Lời văn ghi ${match[1]}, dòng tổng của bảng ghi ${cell.text}. Thống nhất một số.`,
      en: `The text says ${match[1]}, the total row of the table ${cell.text}. Settle on one number.`,
    },
  };
}

/** Every table counts poor households and no others: "Chỉ tiêu giảm" alone says what falls. */
const onlyPoor = ({ document }: CheckContext): boolean => {
  const titles = document.tables.map(({ columns }) => columns.map(({ title }) => title).join(' '));
  return titles.every((each) => /hộ nghèo/iu.test(each) && !/cận nghèo/iu.test(each));
};

/** A target in the text against the total row of the annex. */
export function proseFaults(context: CheckContext): Fault[] {
  const year = context.period?.from === context.period?.to ? String(context.period?.to ?? '') : '';
  const rate = year === '' ? undefined : totalCell(context, [/tỷ lệ/iu, /cuối|còn|năm/iu], year);
  const fall =
    totalCell(context, [/giảm/iu, /hộ/iu, /^(?!.*cận nghèo)/iu], year) ??
    (onlyPoor(context)
      ? totalCell(context, [/^(?:chỉ tiêu |số )?giảm(?: (?:trong )?năm(?: \d{4})?)?$/iu], year)
      : undefined);
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.paragraph.kind === 'cell' || !/nghèo/u.test(read.text)) continue;
    const told = WHOLE_RATE.exec(read.text);
    if (told !== null && rate !== undefined && rate.value < 100 && number(told[1]!) !== rate.value)
      faults.push(proseFault(read, told, rate));
    const fallen = WHOLE_FALL.exec(read.text);
    if (
      fallen !== null &&
      fall !== undefined &&
      number(fallen[1]!) !== fall.value &&
      !/từ\s*$/u.test(read.text.slice(0, fallen.index))
    )
      faults.push(proseFault(read, fallen, fall));
  }
  return [...faults, ...moneyFaults(context)];
}

const TABLE_UNIT = /(?:đơn vị(?:\s+tính)?|đvt)\s*:?\s*(tỷ đồng|triệu đồng|nghìn đồng|ngàn đồng|đồng)/iu;
const UNIT_DONG: Readonly<Record<string, bigint>> = {
  'tỷ đồng': 1_000_000_000n,
  'triệu đồng': 1_000_000n,
  'nghìn đồng': 1000n,
  'ngàn đồng': 1000n,
  đồng: 1n,
};
const WHOLE_MONEY =
  /tổng\s+(?:kinh phí|nguồn vốn|nguồn kinh phí|nhu cầu|vốn|dự toán)[^.;:\d]{0,60}(?:năm\s*20\d{2})?[^.;:\d]{0,20}:?\s*$/iu;
const LINES_ABOVE = 8;

/** The total money of the annexes, in đồng: total row, column "Tổng cộng", unit above the table. */
function tableMoney(context: CheckContext): { span: TextSpan; dong: bigint; text: string }[] {
  return gridsOf(context).flatMap(({ table, values }) => {
    const above = context.document.paragraphs.slice(
      Math.max(0, table.firstParagraph - LINES_ABOVE),
      table.firstParagraph,
    );
    const unit = above.map(({ text }) => TABLE_UNIT.exec(text)?.[1]).findLast((each) => each !== undefined);
    const column = table.columns.findIndex(({ title }) =>
      /tổng(?:\s+(?:cộng|số|kinh phí|vốn))?|kinh phí|thành tiền/iu.test(title),
    );
    const row = table.rows.findIndex(({ role }) => role === 'total');
    const [cell, value] = [table.rows[row]?.cells[column], values[row]?.[column]];
    if (unit === undefined || cell == null || value == null) return [];
    const dong = (BigInt(Math.round(value * 1000)) * (UNIT_DONG[unit.toLowerCase()] ?? 1n)) / 1000n;
    return [{ span: cell.span, dong, text: `${cell.text} ${unit}` }];
  });
}

/** "Tổng kinh phí năm 2026: 2.630 triệu đồng" against 2.360 in the annex: near enough to be meant as one. */
function moneyFaults(context: CheckContext): Fault[] {
  const tables = tableMoney(context);
  if (tables.length === 0) return [];
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.paragraph.kind === 'cell') continue;
    for (const money of read.money) {
      if (!WHOLE_MONEY.test(read.text.slice(Math.max(0, money.start - 110), money.start))) continue;
      if (tables.some(({ dong }) => dong === money.dong)) continue;
      const near = tables.find(({ dong }) => isNearMiss(dong, money.dong));
      if (near === undefined) continue;
      const written = read.text.slice(money.start, money.end);
      faults.push({
        span: spanIn(read, money),
        related: [near.span],
        expected: near.text,
        message: {
          vi: `Lời văn ghi tổng ${written}, dòng tổng của bảng ghi ${near.text}. Thống nhất một số.`,
          en: `The text gives a total of ${written}, the total row of the table ${near.text}. Settle on one number.`,
        },
      });
    }
  }
  return faults;
}
