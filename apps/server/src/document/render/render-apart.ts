import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { type PdfOptions, renderManyPdf } from './render-pdf.ts';

export interface RenderOrder {
  readonly documents: readonly OfficialDocument[];
  readonly options: PdfOptions;
}

const workerFile = fileURLToPath(new URL('./render-worker.js', import.meta.url));

/** Many documents in one PDF, drawn in a thread of its own, so that others are served meanwhile. */
export function renderPdfApart(
  documents: readonly OfficialDocument[],
  options: PdfOptions,
): Promise<Uint8Array> {
  // From the sources (tests) there is no bundled thread to start.
  if (!existsSync(workerFile)) return renderManyPdf(documents, options);
  const order: RenderOrder = { documents, options };
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: order, execArgv: [] });
    worker.once('message', (bytes: Uint8Array) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The drawing thread ended with ${code}.`)));
  });
}
