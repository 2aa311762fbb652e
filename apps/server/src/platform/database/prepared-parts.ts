import type { DatabaseHandle, Db, Session, TransactionParts } from './database.ts';
import { type HeldRows, takenAtOnce } from './held-rows.ts';
import type { SessionHolder } from './session-holder.ts';

/**
 * Plans made while tables were small read all of them for every row that refers to another; nothing tells the session
 * that they grew, because nobody sees the new rows yet.
 */
const SMALL_STEPS = ['discard plans', 'set local enable_seqscan = off'];
/** Index entries are sorted in as they come, not thousands at a time in the middle of somebody's question. */
const SHORT_INDEX_WORK = 'set local gin_pending_list_limit = 64';

interface PartsGround {
  /** The one session, when it is free. */
  connect(): Promise<{ release(): void }>;
  /** Over it, past what is held. */
  readonly query: Session['query'];
  sessionOf(query: Session['query']): Session;
  script(statements: readonly string[]): Promise<void>;
  dbOf(session: { query: Session['query'] }): Db;
  readonly heldRows: HeldRows;
  readonly hold: SessionHolder['hold'];
}

const markOf = (name: string): string => `publishing:${name}`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Two-phase commit inside one database: each part is a prepared transaction, which outlives even the process. */
export function preparedParts(ground: PartsGround): TransactionParts {
  const { query, script, heldRows } = ground;
  let written = 0;
  const inTransaction = async <Value>(
    work: () => Promise<Value>,
    { opening, closing }: { opening: readonly string[]; closing: () => Promise<readonly string[]> },
  ): Promise<Value> => {
    const session = await ground.connect();
    try {
      await script(opening);
      const value = await ground.hold(work);
      await script(await closing());
      return value;
    } catch (error) {
      await query('rollback').catch(() => undefined);
      throw error;
    } finally {
      session.release();
    }
  };
  return {
    write: async (name, work, { holds = false } = {}) => {
      written += 1;
      const part = `${name}#${written}`;
      heldRows.note(name, '');
      const noting: Session['query'] = (sql, parameters) => {
        if (holds) heldRows.note(name, sql);
        // another part may hold it
        return query(takenAtOnce(sql), parameters);
      };
      await inTransaction(() => work(ground.sessionOf(noting), ground.dbOf({ query: noting })), {
        opening: ['begin', ...SMALL_STEPS, SHORT_INDEX_WORK],
        closing: async () => [`prepare transaction ${literal(part)}`],
      });
    },
    publish: async (name, work) => {
      const value = await inTransaction(
        async () => {
          const done = await work(ground.sessionOf(query), ground.dbOf({ query }));
          await query('insert into setting (name, value) values ($1, $2) on conflict do nothing', [
            markOf(name),
            'true',
          ]);
          return done;
        },
        {
          opening: ['begin'],
          // once the first has happened, all will: `settleParts` sees to it after a stop
          closing: async () => [
            'commit',
            ...(await listParts({ query }, name)).map((part) => `commit prepared ${literal(part)}`),
            `delete from setting where name = ${literal(markOf(name))}`,
          ],
        },
      );
      heldRows.release(name);
      return value;
    },
    discard: async (name) => {
      const session = await ground.connect();
      try {
        // what is seen in part already can only be brought to light whole
        const way = (await isBeingPublished({ query }, name)) ? 'commit' : 'rollback';
        const parts = await listParts({ query }, name);
        await script(parts.map((part) => `${way} prepared ${literal(part)}`));
        heldRows.release(name);
      } finally {
        session.release();
      }
    },
  };
}

type Query = Pick<Session, 'query'>;

async function listParts({ query }: Query, name?: string): Promise<string[]> {
  const { rows } = await query('select gid from pg_prepared_xacts order by gid');
  const all = rows.map((row) => row.gid as string);
  return name === undefined ? all : all.filter((part) => part.startsWith(`${name}#`));
}

async function isBeingPublished({ query }: Query, name: string): Promise<boolean> {
  const { rows } = await query('select name from setting where name = $1', [markOf(name)]);
  return rows.length > 0;
}

/** After a stop in the middle of it: work that was being published comes to light whole, all other is given up. */
export async function settleParts({ parts, withSession }: DatabaseHandle): Promise<void> {
  if (parts === undefined) return;
  const { waiting, marks } = await withSession(async (session) => {
    const left = await listParts(session);
    const there = await session.query("select to_regclass('setting') is not null as there");
    const named =
      there.rows[0]?.there === true
        ? await session.query("select name from setting where name like 'publishing:%'")
        : { rows: [] };
    return { waiting: left, marks: named.rows.map((row) => row.name as string) };
  });
  const names = new Set(waiting.map((part) => part.slice(0, part.lastIndexOf('#'))));
  for (const name of names) if (!marks.includes(markOf(name))) await parts.discard(name);
  for (const mark of marks) await parts.publish(mark.slice(markOf('').length), async () => undefined);
}
