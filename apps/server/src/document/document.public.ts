/**
 * Official documents for other features. `makeDocument(s)` and `numberDocument(s)` work inside the caller's
 * transaction and either do all or refuse; where they answer a `jobId`, wake the job queue after the commit.
 */
export { findIssuingUnit } from './issuing-unit.ts';
export { findIncoming } from './keep-incoming.ts';
export { type DocumentRequest, makeDocument, makeDocuments } from './make-document.ts';
export { numberDocument, numberDocuments } from './number-document.ts';
export { replacePaper, retirePaper } from './retire-paper.ts';
export { findDocumentSignatory } from './signatory.store.ts';
export { verifyDocument } from './verify-document.ts';
