import { printDocumentsJob } from './document/print-documents.job.ts';
import { storeDocumentsJob } from './document/store-documents.job.ts';
import { checkBatchJob } from './exchange/batches/check-batch.ts';
import { publishBatchJob } from './exchange/batches/publish-batch.ts';
import { undoBatchJob } from './exchange/batches/undo-batch.ts';
import { compareExtractJob } from './exchange/comparison/compare-extract.ts';
import type { JobKind } from './platform/jobs/job.ts';
import { sendMailsJob } from './platform/mail/send-mails.job.ts';

/** Everything that is done as long work; a feature adds one line here. */
export const jobKinds: readonly JobKind[] = [
  checkBatchJob,
  publishBatchJob,
  undoBatchJob,
  compareExtractJob,
  storeDocumentsJob,
  printDocumentsJob,
  sendMailsJob,
];
