/**
 * Official documents for other features. `makeDocument(s)` and `numberDocument(s)` work inside the caller's
 * transaction and either do all or refuse; where they answer a `jobId`, wake the job queue after the commit.
 */
export { type DocumentRequest, makeDocument, makeDocuments } from './make-document.ts';
export { numberDocument, numberDocuments } from './number-document.ts';
export { verifyDocument } from './verify-document.ts';
