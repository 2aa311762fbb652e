import {
  compare,
  divide,
  ONE,
  parseRational,
  type Rational,
  toNumber,
  ZERO,
} from '@benvung/domain/shared/rational';
import {
  type CountingMethod,
  measurePoverty,
  PatternTally,
  type PovertyMeasures,
  subgroupContribution,
} from '@benvung/domain/standard/alkire-foster';
import Papa from 'papaparse';
import { bilingual, CommandFailure, EXIT, refusal, usageFailure } from '../platform/cli/command.ts';

export interface MeasuredColumns {
  readonly indicators: readonly string[];
  /** Column of sample weights; each row weighs 1 without it. */
  readonly weight: string | undefined;
  /** Column whose values are the subgroups. */
  readonly by: string | undefined;
}

export interface TableMeasures {
  readonly n: number;
  readonly dropped: number;
  readonly k: number;
  readonly H: number;
  readonly A: number | null;
  readonly M0: number;
  readonly indicators: Readonly<Record<string, IndicatorFigures>>;
  readonly by: Readonly<Record<string, SubgroupFigures>>;
}

interface IndicatorFigures {
  readonly uncensored: number;
  readonly censored: number;
  readonly contribution: number | null;
}

interface SubgroupFigures extends Omit<TableMeasures, 'k' | 'dropped' | 'by'> {
  /** Of the population, and of M0. */
  readonly share: number;
  readonly contribution: number | null;
}

/** H, A, M0 of a table of 0 and 1 with a heading row; a bad cell is refused by row and column. */
export function measureTable(csv: string, columns: MeasuredColumns, method: CountingMethod): TableMeasures {
  const gathered = gatherPatterns(csv, columns);
  const whole = measurePoverty(method, gathered.all.list());
  if (whole === undefined)
    throw refusal(
      `Không còn dòng nào để tính (bỏ ${gathered.dropped} dòng có ô trống).`,
      `No row is left to measure (${gathered.dropped} dropped for a blank).`,
    );
  const figures = (measures: PovertyMeasures) => figuresOf(measures, columns.indicators);
  const groups = [...gathered.byGroup].sort(([a], [b]) => (a < b ? -1 : 1));
  const by = groups.flatMap(([value, tally]) => {
    const part = measurePoverty(method, tally.list());
    if (part === undefined) return [];
    const contribution = subgroupContribution(whole, part);
    const share = toNumber(divide(part.population, whole.population));
    const { n, ...rest } = figures(part);
    return [[value, { n, share, ...rest, contribution: orNull(contribution) }] as const];
  });
  const { n, ...rest } = figures(whole);
  const k = toNumber(method.povertyCutoffK);
  return { n, dropped: gathered.dropped, k, ...rest, by: Object.fromEntries(by) };
}

const orNull = (value: Rational | null): number | null => (value === null ? null : toNumber(value));

function figuresOf(measures: PovertyMeasures, names: readonly string[]) {
  const indicators = measures.indicators.map(
    (indicator, at) =>
      [
        names[at] as string,
        {
          uncensored: toNumber(indicator.uncensoredHeadcount),
          censored: toNumber(indicator.censoredHeadcount),
          contribution: orNull(indicator.contribution),
        },
      ] as const,
  );
  return {
    n: measures.count,
    H: toNumber(measures.headcountRatio),
    A: orNull(measures.intensity),
    M0: toNumber(measures.adjustedHeadcountRatio),
    indicators: Object.fromEntries(indicators),
  };
}

interface Gathered {
  readonly all: PatternTally;
  readonly byGroup: Map<string, PatternTally>;
  dropped: number;
}

interface ColumnPlaces {
  readonly indicators: readonly { name: string; at: number }[];
  readonly weight: { name: string; at: number } | undefined;
  readonly by: { name: string; at: number } | undefined;
}

function gatherPatterns(csv: string, columns: MeasuredColumns): Gathered {
  const gathered: Gathered = { all: new PatternTally(), byGroup: new Map(), dropped: 0 };
  let places: ColumnPlaces | undefined;
  let row = 0;
  Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ''), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: true,
    step: ({ data }) => {
      row += 1;
      if (places === undefined) places = placeColumns(data, columns);
      else gatherRow(gathered, places, data, row);
    },
  });
  if (places === undefined) throw refusal('Tệp không có dòng nào.', 'The file is empty.');
  return gathered;
}

function placeColumns(header: readonly string[], columns: MeasuredColumns): ColumnPlaces {
  const names = header.map((name) => name.trim().normalize('NFC'));
  const place = (name: string) => {
    const at = names.indexOf(name.trim().normalize('NFC'));
    if (at < 0)
      throw usageFailure(
        `Tệp không có cột “${name}”. Các cột: ${names.join(', ')}.`,
        `There is no column "${name}".`,
      );
    return { name, at };
  };
  return {
    indicators: columns.indicators.map(place),
    weight: columns.weight === undefined ? undefined : place(columns.weight),
    by: columns.by === undefined ? undefined : place(columns.by),
  };
}

/** How surveys write that an answer is missing. */
const BLANKS = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'null', '.']);
const DIGITS = new Map([
  ['0', '0'],
  ['1', '1'],
  ['0.0', '0'],
  ['1.0', '1'],
]);

function gatherRow(gathered: Gathered, places: ColumnPlaces, cells: readonly string[], row: number): void {
  const cell = ({ at }: { at: number }) => (cells[at] ?? '').trim();
  const used = [...places.indicators, places.weight, places.by].filter((place) => place !== undefined);
  const isBlank = used.some((place) => BLANKS.has(cell(place)));
  let pattern = '';
  for (const place of places.indicators) {
    const text = cell(place);
    const digit = DIGITS.get(text);
    if (digit === undefined && !BLANKS.has(text)) throw badCell(text, place.name, row, '0 hoặc 1', '0 or 1');
    pattern += digit ?? '';
  }
  const population =
    places.weight === undefined ? ONE : weightOf(cell(places.weight), places.weight.name, row);
  if (isBlank) {
    gathered.dropped += 1;
    return;
  }
  gathered.all.add(pattern, population);
  if (places.by === undefined) return;
  const value = cell(places.by);
  const group = gathered.byGroup.get(value) ?? new PatternTally();
  gathered.byGroup.set(value, group);
  group.add(pattern, population);
}

function weightOf(text: string, column: string, row: number): Rational {
  if (BLANKS.has(text)) return ZERO;
  const weight = parseRational(text);
  if (weight === undefined || compare(weight, ZERO) < 0)
    throw badCell(text, column, row, 'số không âm', 'a number not below 0');
  return weight;
}

const badCell = (text: string, column: string, row: number, expectedVi: string, expectedEn: string) =>
  new CommandFailure(
    EXIT.refused,
    bilingual(
      `Dòng ${row}, cột “${column}”: “${text}” không phải ${expectedVi}.`,
      `row ${row}, column "${column}": "${text}" is not ${expectedEn}`,
    ),
  );
