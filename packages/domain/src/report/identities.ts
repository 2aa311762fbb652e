import { groupThousands } from '../shared/phrase.ts';
import { percentage } from './percentage.ts';

/**
 * The six identities of regulations 9.5, on printed cells: the same rules judge what was counted here and
 * totals that somebody published. A cell is named `T2.c4/households`; a missing cell makes an identity
 * untestable for that unit, never broken.
 */
export interface IdentityUnit {
  readonly name: string;
  readonly cell: (reference: string) => number | null;
}

export interface IdentitySubject {
  readonly units: readonly IdentityUnit[];
  /** The line that must be the sum of the units; null when there is none. */
  readonly total: IdentityUnit | null;
  /** Deprivations that make a household poor under the standard; null where income alone may decide. */
  readonly povertyCutoffK: number | null;
}

export interface IdentityCheck {
  readonly id: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface Breach {
  readonly unit: string;
  readonly text: string;
}

interface Verdict {
  readonly tested: number;
  readonly breaches: readonly Breach[];
}

interface Identity {
  readonly id: string;
  readonly rule: string;
  readonly judge: (subject: IdentitySubject) => Verdict;
}

const LINES = ['households', 'persons'] as const;
const LINE_NAME = { households: 'hộ', persons: 'nhân khẩu' } as const;
const TABLE_CLASS = { 2: 'hộ nghèo', 3: 'hộ cận nghèo' } as const;

export const IDENTITIES: readonly Identity[] = [
  { id: '1', rule: 'Đầu kỳ năm nay = cuối kỳ năm trước', judge: (subject) => judgeUnits(subject, opening) },
  { id: '2', rule: 'T2.c2 = T3.c5 và T2.c5 = T3.c3', judge: (subject) => judgeUnits(subject, exchanged) },
  {
    id: '3',
    rule: 'Hộ: đầu kỳ − giảm + tăng = cuối kỳ, và cuối kỳ khớp biểu 1',
    judge: (subject) => judgeUnits(subject, (unit) => balanced(unit, 'households')),
  },
  {
    id: '4',
    rule: 'Nhân khẩu: đầu kỳ − giảm + tăng = cuối kỳ, và cuối kỳ khớp biểu 1',
    judge: (subject) => judgeUnits(subject, (unit) => balanced(unit, 'persons')),
  },
  {
    id: '5',
    rule: 'Đơn vị cha = tổng các đơn vị con; tỷ lệ tính lại từ số đếm',
    judge: (subject) => joinVerdicts(additive(subject), judgeUnits(subject, rates)),
  },
  {
    id: '6',
    rule: 'Chỉ số thiếu hụt khớp tổng số thiếu hụt',
    judge: (subject) => judgeUnits(subject, (unit) => deprivations(unit, subject.povertyCutoffK)),
  },
];

/** All six, in order, each with every breach named: cell, difference, unit. */
export function checkIdentities(subject: IdentitySubject): IdentityCheck[] {
  return IDENTITIES.map(({ id, rule, judge }) => {
    const { tested, breaches } = judge(subject);
    const ok = breaches.length === 0;
    if (!ok) return { id, ok, detail: `${rule}: ${breachText(breaches)}` };
    return { id, ok, detail: tested === 0 ? `${rule}: chưa đủ số liệu để kiểm` : `${rule}: khớp` };
  });
}

const MOST_NAMED = 20;

function breachText(breaches: readonly Breach[]): string {
  const named = breaches.slice(0, MOST_NAMED).map(({ unit, text }) => `${text}, ${unit}`);
  const more = breaches.length - named.length;
  return `${named.join('; ')}${more > 0 ? `; và ${more} chỗ khác` : ''}`;
}

type UnitRule = (unit: IdentityUnit) => (string | null | undefined)[];

/** A rule answers, cell by cell, the breach, null when it holds, undefined when it cannot be tested. */
function judgeUnits({ units, total }: IdentitySubject, rule: UnitRule): Verdict {
  const breaches: Breach[] = [];
  let tested = 0;
  for (const unit of total === null ? units : [...units, total])
    for (const text of rule(unit)) {
      if (text === undefined) continue;
      tested += 1;
      if (text !== null) breaches.push({ unit: unit.name, text });
    }
  return { tested, breaches };
}

/** "T2.c2 374 ≠ T3.c5 360 (lệch 14)" */
function compare(
  [leftName, left]: readonly [string, number | null],
  [rightName, right]: readonly [string, number | null],
): string | null | undefined {
  if (left === null || right === null) return undefined;
  if (left === right) return null;
  return `${leftName} ${groupThousands(left)} ≠ ${rightName} ${groupThousands(right)} (lệch ${groupThousands(Math.abs(left - right))})`;
}

/** 1.234.567, as the tables print it. */

const opening: UnitRule = ({ cell }) =>
  ([2, 3] as const).flatMap((table) =>
    LINES.map((line) =>
      compare(
        [`T${table}.c1 ${LINE_NAME[line]}`, cell(`T${table}.c1/${line}`)],
        ['cuối kỳ năm trước', cell(`last.T${table}.c9/${line}`)],
      ),
    ),
  );

const exchanged: UnitRule = ({ cell }) =>
  (
    [
      ['T2.c2', 'T3.c5'],
      ['T2.c5', 'T3.c3'],
    ] as const
  ).flatMap(([left, right]) =>
    LINES.map((line) =>
      compare([`${left} ${LINE_NAME[line]}`, cell(`${left}/${line}`)], [right, cell(`${right}/${line}`)]),
    ),
  );

/** Table 1's columns that the last columns of tables 2 and 3 must meet. */
const CLOSING_COLUMN = {
  2: { households: 'c3', persons: 'c9' },
  3: { households: 'c5', persons: 'c11' },
} as const;

function balanced({ cell }: IdentityUnit, line: (typeof LINES)[number]): (string | null | undefined)[] {
  return ([2, 3] as const).flatMap((table) => {
    const at = (column: string) => cell(`T${table}.${column}/${line}`);
    const movements = [2, 3, 4, 5, 6, 7, 8].map((column) => at(`c${column}`));
    const [start, end] = [at('c1'), at('c9')];
    const known = start !== null && movements.some((value) => value !== null);
    const [c2, c3, c4, c5, c6, c7, c8] = movements.map((value) => value ?? 0) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const computed = known ? (start ?? 0) - c2 - c3 - c4 + c5 + c6 + c7 + c8 - (at('pending') ?? 0) : null;
    const column = CLOSING_COLUMN[table][line];
    return [
      compare(
        [`biểu ${table} (${TABLE_CLASS[table]}), ${LINE_NAME[line]}: 1−2−3−4+5+6+7+8 =`, computed],
        [`T${table}.c9`, end],
      ),
      compare([`T${table}.c9 ${LINE_NAME[line]}`, end], [`T1.${column}`, cell(`T1.${column}/households`)]),
    ];
  });
}

const joinVerdicts = (a: Verdict, b: Verdict): Verdict => ({
  tested: a.tested + b.tested,
  breaches: [...a.breaches, ...b.breaches],
});

const RATES = [
  ['c4', 'c3', 'c1'],
  ['c6', 'c5', 'c1'],
  ['c8', 'c7', 'c1'],
  ['c10', 'c9', 'c2'],
  ['c12', 'c11', 'c2'],
  ['c14', 'c13', 'c2'],
] as const;

/** A printed rate is what its two counts give, and no part is larger than its whole. */
const rates: UnitRule = ({ cell }) =>
  RATES.flatMap(([rate, part, of]) => {
    const at = (column: string) => cell(`T1.${column}/households`);
    const [stated, count, all] = [at(rate), at(part), at(of)];
    if (count === null || all === null) return [undefined];
    if (count > all)
      return [
        `T1.${part} ${groupThousands(count)} > T1.${of} ${groupThousands(all)}: tổng số không thể nhỏ hơn một phần của nó`,
      ];
    const computed = percentage(count, all);
    if (stated === null || computed === null) return [undefined];
    return [stated === computed ? null : `T1.${rate} ghi ${decimal(stated)}, tính lại ${decimal(computed)}`];
  });

const decimal = (value: number): string => value.toFixed(2).replace('.', ',');

/** Counts of table 1; its rates are recomputed, never added. */
const ADDED = [
  ...['c1', 'c2', 'c3', 'c5', 'c7', 'c9', 'c11', 'c13'].map((column) => `T1.${column}/households`),
  ...[2, 3].flatMap((table) =>
    ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9'].flatMap((column) =>
      LINES.map((line) => `T${table}.${column}/${line}`),
    ),
  ),
];

