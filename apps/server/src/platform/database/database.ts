import type { Kysely } from 'kysely';

/**
 * Every table a feature owns. Features add their tables by declaration merging:
 *
 *     declare module '../platform/database/database.ts' {
 *       interface Schema { household: HouseholdTable }
 *     }
 */
// biome-ignore lint/suspicious/noEmptyInterface: features merge their tables into it
export interface Schema {}

/** A connection pool or a transaction; stores take it as their first parameter. */
export type Db = Kysely<Schema>;

export type DatabaseKind = 'pglite' | 'postgresql';

export interface BulkCopy {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Parameters and rows of one query, as both drivers give them. */
export interface QueryAnswer {
  readonly rows: Record<string, unknown>[];
  readonly rowCount: number;
}

/** Text in rows or larger pieces, or its bytes in large pieces. */
export type CopyRows = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** One session held for a while: `COPY` and transactions that kysely does not write go through it. */
export interface Session {
  query(sql: string, parameters?: readonly unknown[]): Promise<QueryAnswer>;
  /** Rows in PostgreSQL's text `COPY` format, `\n` at the end of each; returns the number of rows written. */
  copyIn(target: BulkCopy, rows: CopyRows): Promise<number>;
  /** The rows of a select (no parameters) in text `COPY` format, in pieces that may end inside a row. */
  copyOut(select: string): AsyncIterable<Uint8Array>;
}

/**
 * Work written in many short transactions that stay invisible, and come to light together: the embedded database
 * has one session, which a single long transaction would keep from everyone.
 */
export interface TransactionParts {
  /**
   * One short transaction of the work `name`; durable, invisible, its rows locked until the work ends. `holds`: it writes
   * over rows that are seen already; until the work ends nobody else may write to their tables, which is told at once.
   */
  write(
    name: string,
    work: (session: Session, db: Db) => Promise<void>,
    options?: { readonly holds?: boolean },
  ): Promise<void>;
  /** `work` in one transaction, and at its commit every part of `name`: nobody sees the one without the others. */
  publish<Value>(name: string, work: (session: Session, db: Db) => Promise<Value>): Promise<Value>;
  /** Gives up what was written of `name`. */
  discard(name: string): Promise<void>;
}

/** At most so many parts at once. */
export const MOST_PARTS = 500;

/** An open database: embedded or a server, the same to everything above it. */
export interface DatabaseHandle {
  readonly kind: DatabaseKind;
  /** E.g. "PostgreSQL 15.18" or "PGlite 0.5.16 (PostgreSQL 18.1)". */
  readonly version: string;
  readonly db: Db;
  /**
   * Runs `work` on one session inside one transaction; rolls back when it throws. Inside it, `db` of the handle is
   * not to be used: the embedded database has no second session, and says so at once. `opening`: statements without
   * parameters that its transaction begins with, sent in one message where the database takes several at once.
   */
  withSession<Value>(
    work: (session: Session, db: Db) => Promise<Value>,
    opening?: readonly string[],
  ): Promise<Value>;
  /** Where one long transaction would keep everybody waiting. */
  readonly parts?: TransactionParts;
  close(): Promise<void>;
}
