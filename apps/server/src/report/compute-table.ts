import type { OfficialTable } from '@benvung/contract/report';
import { fillRow } from '@benvung/domain/report/fill-row';
import { checkIdentities, type IdentityCheck } from '@benvung/domain/report/identities';
import type { ReportProblemCode } from '@benvung/domain/report/problems';
import { type NamedCode, type ReportForm, writeOutForm } from '@benvung/domain/report/report-form';
import { printRows, type RowToPrint } from '@benvung/domain/report/table-rows';
import { IDENTITY_TABLES, identityUnit } from '@benvung/domain/report/unit-cells';
import { householdsIn } from '@benvung/domain/review/counters';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import type { LocalGroups } from '@benvung/domain/territory/local-groups';
import type { Db } from '../platform/database/database.ts';
import { readLocalGroups } from '../territory/territory.public.ts';
import { computeList } from './compute-list.ts';
import { explainOpening } from './explain-opening.ts';
import { findTableUnit } from './find-table-unit.ts';
import { findTableYear, sameMap, type TableYear } from './find-table-year.ts';
import { countList, type ListWanted } from './list.store.ts';
import { mayOpenSensitive } from './may-open-sensitive.ts';
import { baseFieldsOfForms, countsLocalGroups, measuresOfForms } from './measures-of-form.ts';
import type { TableUnits, UnitsWanted } from './read-table-units.ts';
import { readUnits, seesNation } from './read-units.ts';
import { findReportForm, reportForms } from './report-forms.ts';
import { ethnicGroupName, standardNames } from './report-regulations.ts';
import { type ReportUnit, unitRefOf } from './report-unit.store.ts';
import { standardsAtWork } from './standards-at-work.ts';
import { type FigureSheet, figuresOf } from './unit-figures.ts';

export interface TableWanted {
  readonly number: number;
  /** A code on the table's day, or `id:` and a unit's id. */
  readonly unit: string;
  readonly year: number;
  /** Null: as it was; a day: on that day's map. */
  readonly map: string | null;
  /** Null: the standard of the year's rounds. */
  readonly standardId: string | null;
  readonly levels: 1 | 2;
  /** False leaves the identities out: they need more counters than the table itself. */
  readonly checks: boolean;
  /** Unit paths the reader may see; null for the command line. */
  readonly areas: readonly string[] | null;
  /** Where the reader may see named sensitive facts; everywhere when left out (the command line). */
  readonly sensitiveAreas?: readonly string[];
  readonly now: string;
  /** The working day; told, a table on today's map is read without reading the map. */
  readonly today?: string;
}

/** An official table from the kept counters: rows, total, rates recomputed, identities, marks of doubt. */
export async function computeTable(
  db: Db,
  wanted: TableWanted,
): Promise<Result<OfficialTable, Problem<ReportProblemCode>>> {
  const template = findReportForm(wanted.number);
  if (template === undefined) return refuse('report.no-such-table', { number: wanted.number });
  const year = await findTableYear(db, wanted);
  const day = wanted.map ?? year.referenceDay;
  const found = await findTableUnit(db, { ...wanted, referenceDay: year.referenceDay, mapDay: day });
  if (!found.ok) return found;
  const unit = found.value;
  const checked = wanted.checks ? identityForms(year.standardId) : [];
  const units = await readUnits(
    db,
    {
      year: wanted.year,
      standardId: year.standardId,
      day,
      path: unit.path,
      measures: measuresOfForms([template, ...checked]),
      baseFields: baseFieldsOfForms([template]),
      unit,
      levels: wanted.levels,
      pathsAreCurrent: await hasMapOfToday(db, wanted.today, day),
      seesNation: seesNation(wanted.areas),
    },
    year.referenceDay,
  );
  const local = countsLocalGroups(template) ? (await readLocalGroups(db)).within(unit.id, day) : undefined;
  const form = writeOut(template, year.standardId, ethnicitiesOf(units.total, local));
  const checks = wanted.checks
    ? await readChecks(db, wanted, { year, day, unit, units, forms: checked })
    : [];
  const list = await listRows(db, form, {
    ...year,
    year: wanted.year,
    path: unit.path,
    day,
    ethnicityClosed: !mayOpenSensitive(wanted, unit),
  });
  if (!list.ok) return list;
  return ok({
    ...tableOf(form, units, local),
    ...list.value,
    year: wanted.year,
    map: wanted.map,
    standard: year.standardId,
    standards: await standardsAtWork(db, { year: wanted.year, path: unit.path, standardId: year.standardId }),
    unit: unitRefOf(unit),
    checks,
    computedAt: wanted.now,
  });
}

const hasMapOfToday = async (db: Db, today: string | undefined, day: string): Promise<boolean> =>
  today !== undefined && sameMap(db, today, day);

/** Households a list may hold; beyond it a smaller unit must be chosen. */
const MOST_LISTED = 20_000;

/** The rows of forms 14 and 15; nothing for a table of counts. */
async function listRows(
  db: Db,
  form: ReportForm,
  of: Omit<ListWanted, 'listOf'> & { readonly ethnicityClosed: boolean },
): Promise<Result<Partial<Pick<OfficialTable, 'rows' | 'total'>>, Problem<ReportProblemCode>>> {
  if (form.listOf === null) return ok({});
  const wanted = { ...of, listOf: form.listOf };
  const { households } = await countList(db, wanted);
  if (households > MOST_LISTED)
    return refuse('report.list-too-large', { count: households, most: MOST_LISTED });
  return ok(await computeList(db, form, wanted));
}

const writeOut = (form: ReportForm, standardId: string, ethnicities: readonly NamedCode[]): ReportForm =>
  writeOutForm(form, { indicators: standardNames(standardId).indicators, ethnicities });

