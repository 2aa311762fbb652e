import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Kysely, PostgresDialect } from 'kysely';
import { columnParsers } from './column-types.ts';
import type { DatabaseHandle, Schema, Session } from './database.ts';
import { copyStatement, inChunks } from './open-postgresql.ts';
import { singleSessionDialect } from './single-session-dialect.ts';

/** Opens an embedded database in `folder`, or in memory when none is given. */
export async function openPglite(folder?: string): Promise<DatabaseHandle> {
  const pglite = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    extensions: { pg_trgm },
    parsers: columnParsers as never,
  });
  const pool = oneSessionPool(pglite);
  const answer = await pglite.query<{ server_version: string }>('show server_version');
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool as never }) });
  return {
    kind: 'pglite',
    version: `PGlite (PostgreSQL ${answer.rows[0]?.server_version})`,
    db,
    withSession: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const value = await work(
          sessionOf(pglite, client),
          new Kysely<Schema>({ dialect: singleSessionDialect(client) }),
        );
        await client.query('commit');
        return value;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    close: async () => {
      await db.destroy();
      await pglite.close();
    },
  };
}

interface Client {
  query(
    sql: string,
    parameters?: unknown[],
  ): Promise<{ command: string; rowCount: number; rows: Record<string, unknown>[] }>;
  release(): void;
}

/** PGlite has one session: `connect` waits until the person before has released it. */
function oneSessionPool(pglite: PGlite): { connect(): Promise<Client>; end(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  return {
    connect: async () => {
      const before = last;
      let free = () => undefined as void;
      last = new Promise<void>((resolve) => {
        free = resolve;
      });
      await before;
      return {
        query: async (sql, parameters) => {
          const answer = await pglite.query<Record<string, unknown>>(sql, parameters);
          const command = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
          return {
            command,
            rowCount: command === 'SELECT' ? answer.rows.length : (answer.affectedRows ?? 0),
            rows: answer.rows,
          };
        },
        release: () => free(),
      };
    },
    end: async () => undefined,
  };
}

function sessionOf(pglite: PGlite, client: Client): Session {
  return {
    query: (sql, parameters) => client.query(sql, parameters ? [...parameters] : undefined),
    copyIn: async (target, rows) => {
      let written = 0;
      for await (const chunk of inChunks(rows)) {
        const blob = new Blob([new Uint8Array(chunk)]);
        const answer = await pglite.query(copyStatement(target, `'/dev/blob'`), [], { blob });
        written += answer.affectedRows ?? 0;
      }
      return written;
    },
  };
}
