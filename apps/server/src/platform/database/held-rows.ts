/**
 * The embedded database cannot wait for a row: whoever it would wait for needs the same session, and `lock_timeout`
 * knows no clock there. Rows are held for longer than a transaction only by work written in parts.
 */
export interface HeldRows {
  /** What a part of the work `name` writes over is held until `release`; its tables are, whatever it writes. */
  note(name: string, sql: string): void;
  release(name: string): void;
  /**
   * The statement as anybody else may run it: a lock on a row is taken at once or not at all.
   * @throws RowsHeldError when it writes to what is held.
   */
  admit(sql: string): string;
}

export class RowsHeldError extends Error {
  /** PostgreSQL's `lock_not_available`, which `nowait` ends with as well. */
  readonly code = '55P03';
}

export function newHeldRows(): HeldRows {
  const heldBy = new Map<string, Set<string>>();
  return {
    note: (name, sql) => {
      const tables = heldBy.get(name) ?? new Set();
      for (const table of writtenIn(sql)) tables.add(table);
      heldBy.set(name, tables);
    },
    release: (name) => void heldBy.delete(name),
    admit: (sql) => {
      if (heldBy.size > 0) {
        const [table] = writtenIn(sql).filter((each) => [...heldBy.values()].some((held) => held.has(each)));
        if (table !== undefined || WHOLE_TABLE.test(sql))
          throw new RowsHeldError(`Held by work that is being written: ${table ?? sql.slice(0, 80)}`);
      }
      return takenAtOnce(sql);
    },
  };
}

/** A lock that would be waited for is an error instead. */
export const takenAtOnce = (sql: string): string => (ENDS_WITH_LOCK.test(sql) ? `${sql} nowait` : sql);

const ENDS_WITH_LOCK = /\bfor\s+(?:update|share)(?:\s+of\s+\w+)?\s*$/i;
/** Statements that need a whole table for themselves. */
const WHOLE_TABLE = /^\s*(?:alter|drop|truncate|lock|reindex|cluster|create\s+(?:unique\s+)?index)\b/i;
const WRITES = /\b(?:update|delete\s+from|insert\s+into)\s+(?:only\s+)?"?(\w+)"?/gi;

const writtenIn = (sql: string): string[] => [...sql.matchAll(WRITES)].map(([, table = '']) => table);
