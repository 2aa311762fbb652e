import type { DatabaseHandle, Db, Session, TransactionParts } from './database.ts';
import type { SessionHolder } from './session-holder.ts';

/** How long a part waits for a row that another part has locked, before it gives up: nobody can work meanwhile. */
const LOCK_WAIT = "set local lock_timeout = '3s'";
/** Index entries are sorted in as they come, not thousands at a time in the middle of somebody's question. */
const SHORT_INDEX_WORK = 'set local gin_pending_list_limit = 64';

interface HeldSession {
  query(sql: string, parameters?: readonly unknown[]): ReturnType<Session['query']>;
  release(): void;
}

interface PartsGround<Held extends HeldSession> {
  connect(): Promise<Held>;
  readonly session: Session;
  dbOf(held: Held): Db;
  readonly hold: SessionHolder['hold'];
}

const markOf = (name: string): string => `publishing:${name}`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Two-phase commit inside one database: each part is a prepared transaction, which outlives even the process. */
export function preparedParts<Held extends HeldSession>(ground: PartsGround<Held>): TransactionParts {
  let written = 0;
  const inTransaction = async <Value>(
    work: (held: Held) => Promise<Value>,
    end: (held: Held, value: Value) => Promise<void>,
  ): Promise<Value> => {
    const held = await ground.connect();
    try {
      await held.query('begin');
      const value = await ground.hold(() => work(held));
      await end(held, value);
      return value;
    } catch (error) {
      await held.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      held.release();
    }
  };
  return {
    write: async (name, work) => {
      written += 1;
      const part = `${name}#${written}`;
      await inTransaction(
        async (held) => {
          await held.query(LOCK_WAIT);
          await held.query(SHORT_INDEX_WORK);
          await work(ground.session, ground.dbOf(held));
        },
        async (held) => void (await held.query(`prepare transaction ${literal(part)}`)),
      );
    },
    publish: (name, work) =>
      inTransaction(
        async (held) => {
          const value = await work(ground.session, ground.dbOf(held));
          await held.query('insert into setting (name, value) values ($1, $2) on conflict do nothing', [
            markOf(name),
            'true',
          ]);
          return value;
        },
        async (held) => {
          await held.query('commit');
          for (const part of await listParts(held, name))
            await held.query(`commit prepared ${literal(part)}`);
          await held.query('delete from setting where name = $1', [markOf(name)]);
        },
      ),
    discard: async (name) => {
      const held = await ground.connect();
      try {
        for (const part of await listParts(held, name))
          await held.query(`rollback prepared ${literal(part)}`);
      } finally {
        held.release();
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
