import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answer, Ask, Envelope, Reply, WorkerStart } from './messages.ts';

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** PGlite in a thread of its own, so that a heavy query does not hold up the event loop. */
export interface PgliteClient {
  ask(ask: Ask): Promise<Answer>;
  close(): Promise<void>;
}

const workerFile = (): string =>
  process.env.BENVUNG_PGLITE_WORKER ?? fileURLToPath(new URL('./pglite-worker.js', import.meta.url));

/** Starts the thread; the first question waits until the database is open, and fails if it does not open. */
export function startPglite(start: WorkerStart): PgliteClient {
  const worker = new Worker(workerFile(), { workerData: start, execArgv: [], stdout: false, stderr: false });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let ended: Error | undefined;

  worker.on('message', (reply: Reply) => {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ('answer' in reply) asker?.resolve(reply.answer);
    else asker?.reject(Object.assign(new Error(reply.error.message), reply.error.fields));
  });
  const end = (error: Error) => {
    ended ??= error;
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The embedded database has stopped.')));

  const ask = (what: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      const envelope: Envelope = { id: nextId, ask: what };
      nextId += 1;
      waiting.set(envelope.id, { resolve, reject });
      worker.ref();
      worker.postMessage(envelope);
    });
  return {
    ask,
    close: async () => {
      if (ended !== undefined) return;
      try {
        await ask({ kind: 'close' });
      } finally {
        await worker.terminate();
      }
    },
  };
}