function additive({ units, total }: IdentitySubject): Verdict {
  if (total === null || units.length === 0) return { tested: 0, breaches: [] };
  const breaches: Breach[] = [];
  let tested = 0;
  for (const reference of ADDED) {
    const parts = units.map((unit) => unit.cell(reference));
    const stated = total.cell(reference);
    if (stated === null || parts.every((part) => part === null)) continue;
    tested += 1;
    const sum = parts.reduce<number>((before, part) => before + (part ?? 0), 0);
    const text = compare([`${reference.replace('/', ' ')}: tổng ghi`, stated], ['các đơn vị cộng lại', sum]);
    if (text) breaches.push({ unit: total.name, text });
  }
  return { tested, breaches };
}

const DEPRIVATION_TABLES = [
  { table: 4, name: 'hộ nghèo', poor: true },
  { table: 6, name: 'hộ cận nghèo', poor: false },
] as const;

function deprivations({ cell }: IdentityUnit, k: number | null): (string | null | undefined)[] {
  return DEPRIVATION_TABLES.flatMap(({ table, name, poor }) => {
    const total = cell(`T${table}.total/households`);
    const stated = cell(`T${table}.sum/households`);
    if (total === null || stated === null) return [undefined];
    const out: (string | null)[] = [];
    let sum = 0;
    for (let number = 1; number <= 12; number++) {
      const count = cell(`T${table}.c${number}/households`);
      if (count === null) continue;
      sum += count;
      out.push(
        count > total
          ? `T${table}.c${number} ${groupThousands(count)} > tổng số ${name} ${groupThousands(total)}`
          : null,
      );
    }
    out.push(compare([`biểu ${table}: cộng các chỉ số`, sum], ['tổng số thiếu hụt', stated]) ?? null);
    if (k === null) return out;
    const [least, most] = [k * total, (k - 1) * total];
    if (poor && stated < least)
      out.push(
        `biểu ${table}: ${groupThousands(stated)} thiếu hụt < ${k} × ${groupThousands(total)} hộ nghèo`,
      );
    if (!poor && stated > most)
      out.push(
        `biểu ${table}: ${groupThousands(stated)} thiếu hụt > ${k - 1} × ${groupThousands(total)} hộ cận nghèo`,
      );
    return out;
  });
}
