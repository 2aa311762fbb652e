import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, type KyselyConfig, type TransactionBuilder } from 'kysely';
import type { Schema } from './database.ts';

/** Knows whether the code that runs already holds the one session of an embedded database. */
export interface SessionHolder {
  hold<Value>(work: () => Promise<Value>): Promise<Value>;
  /** @throws when the caller would wait for a session that it holds itself, for ever. */
  refuseHolder(): void;
}

export function newSessionHolder(): SessionHolder {
  const holding = new AsyncLocalStorage<{ held: boolean }>();
  return {
    hold: (work) => {
      const mine = { held: true };
      return holding.run(mine, async () => {
        try {
          return await work();
        } finally {
          mine.held = false;
        }
      });
    },
    refuseHolder: () => {
      if (holding.getStore()?.held === true)
        throw new Error(
          'The embedded database has one session and this call already holds it: inside withSession or a transaction, use the session or db it gave, not the handle.',
        );
    },
  };
}

/** A kysely whose transactions hold the one session. */
export class OneSessionKysely extends Kysely<Schema> {
  readonly #holder: SessionHolder;

  constructor(config: KyselyConfig, holder: SessionHolder) {
    super(config);
    this.#holder = holder;
  }

  override transaction(): TransactionBuilder<Schema> {
    return this.#holding(super.transaction());
  }

  #holding(builder: TransactionBuilder<Schema>): TransactionBuilder<Schema> {
    const execute = builder.execute.bind(builder);
    const setIsolationLevel = builder.setIsolationLevel.bind(builder);
    builder.execute = (work) => execute((transaction) => this.#holder.hold(() => work(transaction)));
    builder.setIsolationLevel = (level) => this.#holding(setIsolationLevel(level));
    return builder;
  }
}
