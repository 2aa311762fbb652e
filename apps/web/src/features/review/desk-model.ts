import type { DeskCounts, DeskRow, DeskView } from '@benvung/contract/review-desk';
import { formatCount } from '../../platform/formats.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { GridCell, GridHeaderCell, GridModel, GridRow } from '../../ui/grid/grid-model.ts';
import type { deskWords } from './desk.words.ts';

export type DeskSay = Translate<(typeof deskWords)['vi']>;

const text = (said: string, href?: string): GridCell => ({
  text: said,
  numeric: false,
  ...(href === undefined ? {} : { href }),
});
const figure = (value: number | null, href?: string): GridCell =>
  value === null
    ? { text: '', numeric: true }
    : {
        text: formatCount(value),
        numeric: true,
        raw: value,
        ...(href === undefined || value === 0 ? {} : { href }),
      };
const header = (said: string, rowSpan = 1, colSpan = 1): GridHeaderCell => ({
  key: said,
  text: said,
  colSpan,
  rowSpan,
});

/** The households of a round in exactly one of four columns. */
export const sumOfRound = ({ pending, gone, surveyed, scored, recognised }: DeskCounts): number =>
  pending + gone + surveyed + scored + recognised;

export const withResult = ({ surveyed, scored, recognised }: DeskCounts): number =>
  surveyed + scored + recognised;

/** Addresses the desk's numbers open to. */
export interface DeskLinks {
  readonly desk: (unit: number) => string;
  readonly households: (unit: number, filter: Readonly<Record<string, string | number>>) => string;
  /** Of the commune the page is about. */
  readonly gone?: string;
}

/** The four columns and their sum, each number with its households. */
function roundCells(counts: DeskCounts, unit: number | null, links: DeskLinks): GridCell[] {
  const list = (filter: Readonly<Record<string, string | number>>) =>
    unit === null ? undefined : links.households(unit, filter);
  const { pending, gone, surveyed, scored, recognised } = counts;
  return [
    figure(pending, list({ 'dien-bien': 'pending' })),
    figure(gone, links.gone),
    figure(surveyed + scored, surveyed > 0 ? undefined : list({ buoc: 'scored' })),
    figure(recognised),
    figure(sumOfRound(counts)),
  ];
}

function ofWhichCells(counts: DeskCounts, unit: number | null, links: DeskLinks): GridCell[] {
  const list = (filter: Readonly<Record<string, string | number>>) =>
    unit === null ? undefined : links.households(unit, filter);
  return [
    figure(counts.undetermined, list({ loai: 'UNDETERMINED' })),
    figure(counts.unverified, list({ 'chua-kiem-chung': 1 })),
  ];
}

const roundHeads = (t: DeskSay): GridHeaderCell[] =>
  [t('pendingColumn'), t('goneColumn'), t('resultColumn'), t('recognisedColumn'), t('sumColumn')].map(
    (said) => header(said),
  );

const villageHead = (t: DeskSay): GridHeaderCell[][] => [
  [
    header(t('order'), 2),
    header(t('village'), 2),
    header(t('inRound'), 1, 5),
    header(t('ofWhich'), 1, 2),
    header(t('baseColumn'), 2),
  ],
  [...roundHeads(t), header(t('undeterminedColumn')), header(t('unverifiedColumn'))],
];

const communeHead = (t: DeskSay): GridHeaderCell[][] => [
  [
    ...[t('order'), t('unit'), t('status')].map((said) => header(said, 2)),
    header(t('inRound'), 1, 5),
    header(t('blockedColumn'), 2),
  ],
  roundHeads(t),
];

/** The villages of a commune, the sum last. */
export function buildVillagesModel(desk: DeskView, links: DeskLinks, t: DeskSay): GridModel {
  const row = desk.rows[0]!;
  const lines = desk.villages.map(
    ({ unit, counts, baseHouseholds }, at): GridRow => ({
      key: String(unit?.id ?? 0),
      cells: [
        figure(at + 1),
        { ...text(unit?.name ?? t('unknownVillage')), rowHeader: true },
        ...roundCells(counts, unit?.id ?? null, links),
        ...ofWhichCells(counts, unit?.id ?? null, links),
        figure(baseHouseholds),
      ],
    }),
  );
  return {
    caption: t('villagesCaption', { year: desk.year, unit: desk.unit.name }),
    header: villageHead(t),
    numbers: [],
    columns: 10,
    pinned: 2,
    groups: [
      ...lines.map((line) => ({ key: line.key, rows: [line] })),
      {
        key: 'total',
        look: 'total',
        rows: [
          {
            key: 'total',
            cells: [
              text(''),
              { ...text(t('total', { unit: desk.unit.name })), rowHeader: true },
              ...roundCells(row.counts, row.unit.id, links),
              ...ofWhichCells(row.counts, row.unit.id, links),
              figure(row.baseHouseholds),
            ],
          },
        ],
      },
    ],
  };
}

/** What is in the way of a commune's round, in a few words. */
export function blockedText({ blockers, round, carryOver }: DeskRow, t: DeskSay): string {
  if (round === null) return t('waitingCarry', { count: formatCount(carryOver ?? 0) });
  if (round.status !== 'OPEN') return '';
  if (blockers.length === 0) return t('none');
  return blockers
    .map(({ kind, count }) =>
      kind === 'base' || kind === 'ledger'
        ? t(`short.${kind}`)
        : t(`short.${kind}`, { count: formatCount(count) }),
    )
    .join(' · ');
}

/** The communes of a province or district: where each stands, and what is in its way. */
export function buildCommunesModel(desk: DeskView, links: DeskLinks, t: DeskSay): GridModel {
  return {
    caption: t('communesCaption', { year: desk.year, unit: desk.unit.name }),
    header: communeHead(t),
    numbers: [],
    columns: 9,
    pinned: 2,
    groups: desk.rows.map((row, at) => ({
      key: String(row.unit.id),
      rows: [
        {
          key: String(row.unit.id),
          cells: [
            figure(at + 1),
            { ...text(row.unit.name, links.desk(row.unit.id)), rowHeader: true },
            text(t(row.round?.status ?? 'NOT_BEGUN')),
            ...(row.round === null
              ? Array.from({ length: 5 }, () => figure(null))
              : roundCells(row.counts, row.unit.id, {
                  ...links,
                  gone: `${links.desk(row.unit.id)}/khong-con?trang-thai=gone`,
                })),
            text(blockedText(row, t)),
          ],
        },
      ],
    })),
  };
}

/** The provinces of the nation: how many communes stand where. */
export function buildAreasModel(desk: DeskView, links: DeskLinks, t: DeskSay): GridModel {
  const columns = ['communesColumn', 'NOT_BEGUN', 'OPEN', 'CLOSED', 'LOCKED'] as const;
  return {
    caption: t('areasCaption', { year: desk.year }),
    header: [[t('order'), t('unit'), ...columns.map((one) => t(one))].map((said) => header(said))],
    numbers: [],
    columns: 7,
    pinned: 2,
    groups: desk.areas.map((area, at) => ({
      key: String(area.unit.id),
      rows: [
        {
          key: String(area.unit.id),
          cells: [
            figure(at + 1),
            { ...text(area.unit.name, links.desk(area.unit.id)), rowHeader: true },
            figure(area.communes),
            figure(area.notBegun),
            figure(area.open),
            figure(area.closed),
            figure(area.locked),
          ],
        },
      ],
    })),
  };
}
