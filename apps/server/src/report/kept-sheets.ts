import type { Db } from '../platform/database/database.ts';
import { mapStamp } from '../territory/territory.public.ts';
import {
  type BaseSums,
  type CountedFigures,
  type FiguresWanted,
  type RoundSums,
  readFiguresByDepth,
  readStandingByDepth,
} from './figures.store.ts';
import { keepSubtotals, readSubtotals, type Subtotal } from './subtotal.store.ts';
import { addSheet, gatherSheets, type SheetParts, type Sheets, sheetOf } from './unit-figures.ts';

export interface FiguresRead {
  readonly counted: CountedFigures[];
  readonly bases: BaseSums[];
  readonly rounds: RoundSums[];
}

/** What is counted and what stands under a path, by the units one step below a depth. */
export async function readFigures(db: Db, wanted: FiguresWanted, depth: number): Promise<FiguresRead> {
  return {
    counted: await readFiguresByDepth(db, wanted, depth),
    ...(await readStandingByDepth(db, wanted, depth)),
  };
}

/**
 * The nation's sheets, added up from what is kept of each province. A province in which anything changed since is
 * read again from its communes' lines and kept anew; so the answer is always that of reading every line, at the
 * cost of those that changed. Only for readers of the whole nation: others see part of the lines.
 */
export async function readKeptSheets(db: Db, wanted: FiguresWanted, depth: number): Promise<Sheets> {
  const map = await mapStamp(db);
  // A map that was not loaded as a list may change without notice.
  if (map === '') return gatherSheets(await readFigures(db, wanted, depth));
  const key = keyOf(wanted, depth);
  const sheets: Sheets = new Map();
  const changed = new Map<string, string>();
  // The stamps are read before the lines: a change in between is then read twice, never overlooked.
  const known = await readSubtotals<KeptSheet[]>(db, key, { year: wanted.year, map });
  for (const { province, stamp, content } of known)
    if (content === null) changed.set(province, stamp);
    else addKept(sheets, content);
  if (changed.size === 0) return sheets;
  const anew = await readFigures(db, { ...wanted, provinces: [...changed.keys()] }, depth);
  const subtotals = [...changed].map(([province, stamp]): Subtotal<KeptSheet[]> => {
    const content = toKeep(gatherSheets(ofProvince(anew, province)));
    addKept(sheets, content);
    return { province, stamp, content };
  });
  await keepSubtotals(db, key, subtotals);
  return sheets;
}

const keyOf = (wanted: FiguresWanted, depth: number): string =>
  [
    wanted.year,
    wanted.standardId,
    wanted.pathsAreCurrent ? 'now' : wanted.day,
    depth,
    wanted.measures?.join(',') ?? '*',
    wanted.baseFields?.join(',') ?? '*',
  ].join(' ');

const ofProvince = ({ counted, bases, rounds }: FiguresRead, wanted: string): FiguresRead => ({
  counted: counted.filter(({ province }) => province === wanted),
  bases: bases.filter(({ province }) => province === wanted),
  rounds: rounds.filter(({ province }) => province === wanted),
});

/** A sheet as it is kept, with its unit. */
interface KeptSheet extends SheetParts {
  readonly unitId: number;
}

const toKeep = (sheets: Sheets): KeptSheet[] =>
  [...sheets].map(([unitId, { measures, base, rounds, demonstrationRounds }]) => ({
    unitId,
    measures: [...measures],
    base,
    rounds: [...rounds],
    demonstrationRounds,
  }));

const addKept = (sheets: Sheets, kept: readonly KeptSheet[]): void => {
  for (const { unitId, ...sheet } of kept) addSheet(sheetOf(sheets, unitId), sheet);
};
