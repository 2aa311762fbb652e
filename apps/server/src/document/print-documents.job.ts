import { PRINT_JOB } from '@benvung/contract/document';
import { ok, refuse } from '@benvung/domain/shared/result';
import { inAreaScope } from '../platform/database/area-scope.ts';
import { putFile } from '../platform/files/file.store.ts';
import type { JobKind } from '../platform/jobs/job.ts';
import { listWholeDocuments } from './document.store.ts';
import { removePrints } from './print.store.ts';
import { drawTogether } from './print-together.ts';
import { PDF } from './render-record.ts';

const drawn = { vi: 'Đã dựng văn bản', en: 'Documents drawn' };
const TOLD_EVERY_MS = 500;

/** Draws many documents into one file, which its person may leave and come back to; an older one of theirs goes. */
export const printDocumentsJob: JobKind = {
  name: PRINT_JOB,
  run: async ({ payload, database, clock, accountId, areas, scopePath, progress }) => {
    const ids = payload.ids as readonly string[];
    if (accountId === null) return refuse('shared.not-found');
    const documents = await inAreaScope(database, { paths: areas ?? [scopePath] }, (db) =>
      listWholeDocuments(db, ids),
    );
    const told = { done: 0 };
    const telling = { over: false };
    const tell = async (): Promise<void> => {
      while (!telling.over) {
        await progress({ done: told.done, total: documents.length, step: drawn });
        await new Promise((resolve) => setTimeout(resolve, TOLD_EVERY_MS));
      }
    };
    const drawing = drawTogether(documents, (done) => {
      told.done = done;
    }).finally(() => {
      telling.over = true;
    });
    const [bytes] = await Promise.all([drawing, tell()]);
    const hash = await database.withSession(async (_session, db) => {
      await removePrints(db, { accountId, at: clock.now() });
      return putFile(db, { ownerId: accountId, bytes, mediaType: PDF, scopePath, at: clock.now() });
    });
    return ok({ hash });
  },
};
