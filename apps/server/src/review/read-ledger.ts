import type { LedgerView } from '@benvung/contract/review-desk';
import type { CounterLine, Counters, Figures } from '@benvung/domain/review/counters';
import { addFigures, emptyFigures, householdsIn, personsIn } from '@benvung/domain/review/counters';
import { MOVEMENT_COLUMNS } from '@benvung/domain/review/movement';
import { closingIn, ledgerOf, type OpeningGap } from '@benvung/domain/review/movement-ledger';
import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../territory/territory.public.ts';
import { findFormerClosings, findOpeningGaps, lastYearOnMap } from './compare-openings.ts';
import { type LedgerLine, readLedgerLines } from './ledger-counters.store.ts';
import { refOf } from './read-opening-plan.ts';
import { listRoundsUnder } from './review-round.store.ts';

type Entry = LedgerView['total'][number];

/** The movement ledger of a unit's year: a line a village of a commune, else a line a commune, and their total. */
export async function readLedger(
  db: Db,
  { unit, year, today }: { unit: UnitOnDay; year: number; today: string },
): Promise<LedgerView> {
  const alone = unit.level === 'commune';
  const rounds = await listRoundsUnder(db, year, unit.path);
  const standardOf = new Map(rounds.map(({ communeId, standardId }) => [communeId, standardId]));
  const lines = (await readLedgerLines(db, { year, path: unit.path, villages: alone })).filter(
    ({ communeId, standardId }) => standardOf.get(communeId) === standardId,
  );
  const referenceDay = rounds[0]?.referenceDay ?? today;
  const gaps = await gapsOf(db, lines, { year, referenceDay });
  const standard = rounds[0]?.standardId ?? '';
  const formerStandard = await standardBefore(db, { year, path: unit.path, standard });
  const former = await formerClosingsOf(db, lines, { year, referenceDay, formerStandard });
  const shown = alone ? lines.filter(({ villageId }) => villageId !== 0) : lines;
  const units = await listLastKnownUnits(
    db,
    shown.map(({ communeId, villageId }) => (alone ? villageId : communeId)),
    today,
  );
  const own = lines.filter(({ villageId }) => villageId === 0);
  const total = sumOf(own);
  const unknown = alone ? subtract(total, sumOf(shown)) : new Map<string, Figures>();
  const hasUnknown = [...unknown.values()].some((figures) => figures.some((value) => value !== 0));
  const told = shown
    .map((line) => ({
      unit: units.get(alone ? line.villageId : line.communeId),
      entries: entriesOf(line.measures, gaps.get(keyOf(line)) ?? [], former.get(keyOf(line))),
    }))
    .sort((a, b) => (a.unit?.name ?? '').localeCompare(b.unit?.name ?? '', 'vi'));
  return {
    unit: refOf(unit),
    year,
    standard,
    formerStandard,
    lines: [
      ...told.map(({ unit: one, entries }) => ({ unit: one === undefined ? null : refOf(one), entries })),
      ...(hasUnknown ? [{ unit: null, entries: entriesOf(unknown, []) }] : []),
    ],
    total: entriesOf(
      total,
      alone && own[0] !== undefined ? (gaps.get(keyOf(own[0])) ?? []) : [],
      own.length > 0 && own.every((line) => former.has(keyOf(line)))
        ? sumOf(own.map((line) => ({ measures: new Map(former.get(keyOf(line))) })))
        : undefined,
    ),
  };
}

const keyOf = ({ communeId, villageId }: Pick<LedgerLine, 'communeId' | 'villageId'>): string =>
  `${communeId}|${villageId}`;

async function gapsOf(
  db: Db,
  lines: readonly LedgerLine[],
  { year, referenceDay }: { year: number; referenceDay: string },
): Promise<Map<string, readonly OpeningGap[]>> {
  const communeIds = [...new Set(lines.map(({ communeId }) => communeId))];
  if (communeIds.length === 0) return new Map();
  const kept = countersOf(lines, year);
  const last = await lastYearOnMap(db, year, referenceDay);
  const found = await findOpeningGaps(db, last, { communeIds, kept });
  return new Map(found.map(({ line, gaps }) => [keyOf(line), gaps]));
}

const countersOf = (lines: readonly LedgerLine[], year: number): Counters =>
  new Map(
    lines.map(({ communeId, villageId, standardId, measures }): [string, CounterLine] => [
      `${standardId}|${communeId}|${villageId}`,
      { year, standardId, communeId, villageId, figures: measures },
    ]),
  );

/** The one standard the year before was reviewed under, where it is not this year's. */
async function standardBefore(
  db: Db,
  { year, path, standard }: { year: number; path: string; standard: string },
): Promise<string | null> {
  const before = new Set((await listRoundsUnder(db, year - 1, path)).map(({ standardId }) => standardId));
  const [only] = before;
  return before.size === 1 && only !== undefined && only !== standard ? only : null;
}

async function formerClosingsOf(
  db: Db,
  lines: readonly LedgerLine[],
  of: { year: number; referenceDay: string; formerStandard: string | null },
): Promise<Map<string, ReadonlyMap<string, Figures>>> {
  if (of.formerStandard === null || lines.length === 0) return new Map();
  const last = await lastYearOnMap(db, of.year, of.referenceDay);
  const found = await findFormerClosings(db, last, {
    kept: countersOf(lines, of.year),
    standardBefore: of.formerStandard,
  });
  return new Map([...found].map(([line, closings]) => [keyOf(line), closings]));
}

function entriesOf(
  measures: ReadonlyMap<string, Figures>,
  gaps: readonly OpeningGap[],
  former?: ReadonlyMap<string, Figures>,
): Entry[] {
  return ledgerOf(measures).map((entry): Entry => {
    const gap = gaps.find((each) => each.class === entry.class && each.unit === entry.unit);
    const read = entry.unit === 'households' ? householdsIn : personsIn;
    return {
      class: entry.class,
      unit: entry.unit,
      opening: entry.opening,
      columns: MOVEMENT_COLUMNS.map((column) => read(measures.get(`movement.${column}`), entry.class)),
      pending: entry.pending,
      closing: entry.closing,
      difference: entry.difference,
      lastClosing: gap?.lastClosing ?? null,
      formerClosing: former === undefined ? null : closingIn(former, entry.class, entry.unit),
    };
  });
}

function sumOf(lines: readonly Pick<LedgerLine, 'measures'>[]): Map<string, Figures> {
  const sum = new Map<string, Figures>();
  for (const { measures } of lines)
    for (const [measure, figures] of measures) {
      const total = sum.get(measure) ?? emptyFigures();
      addFigures(total, figures);
      sum.set(measure, total);
    }
  return sum;
}

function subtract(
  whole: ReadonlyMap<string, Figures>,
  part: ReadonlyMap<string, Figures>,
): Map<string, Figures> {
  return new Map(
    [...whole].map(([measure, figures]) => [
      measure,
      figures.map((value, at) => value - (part.get(measure)?.[at] ?? 0)),
    ]),
  );
}
