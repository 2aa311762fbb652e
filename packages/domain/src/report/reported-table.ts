import { searchKey } from '../shared/vietnamese-text.ts';
import { checkIdentities, type IdentityCheck, type IdentityUnit } from './identities.ts';
import type { CountLine } from './report-form.ts';

/** One line of a published table, as it was printed; nothing is corrected. */
export interface ReportedRow {
  readonly unit: string;
  /** The unit above, where the table names it; null for the table's own units. */
  readonly parent: string | null;
  readonly line: CountLine;
  readonly cells: Readonly<Record<string, number>>;
}

export interface ReportedTable {
  readonly number: number;
  readonly rows: readonly ReportedRow[];
}

export interface ReportedYear {
  readonly thisYear: readonly ReportedTable[];
  readonly lastYear: readonly ReportedTable[];
  readonly povertyCutoffK: number | null;
}

/** "Tổng số", "Toàn tỉnh", "Cộng": the line that claims to be the sum of the others. */
export const isTotalLine = (unit: string): boolean =>
  /^(tong|toan (tinh|huyen|xa|quoc)|cong$|ca nuoc)/u.test(searchKey(unit));

/**
 * What a published table breaks of the identities, together with the other tables published for the same units:
 * one check an identity, every breach named. The table is kept whatever they say.
 */
export function checkReported({ thisYear, lastYear, povertyCutoffK }: ReportedYear): IdentityCheck[] {
  const cells = cellsByUnit(thisYear, lastYear);
  const unitOf = (name: string): IdentityUnit => ({
    name,
    cell: (reference) => cells.get(searchKey(name))?.get(reference) ?? null,
  });
  const rows = thisYear.flatMap((table) => table.rows);
  const parents = new Map<string | null, Set<string>>();
  for (const { unit, parent } of rows) {
    if (isTotalLine(unit)) continue;
    const children = parents.get(parent) ?? new Set();
    parents.set(parent, children.add(unit));
  }
  const total = rows.find((row) => isTotalLine(row.unit))?.unit;
  const verdicts = [...parents].map(([parent, children]) =>
    checkIdentities({
      units: [...children].map(unitOf),
      total: parent !== null ? unitOf(parent) : total === undefined ? null : unitOf(total),
      povertyCutoffK,
    }),
  );
  return joinChecks(verdicts);
}

function cellsByUnit(
  thisYear: readonly ReportedTable[],
  lastYear: readonly ReportedTable[],
): Map<string, Map<string, number>> {
  const cells = new Map<string, Map<string, number>>();
  const put = (unit: string, reference: string, value: number) => {
    const key = searchKey(unit);
    const known = cells.get(key) ?? new Map<string, number>();
    cells.set(key, known.set(reference, value));
  };
  for (const { number, rows } of thisYear)
    for (const { unit, line, cells: values } of rows)
      for (const [column, value] of Object.entries(values)) put(unit, `T${number}.${column}/${line}`, value);
  for (const { number, rows } of lastYear)
    for (const { unit, line, cells: values } of rows)
      for (const [reference, value] of closingsOf(number, line, values)) put(unit, reference, value);
  return cells;
}

/** What a table of last year says of the closing that this year opens with. */
function closingsOf(
  number: number,
  line: CountLine,
  values: Readonly<Record<string, number>>,
): [string, number][] {
  const found: [string, number | undefined][] =
    number === 1
      ? [
          ['last.T2.c9/households', values.c3],
          ['last.T3.c9/households', values.c5],
          ['last.T2.c9/persons', values.c9],
          ['last.T3.c9/persons', values.c11],
        ]
      : number === 2 || number === 3
        ? [[`last.T${number}.c9/${line}`, values.c9]]
        : [];
  return found.filter((each): each is [string, number] => each[1] !== undefined);
}

/** One check an identity out of the checks of several groups: broken when one of them is. */
function joinChecks(verdicts: readonly (readonly IdentityCheck[])[]): IdentityCheck[] {
  const [first = checkIdentities({ units: [], total: null, povertyCutoffK: null }), ...others] = verdicts;
  return first.map((check, at) => {
    const all = [check, ...others.flatMap((checks) => checks[at] ?? [])];
    const broken = all.filter((each) => !each.ok);
    if (broken.length === 0) return all.find((each) => each.detail.endsWith('khớp')) ?? check;
    return { id: check.id, ok: false, detail: broken.map((each) => each.detail).join('; ') };
  });
}