const identityForms = (standardId: string): ReportForm[] =>
  reportForms()
    .filter((form) => IDENTITY_TABLES.includes(form.number))
    .map((form) => writeOut(form, standardId, []));

/** The groups that count as local there; where none are listed, the minority groups present. By code. */
function ethnicitiesOf(total: FigureSheet, local: LocalGroups | undefined): NamedCode[] {
  const present = [...total.measures.keys()]
    .filter((measure) => /^ethnic\.\d\d$/u.test(measure) && measure !== 'ethnic.01')
    .map((measure) => measure.slice('ethnic.'.length))
    .sort();
  return (local === undefined || local.groups.length === 0 ? present : local.groups).map((code) => ({
    code,
    name: ethnicGroupName(code) ?? `Mã ${code}`,
  }));
}

function tableOf(
  form: ReportForm,
  { rows, total }: TableUnits,
  local: LocalGroups | undefined,
): Pick<
  OfficialTable,
  'table' | 'title' | 'demo' | 'unverified' | 'columns' | 'rows' | 'total' | 'totalPersons'
> {
  const figures = figuresOf(total);
  return {
    table: form.number,
    title: form.title.vi,
    demo: total.demonstrationRounds > 0,
    unverified: [
      ...marksOfDoubt(total, rows),
      ...(local?.verified === false ? ['unverified-local-groups'] : []),
    ],
    columns: form.columns.map(({ key, label, number, groups, kind, value }) => ({
      key,
      label,
      ...(number === null ? {} : { number }),
      groups: [...groups],
      kind,
      opens: 'counts' in value,
    })),
    rows: printRows(form, rows).map(({ unit, within, ...row }) => ({
      ...row,
      unit: unit === null ? null : unitRefOf(unit),
      ...(within === undefined ? {} : { within: unitRefOf(within) }),
    })),
    total: fillRow(form, figures),
    ...(form.lines.length === 0 ? {} : { totalPersons: fillRow(form, figures, 'persons') }),
  };
}

/** Why a table may not be official, as codes the screens and files put into words. */
function marksOfDoubt(total: FigureSheet, rows: readonly RowToPrint<ReportUnit>[]): string[] {
  const counted = (measure: string) =>
    HOUSEHOLD_CLASSES.reduce((sum, each) => sum + householdsIn(total.measures.get(measure), each), 0);
  const begun = total.measures.size > 0 || total.rounds.size > 0;
  const marks: [string, boolean][] = [
    ['not-begun', !begun],
    ['unverified-scorecard', counted('unverified') > 0],
    ['provisional', counted('provisional') > 0 || counted('pending') > 0 || total.rounds.has('OPEN')],
    ['undetermined', householdsIn(total.measures.get('closing'), 'UNDETERMINED') > 0],
    ['base-missing', begun && (total.base === null || total.base.households === null)],
    ['not-assignable', rows.some((row) => row.kind === 'notAssignable')],
    ['village-unknown', rows.some((row) => row.kind === 'villageUnknown')],
  ];
  return marks.filter(([, holds]) => holds).map(([mark]) => mark);
}

interface ChecksOf extends LastYearOf {
  readonly units: TableUnits;
  readonly forms: readonly ReportForm[];
}

async function readChecks(db: Db, wanted: TableWanted, of: ChecksOf): Promise<IdentityCheck[]> {
  const { unit, units, forms, year } = of;
  const judge = (last: TableUnits) => checksOf(unit, units, { forms, last, standardId: year.standardId });
  const last = await readLastYear(db, wanted, of);
  return explainOpening({
    checks: judge(last),
    year: wanted.year,
    last,
    readWaiting: () => readLastYear(db, wanted, { ...of, withoutRoundIn: wanted.year }),
    judge,
  });
}

interface LastYearOf {
  readonly year: TableYear;
  readonly day: string;
  readonly unit: ReportUnit;
  /** Only communes without a round in that year. */
  readonly withoutRoundIn?: number;
}

async function readLastYear(
  db: Db,
  wanted: TableWanted,
  { year, day, unit, withoutRoundIn }: LastYearOf,
): Promise<TableUnits> {
  const before: UnitsWanted = {
    year: wanted.year - 1,
    standardId: year.standardId,
    day,
    path: unit.path,
    measures: ['closing'],
    unit,
    levels: wanted.levels,
    seesNation: seesNation(wanted.areas),
    ...(withoutRoundIn === undefined ? {} : { withoutRoundIn }),
  };
  const lastYear = await findTableYear(db, { year: before.year, standardId: year.standardId });
  return readUnits(db, before, lastYear.referenceDay);
}

interface ChecksWanted {
  readonly forms: readonly ReportForm[];
  readonly last: TableUnits;
  readonly standardId: string;
}

function checksOf(unit: ReportUnit, { rows, total }: TableUnits, wanted: ChecksWanted): IdentityCheck[] {
  const { forms, last, standardId } = wanted;
  const lastOf = new Map(last.rows.map((row) => [row.unit?.id ?? 0, row.figures]));
  const children = rows.filter((row) => row.unit === null || row.unit.parentId === unit.id);
  return checkIdentities({
    units: children.map((row) =>
      identityUnit(row.unit?.name ?? 'Chưa gán được', forms, {
        figures: row.figures,
        last: lastOf.get(row.unit?.id ?? 0) ?? null,
      }),
    ),
    total: identityUnit(unit.name, forms, {
      figures: figuresOf(total),
      last: figuresOf(last.total),
    }),
    povertyCutoffK: standardNames(standardId).povertyCutoffK,
  });
}
