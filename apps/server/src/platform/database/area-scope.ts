import { sql } from 'kysely';
import type { DatabaseHandle, Db } from './database.ts';

/** The areas a person may see: at most four unit paths (`/1/46/`); the whole nation is `/1/`. */
export interface AreaScope {
  readonly paths: readonly string[];
  /** Units alone, without what lies below them; they count among the four. */
  readonly units?: readonly string[];
}

export const MOST_AREAS = 4;

/** A path prefix as a half-open range under the C collation: '/' is followed by '0'. */
export function rangeOf(path: string): { from: string; to: string } {
  checkPath(path);
  return { from: path, to: `${path.slice(0, -1)}0` };
}

/** One path alone: what lies below it goes on with a figure, and '!' comes before every figure. */
function rangeOfUnit(path: string): { from: string; to: string } {
  checkPath(path);
  return { from: path, to: `${path}!` };
}

function checkPath(path: string): void {
  if (!/^(\/\d+)+\/$/.test(path)) throw new Error(`Not a unit path: ${path}`);
}

/**
 * Runs `work` in one transaction that can only see and write the rows of the given areas: the role and the
 * ranges are set literally, because a table's owner bypasses row-level security and so does PGlite's user.
 */
export async function inAreaScope<Value>(
  handle: DatabaseHandle,
  scope: AreaScope,
  work: (db: Db) => Promise<Value>,
): Promise<Value> {
  return handle.db.transaction().execute(async (transaction) => {
    for (const statement of narrowingStatements(scope)) await sql.raw(statement).execute(transaction);
    return work(transaction as unknown as Db);
  });
}

/** What narrows a running transaction, one statement each; it cannot be widened again before its end. */
export function narrowingStatements({ paths, units = [] }: AreaScope): string[] {
  const ranges = [...paths.map(rangeOf), ...units.map(rangeOfUnit)];
  if (ranges.length > MOST_AREAS) throw new Error(`At most ${MOST_AREAS} areas can be in force at once.`);
  const settings = ranges.flatMap(({ from, to }, index) => {
    return [`set local benvung.from_${index + 1} = '${from}'`, `set local benvung.to_${index + 1} = '${to}'`];
  });
  return [...settings, 'set local role benvung_app'];
}
