import {
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';

interface QueryableSession {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** A kysely over one session that is already inside a transaction; it neither opens nor releases anything. */
export function singleSessionDialect(session: QueryableSession): Dialect {
  const client = { query: session.query.bind(session), release: () => undefined };
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () =>
      new PostgresDriver({ pool: { connect: async () => client, end: async () => undefined } as never }),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
