import type { LedgerView } from '@benvung/contract/review-desk';
import { formatChange, formatCount } from '../../platform/formats.ts';
import type { GridCell, GridGroup, GridHeaderCell, GridModel } from '../../ui/grid/grid-model.ts';
import type { DeskSay } from './desk-model.ts';

export type LedgerClass = 'POOR' | 'NEAR_POOR';
export type LedgerMeasure = 'households' | 'persons';
type Entry = LedgerView['total'][number];
type Line = LedgerView['lines'][number];

export interface LedgerChoice {
  readonly class: LedgerClass;
  readonly measure: LedgerMeasure;
}

export const entryOf = (entries: readonly Entry[], choice: LedgerChoice): Entry | undefined =>
  entries.find((entry) => entry.class === choice.class && entry.unit === choice.measure);

/** Where a number opens: a column of table 2 or 3 at a unit; none for lines without a unit. */
export type LedgerHref = (unit: number, column: string) => string;

/** Columns of tables 2 and 3, left to right: opening, out 2 to 4, in 5 to 8, not reviewed, closing. */
const COLUMNS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'pending', 'c9'] as const;

/** The former year's closing and what the change of standard made of it: no movement, so a column of its own. */
function rebasingOf({ opening, formerClosing }: Entry): GridCell[] {
  if (formerClosing === null) return [NO_FIGURE, NO_FIGURE];
  const change = opening - formerClosing;
  return [
    { text: formatCount(formerClosing), numeric: true, raw: formerClosing },
    { text: formatChange(change), numeric: true, raw: change },
  ];
}
const NO_FIGURE: GridCell = { text: '–', numeric: true };

function cellsOf(entry: Entry, unit: number | null, href: LedgerHref, t: DeskSay): GridCell[] {
  const values = [entry.opening, ...entry.columns, entry.pending, entry.closing];
  const cells = values.map(
    (value, at): GridCell => ({
      text: formatCount(value),
      numeric: true,
      raw: value,
      ...(unit === null || value === 0 ? {} : { href: href(unit, COLUMNS[at]!) }),
    }),
  );
  const { difference } = entry;
  const said = difference === 0 ? t('balanced') : t('unbalanced', { count: formatCount(difference) });
  return [...cells, { text: said, numeric: false, raw: difference }];
}

function header(choice: LedgerChoice, ledger: LedgerView, t: DeskSay): GridHeaderCell[][] {
  const cell = (text: string, rowSpan: number, colSpan: number, key = text): GridHeaderCell => ({
    key,
    text,
    rowSpan,
    colSpan,
  });
  const of = choice.class;
  return [
    [
      cell(t('unit'), 2, 1),
      ...(ledger.formerStandard === null
        ? []
        : [
            cell(t('formerClosing', { year: ledger.year - 1, standard: ledger.formerStandard }), 2, 1),
            cell(t('rebasing'), 2, 1),
          ]),
      cell(t('opening'), 2, 1),
      cell(t('out'), 1, 3),
      cell(t('in'), 1, 4),
      cell(t('pendingShort'), 2, 1),
      cell(t('closing'), 2, 1),
      cell(t('balance'), 2, 1),
    ],
    [
      cell(t(`${of}.2`), 1, 1, '2'),
      cell(t(`${of}.3`), 1, 1, '3'),
      cell(t('other'), 1, 1, '4'),
      cell(t(`${of}.5`), 1, 1, '5'),
      cell(t(`${of}.6`), 1, 1, '6'),
      cell(t('newEntry'), 1, 1, '7'),
      cell(t('other'), 1, 1, '8'),
    ],
  ];
}

export function buildLedgerModel(
  ledger: LedgerView,
  choice: LedgerChoice,
  { href, t }: { readonly href: LedgerHref; readonly t: DeskSay },
): GridModel {
  const group = (key: string, line: Line, name: string): GridGroup => {
    const entry = entryOf(line.entries, choice)!;
    return {
      key,
      rows: [
        {
          key,
          cells: [
            { text: name, numeric: false, rowHeader: true },
            ...(ledger.formerStandard === null ? [] : rebasingOf(entry)),
            ...cellsOf(entry, line.unit?.id ?? null, href, t),
          ],
        },
      ],
    };
  };
  const { unit, total } = ledger;
  return {
    caption: t('ledgerCaption', {
      class: t(choice.class),
      year: ledger.year,
      unit: unit.name,
      measure: t(choice.measure === 'households' ? 'measureHouseholds' : 'measurePersons'),
    }),
    header: header(choice, ledger, t),
    numbers: [],
    columns: ledger.formerStandard === null ? 12 : 14,
    pinned: 1,
    groups: [
      ...ledger.lines.map((line, at) =>
        group(String(line.unit?.id ?? `rest-${at}`), line, line.unit?.name ?? t('unknownVillage')),
      ),
      { ...group('total', { unit, entries: total }, t('total', { unit: unit.name })), look: 'total' },
    ],
  };
}

export interface Imbalance {
  readonly key: string;
  readonly text: string;
}

/** Lines that do not balance, each with its sum; and openings that are not last year's closings. */
export function explainLedger(
  ledger: LedgerView,
  choice: LedgerChoice,
  t: DeskSay,
): { readonly unbalanced: readonly Imbalance[]; readonly openings: readonly Imbalance[] } {
  const lines = [...ledger.lines, { unit: ledger.unit, entries: ledger.total }];
  const told = lines.flatMap(({ unit, entries }, at) => {
    const entry = entryOf(entries, choice);
    return entry === undefined ? [] : [{ key: String(at), name: unit?.name ?? t('unknownVillage'), entry }];
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    unbalanced: told.flatMap(({ key, name, entry }) => {
      if (entry.difference === 0) return [];
      const { opening, columns, pending, closing, difference } = entry;
      const [out, into] = [sum(columns.slice(0, 3)), sum(columns.slice(3))];
      const text = t('unbalancedLine', {
        unit: name,
        opening: formatCount(opening),
        out: formatCount(out),
        in: formatCount(into),
        pending: formatCount(pending),
        expected: formatCount(closing - difference),
        closing: formatCount(closing),
        difference: formatCount(difference),
      });
      return [{ key, text }];
    }),
    openings: told.flatMap(({ key, name, entry }) =>
      entry.lastClosing === null
        ? []
        : [
            {
              key,
              text: t('openingDiffers', {
                unit: name,
                opening: formatCount(entry.opening),
                last: formatCount(entry.lastClosing),
              }),
            },
          ],
    ),
  };
}
