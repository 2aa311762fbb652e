import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { columnParsers } from './column-types.ts';
import { checkAddress, checkServerVersion, connectFailure } from './connect-failures.ts';
import type { BulkCopy, CopyRows, DatabaseHandle, Schema, Session } from './database.ts';
import { singleSessionDialect } from './single-session-dialect.ts';

const types = {
  getTypeParser: (id: number, format?: string) =>
    columnParsers[id] ?? pg.types.getTypeParser(id, format as 'text'),
};

/** Compiling a statement takes longer than any of ours runs. */
const SETTINGS = "set timezone to 'UTC'; set datestyle to 'ISO'; set jit to off";
const CONNECT_MILLISECONDS = 10_000;

/**
 * Opens PostgreSQL ≥ 15 by a connection address.
 * @throws CommandFailure, one line saying what to do, when the server cannot be reached or is too old.
 */
export async function openPostgresql(connectionString: string, poolSize = 10): Promise<DatabaseHandle> {
  checkAddress(connectionString);
  const version = await askVersion(connectionString);
  checkServerVersion(version);
  const pool = new pg.Pool({ connectionString, max: poolSize, types: types as never });
  pool.on('error', () => {
    // An idle connection broke; the next query opens another and reports what is wrong.
  });
  pool.on('connect', (client) => {
    client.query(SETTINGS).catch(() => undefined);
  });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgresql',
    version: `PostgreSQL ${version}`,
    db,
    withSession: async (work, opening = []) => {
      const client = await pool.connect();
      try {
        await client.query(['begin', ...opening].join('; '));
        const value = await work(
          sessionOf(client),
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
      if (!pool.ended) await pool.end();
    },
  };
}

async function askVersion(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_MILLISECONDS });
  try {
    await client.connect();
    const { rows } = await client.query('show server_version');
    return (rows[0].server_version as string).split(' ')[0]!;
  } catch (error) {
    throw connectFailure(connectionString, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sessionOf(client: pg.PoolClient): Session {
  return {
    query: async (sql, parameters) => {
      const answer = await client.query(sql, parameters ? [...parameters] : undefined);
      return { rows: answer.rows, rowCount: answer.rowCount ?? 0 };
    },
    copyIn: async (target, rows) => {
      const stream = client.query(copyFrom(copyStatement(target, 'stdin')));
      await pipeline(Readable.from(inChunks(rows)), stream);
      return stream.rowCount;
    },
    copyOut: (select) => client.query(copyTo(`copy (${select}) to stdout`)),
  };
}

export function copyStatement({ table, columns }: BulkCopy, origin: string): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `copy "${table}" (${names}) from ${origin}`;
}

/** Joins small rows into chunks of about 256 kB, so that the socket is not written row by row; bytes are chunks already. */
export async function* inChunks(rows: CopyRows): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for await (const row of rows) {
    if (typeof row !== 'string') {
      if (length > 0) yield Buffer.from(waiting.join(''));
      waiting = [];
      length = 0;
      yield row;
      continue;
    }
    waiting.push(row);
    length += row.length;
    if (length >= 262_144) {
      yield Buffer.from(waiting.join(''));
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.from(waiting.join(''));
}
