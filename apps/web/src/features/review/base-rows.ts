import type { PopulationBaseView } from '@benvung/contract/review-desk';
import {
  BASE_FIELDS,
  type BaseField,
  type BaseFigures,
  EMPTY_BASE,
  exceedingParts,
  isBlankBase,
  majorityOf,
  sumOfBases,
} from '@benvung/domain/review/population-base';
import { formatCount } from '../../platform/formats.ts';
import type { CellChange, CellMark, EditCell, EditRow } from '../../ui/edit-grid/edit-grid-model.ts';
import type { DeskSay } from './desk-model.ts';

type Line = PopulationBaseView['lines'][number];
/** What was typed over the stored figures, by village. */
export type TypedBase = ReadonlyMap<number, BaseFigures>;

export const isBaseField = (key: string): key is BaseField =>
  (BASE_FIELDS as readonly string[]).includes(key);

/** A count as it is typed or pasted: "1.234", "1 234", "1234"; null for a blank; undefined for what is no count. */
export function readCount(typed: string): number | null | undefined {
  const plain = typed.replace(/[\s.\u00a0]/gu, '');
  if (plain === '') return null;
  return /^\d{1,9}$/u.test(plain) ? Number(plain) : undefined;
}

export const figuresOf = (line: Line, typed: TypedBase): BaseFigures =>
  typed.get(line.villageId) ?? line.figures;

const same = (one: BaseFigures, other: BaseFigures): boolean =>
  BASE_FIELDS.every((field) => one[field] === other[field]);

export const changedLines = (lines: readonly Line[], typed: TypedBase): Line[] =>
  lines.filter((line) => !same(figuresOf(line, typed), line.figures));

export function applyBaseChanges(
  lines: readonly Line[],
  typed: TypedBase,
  changes: readonly CellChange[],
): TypedBase {
  const next = new Map(typed);
  for (const { row, column, after } of changes) {
    const line = lines.find(({ villageId }) => String(villageId) === row);
    const value = readCount(after);
    if (line === undefined || value === undefined || !isBaseField(column)) continue;
    next.set(line.villageId, { ...figuresOf(line, next), [column]: value });
  }
  return next;
}

/** The villages' sum as the commune's own figures, where it is whole; what is not stays as it was. */
export function takeSum(lines: readonly Line[], typed: TypedBase): TypedBase {
  const commune = lines.find(({ villageId }) => villageId === 0);
  if (commune === undefined) return typed;
  const own = figuresOf(commune, typed);
  const sums = sumOfBases(
    lines.filter(({ villageId }) => villageId !== 0).map((line) => figuresOf(line, typed)),
    own,
  );
  const taken = Object.fromEntries(BASE_FIELDS.map((field) => [field, sums[field].sum ?? own[field]]));
  return new Map(typed).set(0, { ...EMPTY_BASE, ...taken });
}

/** A fifth more or less than last year, and more than a few households, deserves a look. */
const isFar = (now: number | null, last: number | null): boolean =>
  now !== null && last !== null && Math.abs(now - last) > Math.max(10, last / 5);

function markOf(field: BaseField, line: Line, figures: BaseFigures, t: DeskSay): CellMark | undefined {
  const exceeding = exceedingParts(figures).find(({ part }) => part === field);
  if (exceeding !== undefined)
    return { look: 'error', note: t('partExceeds', { part: t(field), whole: t(exceeding.whole) }) };
  if (field === 'households' && figures.households === null && !isBlankBase(figures))
    return { look: 'error', note: t('householdsMissing') };
  if (field === 'households' && isFar(figures.households, line.lastHouseholds))
    return {
      look: 'warning',
      note: t('farFromLast', { last: formatCount(line.lastHouseholds ?? 0) }),
    };
  return undefined;
}

const counted = (value: number | null): string => (value === null ? '' : formatCount(value));

/** Rows of the grid: the commune, its villages, and their sum set against the commune. */
export function baseRows(lines: readonly Line[], typed: TypedBase, t: DeskSay): EditRow[] {
  const rows = lines.map((line): EditRow => {
    const figures = figuresOf(line, typed);
    const cells: Record<string, EditCell> = {
      name: { text: line.villageId === 0 ? `${t('wholeCommune')} (${line.name})` : line.name },
      last: { text: counted(line.lastHouseholds), mark: { look: 'quiet' } },
      ...majorityCells(figures),
    };
    for (const field of BASE_FIELDS) {
      const mark = markOf(field, line, figures, t);
      cells[field] = { text: counted(figures[field]), ...(mark === undefined ? {} : { mark }) };
    }
    return { key: String(line.villageId), cells };
  });
  return [...rows, sumRow(lines, typed, t)];
}

const majorityCells = (figures: BaseFigures): Record<string, EditCell> => ({
  kinhHouseholds: {
    text: counted(majorityOf({ total: figures.households, minority: figures.minorityHouseholds })),
    mark: { look: 'quiet' },
  },
  kinhPersons: {
    text: counted(majorityOf({ total: figures.persons, minority: figures.minorityPersons })),
    mark: { look: 'quiet' },
  },
});

function sumRow(lines: readonly Line[], typed: TypedBase, t: DeskSay): EditRow {
  const commune = lines.find(({ villageId }) => villageId === 0);
  const villages = lines.filter(({ villageId }) => villageId !== 0);
  const sums = sumOfBases(
    villages.map((line) => figuresOf(line, typed)),
    commune === undefined ? EMPTY_BASE : figuresOf(commune, typed),
  );
  const cells: Record<string, EditCell> = { name: { text: t('sumOfVillages') } };
  for (const field of BASE_FIELDS) {
    const { sum, told, difference } = sums[field];
    const missing = villages.length - told;
    const mark: CellMark =
      sum === null
        ? { look: 'quiet', note: t('sumMissing', { count: formatCount(missing) }) }
        : difference === null
          ? { look: 'quiet' }
          : difference === 0
            ? { look: 'done', note: t('sumEquals') }
            : { look: 'warning', note: t('sumDiffers', { count: formatCount(Math.abs(difference)) }) };
    cells[field] = { text: counted(sum), locked: true, mark };
  }
  return { key: 'sum', cells };
}
