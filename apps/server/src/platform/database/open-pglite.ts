import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Kysely, PostgresDialect } from 'kysely';
import type { DatabaseHandle, QueryAnswer, Schema, Session } from './database.ts';
import { type HeldRows, newHeldRows } from './held-rows.ts';
import { copyStatement, inChunks } from './open-postgresql.ts';
import type { WorkerStart } from './pglite/messages.ts';
import { type PgliteClient, startPglite } from './pglite/pglite-client.ts';
import { preparedParts } from './prepared-parts.ts';
import { newSessionHolder, OneSessionKysely, type SessionHolder } from './session-holder.ts';
import { singleSessionDialect } from './single-session-dialect.ts';
import { newTurns } from './turns.ts';

const require = createRequire(import.meta.url);
const { prepareValue } = require('pg/lib/utils') as { prepareValue(value: unknown): string | null };

export type PgliteOptions = Pick<WorkerStart, 'folder'> & {
  /** A file made by `dumpPglite`. */
  readonly snapshot?: string;
  readonly durable?: boolean;
};

/** The embedded database; besides what every database can, its whole folder can be dumped. */
export interface PgliteHandle extends DatabaseHandle {
  /** The data folder as an uncompressed tar. */
  dump(): Promise<Uint8Array>;
}

/** Opens an embedded database in `folder`, or in memory when none is given. The caller holds the folder's lock. */
export async function openPglite({
  folder,
  snapshot,
  durable = true,
}: PgliteOptions = {}): Promise<PgliteHandle> {
  const client = startPglite({
    durable,
    ...(folder === undefined ? {} : { folder }),
    ...(snapshot === undefined ? {} : { snapshot: readFileSync(snapshot) }),
  });
  const holder = newSessionHolder();
  const heldRows = newHeldRows();
  const pool = oneSessionPool(client, { holder, heldRows });
  const { rows } = await queryOver(client)('show server_version');
  const db = new OneSessionKysely({ dialect: new PostgresDialect({ pool: pool as never }) }, holder);
  const script = async (statements: readonly string[]): Promise<void> => {
    await client.ask({ kind: 'script', statements });
  };
  const dbOf = (session: { query: Session['query'] }) =>
    new Kysely<Schema>({ dialect: singleSessionDialect(session as { query: Query }) });
  const held = {
    connect: pool.connect,
    query: queryOver(client),
    sessionOf: (query: Session['query']) => sessionOf(client, query),
    script,
    heldRows,
    hold: holder.hold,
    dbOf,
  };
  return {
    kind: 'pglite',
    version: `PGlite (PostgreSQL ${rows[0]?.server_version})`,
    db,
    parts: preparedParts(held),
    withSession: async (work, opening = []) => {
      const session = await pool.connect();
      try {
        await script(['begin', ...opening]);
        const value = await holder.hold(() => work(sessionOf(client, session.query), dbOf(session)));
        await session.query('commit');
        return value;
      } catch (error) {
        await session.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        session.release();
      }
    },
    dump: async () => (await client.ask({ kind: 'dump' })).bytes!,
    close: async () => {
      const session = await pool.connect();
      await db.destroy();
      await client.close();
      session.release();
    },
  };
}

type Query = (sql: string, parameters?: readonly unknown[]) => Promise<QueryAnswer & { command: string }>;

function queryOver(client: PgliteClient): Query {
  return async (sql, parameters = []) => {
    const answer = await client.ask({ kind: 'query', sql, parameters: parameters.map(prepareValue) });
    const command = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
    return {
      command,
      rowCount: command === 'SELECT' ? answer.rows.length : answer.affected,
      rows: answer.rows,
    };
  };
}

/** PGlite has one session: `connect` waits until the person before has released it. */
function oneSessionPool(
  client: PgliteClient,
  { holder, heldRows }: { readonly holder: SessionHolder; readonly heldRows: HeldRows },
) {
  const anything = queryOver(client);
  const query: Query = async (sql, parameters) => anything(heldRows.admit(sql), parameters);
  const turns = newTurns();
  return {
    connect: async () => {
      holder.refuseHolder();
      return { query, release: await turns.take() };
    },
    end: async () => undefined,
  };
}

function sessionOf(client: PgliteClient, query: Session['query']): Session {
  return {
    query,
    copyIn: async (target, rows) => {
      let written = 0;
      for await (const chunk of inChunks(rows)) {
        const sql = copyStatement(target, `'/dev/blob'`);
        written += (await client.ask({ kind: 'copyIn', sql, rows: chunk })).affected;
      }
      return written;
    },
    copyOut: async function* (select) {
      const { bytes } = await client.ask({ kind: 'copyOut', sql: `copy (${select}) to '/dev/blob'` });
      if (bytes !== undefined && bytes.length > 0) yield bytes;
    },
  };
}
