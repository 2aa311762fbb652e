import type { TerritoryHistory } from '@benvung/domain/territory/territory-history';
import { pathOf } from '@benvung/domain/territory/territory-map';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import {
  listFactPaths,
  listScopedTables,
  listUnitLines,
  movePaths,
  readFollowedDay,
  readMapStamp,
  writeFollowedDay,
} from './fact-path.store.ts';
import { readHistory } from './territory-history.ts';

export interface PathMove {
  readonly from: string;
  readonly to: string;
}

/**
 * Makes every fact's `scope_path` the path of the unit responsible on a day. Facts of a split commune whose village
 * is not assigned lie directly under the unit that certainly holds them, e.g. the province. Doing it twice does
 * no harm; it has work to do only when a map day was reached or a list was loaded.
 */
export async function followTerritory(handle: DatabaseHandle, today: string): Promise<number> {
  const stamp = await readMapStamp(handle.db, today);
  if ((await readFollowedDay(handle.db)) === stamp) return 0;
  const history = await readHistory(handle.db);
  return handle.withSession(async (_session, db) => {
    const moved = await moveFacts(db, await findMoves(db, history, today));
    await writeFollowedDay(db, stamp);
    return moved;
  });
}

/** Rewrites the paths of facts in every table that has them. */
export async function moveFacts(db: Db, moves: readonly PathMove[]): Promise<number> {
  const needed = moves.filter(({ from, to }) => from !== to);
  if (needed.length === 0) return 0;
  let moved = 0;
  for (const table of await listScopedTables(db)) moved += await movePaths(db, table, needed);
  return moved;
}

async function findMoves(db: Db, history: TerritoryHistory, today: string): Promise<PathMove[]> {
  const paths = new Set<string>();
  for (const table of await listScopedTables(db))
    for (const path of await listFactPaths(db, table)) paths.add(path);
  const ids = [...new Set([...paths].map(lastIdOf))];
  const lines = await listUnitLines(db, ids, today);
  return [...paths].flatMap((from) => {
    const line = lines.get(lastIdOf(from));
    if (line === undefined) return [];
    const to = line.current ?? placedPath(history, line, today);
    return to === undefined || to === from ? [] : [{ from, to }];
  });
}

const lastIdOf = (path: string): number => Number(path.split('/').at(-2));

/** Where the facts of units that have ended lie on a day, by id: as `followTerritory` leaves them. */
export async function listPlacedPaths(
  db: Db,
  ids: readonly number[],
  day: string,
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const history = await readHistory(db);
  const lines = await listUnitLines(db, ids, day);
  return new Map(
    [...lines.values()].flatMap((line): [number, string][] => {
      const path = line.current ?? placedPath(history, line, day);
      return path === undefined ? [] : [[line.id, path]];
    }),
  );
}

/** Of a unit that has ended: its successor's path, or its own place under the unit that certainly holds it. */
function placedPath(
  history: TerritoryHistory,
  { id, lastFrom }: { id: number; lastFrom: string },
  today: string,
): string | undefined {
  const placement = history.placeBetween(lastFrom, today)(id);
  if (placement === undefined) return undefined;
  const holder = pathOf(history.mapOn(today), placement.unitId);
  return placement.assignable ? holder : `${holder}${id}/`;
}
