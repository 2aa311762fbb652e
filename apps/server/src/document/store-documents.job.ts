import { ok } from '@benvung/domain/shared/result';
import type { JobKind } from '../platform/jobs/job.ts';
import { lockDocument } from './document.store.ts';
import { finishDocument, STORE_JOB } from './number-document.ts';

const drawn = { vi: 'Đã tạo tệp', en: 'Files made' };

/** Draws and stores the files of documents whose numbers are given, each in a transaction of its own. */
export const storeDocumentsJob: JobKind = {
  name: STORE_JOB,
  run: async ({ payload, database, clock, accountId, progress }) => {
    const ids = payload.ids as readonly string[];
    const by = { accountId, actor: String(payload.actor), now: clock.now() };
    for (const [at, id] of ids.entries()) {
      await database.withSession(async (_session, db) => {
        const document = await lockDocument(db, id);
        if (document !== undefined) await finishDocument(db, document, by);
      });
      await progress({ done: at + 1, total: ids.length, step: drawn });
    }
    return ok({ documents: ids.length });
  },
};
