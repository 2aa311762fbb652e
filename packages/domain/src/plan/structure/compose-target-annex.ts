import type { ComposedData } from '../../document/document-data.ts';
import { shortDay } from '../../document/number-and-day.ts';
import type { Annex, TableColumn } from '../../document/official-document.ts';
import type { Day } from '../../shared/day.ts';
import { groupThousands, startLower } from '../../shared/phrase.ts';
import { nameInSentence } from '../../territory/unit-type.ts';
import type { TargetIndicator } from '../target/indicator.ts';
import { assignedOf, openingRate, plannedRate, type TargetLine } from '../target/target.ts';

/** The targets of one indicator: the unit's own line first, then those of the units below it. */
export interface TargetAnnex {
  readonly indicator: Pick<TargetIndicator, 'code' | 'kind' | 'unit' | 'name'>;
  readonly lines: readonly { readonly name: string; readonly line: TargetLine }[];
}

const POOR = 'poor';
const count = (value: number | null): string => (value === null ? '' : groupThousands(value, 'vi'));
const rate = (value: number | null): string =>
  value === null ? '' : (value / 100).toFixed(2).replace('.', ',');

type Column = TableColumn & { readonly of: (line: TargetLine) => string; readonly optional?: boolean };
const COUNTED = { households: 'hộ', persons: 'người', items: 'mục', dong: 'đồng' } as const;

/** Counts and rates that are to fall: opening, decrease, what is left. */
function stockColumns(code: string, year: number): Column[] {
  const [what, total, share] =
    code === POOR ? ['hộ nghèo', 'Tổng số hộ nghèo', 'Tỷ lệ nghèo'] : ['hộ', 'Số hộ', 'Tỷ lệ'];
  return [
    { label: `${total} năm ${year - 1}`, width: 14, of: ({ opening }) => count(opening.count) },
    { label: `${share} năm ${year - 1} (%)`, width: 12, of: (line) => rate(openingRate(line)) },
    { label: `Số ${what} giảm năm ${year}`, width: 14, of: (line) => count(assignedOf('stock', line)) },
    { label: `Số ${what} còn lại năm ${year}`, width: 14, of: ({ planned }) => count(planned.count) },
    { label: `Tỷ lệ năm ${year} (%)`, width: 12, of: (line) => rate(plannedRate(line)) },
  ];
}

/** A share that is to be reached, on the year's own base; what the year before had is left out where nobody knows it. */
function coverageColumns(unit: string, year: number): Column[] {
  return [
    {
      label: `Số ${unit} đạt năm ${year - 1}`,
      width: 14,
      of: ({ opening }) => count(opening.count),
      optional: true,
    },
    {
      label: `Tỷ lệ năm ${year - 1} (%)`,
      width: 12,
      of: (line) => rate(openingRate(line)),
      optional: true,
    },
    {
      label: `Tổng số ${unit} năm ${year}`,
      width: 14,
      of: ({ planned }) => count(planned.base),
      optional: true,
    },
    {
      label: `Số ${unit} phải đạt năm ${year}`,
      width: 14,
      of: ({ planned }) => count(planned.count),
      optional: true,
    },
    { label: `Tỷ lệ năm ${year} (%)`, width: 12, of: (line) => rate(plannedRate(line)) },
  ];
}

function columnsOf({ indicator, lines }: TargetAnnex, year: number): Column[] {
  const { kind, code } = indicator;
  const unit = COUNTED[indicator.unit];
  const all =
    kind === 'stock'
      ? stockColumns(code, year)
      : kind === 'coverage'
        ? coverageColumns(unit, year)
        : [
            {
              label: `Số phải đạt năm ${year} (${unit})`,
              width: 20,
              of: ({ planned }: TargetLine) => count(planned.count),
            },
          ];
  return all.filter(({ optional, of }) => optional !== true || lines.some(({ line }) => of(line) !== ''));
}

const titleOf = ({ code, name }: TargetAnnex['indicator'], year: number): string =>
  code === POOR
    ? `Phấn đấu chỉ tiêu giảm nghèo của các địa phương năm ${year}`
    : `Chỉ tiêu ${startLower(name.vi)} của các địa phương năm ${year}`;

/** The annex "phấn đấu chỉ tiêu giảm nghèo của các địa phương" (kế hoạch 03/KH-UBND 2024, tỉnh Thừa Thiên Huế). */
export function composeTargetAnnex(annex: TargetAnnex, year: number): Omit<Annex, 'attached' | 'label'> {
  const columns = columnsOf(annex, year);
  return {
    title: titleOf(annex.indicator, year),
    landscape: true,
    body: [
      {
        kind: 'table',
        table: {
          columns: [
            { label: 'STT', width: 6, align: 'centre' },
            { label: 'Đơn vị', width: 28 },
            ...columns.map(({ label, width }) => ({ label, width, align: 'right' as const })),
          ],
          rows: annex.lines.map(({ name, line }, at) => ({
            bold: at === 0,
            cells: [
              at === 0 ? '' : String(at),
              at === 0 ? `Toàn ${nameInSentence(name)}` : name,
              ...columns.map(({ of }) => of(line)),
            ],
          })),
        },
      },
    ],
  };
}

/** A decision that gives the units below their targets of a year, each indicator in an annex of its own. */
export function composeTargetDecision(
  annexes: readonly TargetAnnex[],
  paper: {
    readonly year: number;
    readonly bodyName: string;
    readonly grounds: readonly string[];
    /** The plan that says so, once it has its number. */
    readonly reference: string | null;
    readonly issuedOn: Day | null;
  },
): ComposedData {
  const { year, reference, issuedOn } = paper;
  const day = issuedOn === null ? '' : ` ngày ${shortDay(issuedOn)}`;
  const plan =
    reference === null ? [] : [`Căn cứ Kế hoạch số ${reference}${day} của ${paper.bodyName} về giảm nghèo`];
  const places = annexes.length > 1 ? 'các Phụ lục' : 'Phụ lục';
  return {
    type: 'QĐ',
    subject: `Về việc giao chỉ tiêu giảm nghèo năm ${year}`,
    headAlone: true,
    grounds: [...paper.grounds, ...plan],
    content: [
      {
        kind: 'article',
        number: 1,
        text: `Giao chỉ tiêu giảm nghèo năm ${year} cho các địa phương theo ${places} kèm theo Quyết định này.`,
      },
      {
        kind: 'article',
        number: 2,
        text: 'Các địa phương được giao chỉ tiêu giao cho cấp dưới, tổ chức thực hiện và báo cáo kết quả theo quy định.',
      },
      {
        kind: 'article',
        number: 3,
        text: 'Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị liên quan và các địa phương được giao chỉ tiêu chịu trách nhiệm thi hành Quyết định này.',
      },
    ],
    annexes: annexes.map((annex) => composeTargetAnnex(annex, year)),
  };
}
