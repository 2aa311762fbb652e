import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { columnParsers } from '../column-types.ts';
import { DurableNodeFs } from './durable-node-fs.ts';
import type { Answer, Ask, Envelope, Reply, SentError, WorkerStart } from './messages.ts';

/** No background process does it here: a checkpoint is made when the log has grown this much. Everybody waits for it. */
const LOG_BYTES_PER_CHECKPOINT = 10 * 1024 * 1024;
/** So much log is kept for reuse and no more: the data folder lies on someone's small disk. */
const LOG_SIZE = ['-c', 'min_wal_size=32MB', '-c', 'max_wal_size=128MB'];
/** Parts of a long work that wait to come to light together (`prepared-parts.ts`). */
const PREPARED = ['-c', 'max_prepared_transactions=512'];
/** Parameters arrive as PostgreSQL's text, whatever their type. */
const asSent = new Proxy({}, { get: () => (value: string) => value });
const nothing: Answer = { rows: [], affected: 0 };

async function open({ folder, snapshot, durable }: WorkerStart) {
  const files = folder === undefined ? undefined : new DurableNodeFs(folder, durable);
  const pglite = await PGlite.create({
    ...(files === undefined ? {} : { fs: files }),
    ...(snapshot === undefined ? {} : { loadDataDir: new Blob([new Uint8Array(snapshot)]) }),
    extensions: { pg_trgm },
    parsers: columnParsers as never,
    startParams: [...PGlite.defaultStartParams, ...LOG_SIZE, ...PREPARED],
  });
  await pglite.exec("set timezone to 'UTC'; set datestyle to 'ISO'");
  return { pglite, files };
}

const opening = open(workerData as WorkerStart);
type Opened = Awaited<typeof opening>;

async function answer(ask: Ask): Promise<Answer> {
  const { pglite, files } = await opening;
  switch (ask.kind) {
    case 'query': {
      const found = await pglite.query<Record<string, unknown>>(ask.sql, [...ask.parameters], {
        serializers: asSent,
      });
      return { rows: found.rows, affected: found.affectedRows ?? 0 };
    }
    case 'script':
      await runScript(await opening, ask.statements);
      return nothing;
    case 'copyIn': {
      const found = await pglite.query(ask.sql, [], { blob: new Blob([new Uint8Array(ask.rows)]) });
      return { rows: [], affected: found.affectedRows ?? 0 };
    }
    case 'copyOut': {
      const found = await pglite.query(ask.sql);
      const bytes = new Uint8Array((await found.blob?.arrayBuffer()) ?? new ArrayBuffer(0));
      return { rows: [], affected: found.affectedRows ?? 0, bytes };
    }
    case 'dump':
      return { ...nothing, bytes: new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()) };
    case 'close':
      await pglite.close();
      files?.syncEverything();
      return nothing;
  }
}

async function runScript({ pglite, files }: Opened, statements: readonly string[]): Promise<void> {
  const run = async () => {
    for (const statement of statements) await pglite.exec(statement);
  };
  await (files === undefined ? run() : files.syncedOnce(run));
}

/** After so short a silence whoever asked has all answers, and nobody waits for the question and a checkpoint. */
const SILENCE_MS = 4;
/** Nor is it put off for ever. */
const LATEST = 2;

async function checkpointWhenDue(times = 1): Promise<void> {
  const { pglite, files } = await opening;
  if (files === undefined || files.logBytes < times * LOG_BYTES_PER_CHECKPOINT || pglite.closed) return;
  if (!pglite.isInTransaction()) await pglite.query('checkpoint');
}

function sentError(error: unknown): SentError {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(error ?? {}))
    if (typeof value === 'string' && name !== 'message') fields[name] = value;
  return { message: error instanceof Error ? error.message : String(error), fields };
}

async function reply({ id, ask }: Envelope): Promise<Reply> {
  try {
    const given = await answer(ask);
    if (ask.kind !== 'close') await checkpointWhenDue(LATEST);
    return { id, answer: given };
  } catch (error) {
    return { id, error: sentError(error) };
  }
}

let last: Promise<unknown> = opening.catch(() => undefined);
let silence: NodeJS.Timeout | undefined;
parentPort?.on('message', (envelope: Envelope) => {
  clearTimeout(silence);
  last = last
    .then(() => reply(envelope))
    .then((given) => {
      const bytes = 'answer' in given ? given.answer.bytes : undefined;
      parentPort?.postMessage(given, bytes === undefined ? [] : [bytes.buffer as ArrayBuffer]);
      clearTimeout(silence);
      silence = setTimeout(() => {
        last = last.then(() => checkpointWhenDue()).catch(() => undefined);
      }, SILENCE_MS);
    });
});
