import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { type PdfOptions, renderManyPdf } from './render-pdf.ts';

export interface RenderOrder {
  readonly documents: readonly OfficialDocument[];
  readonly options: PdfOptions;
}

/** How many are drawn by now, and at last the file. */
export type RenderTold = number | Uint8Array;

const workerFile = fileURLToPath(new URL('./render-worker.js', import.meta.url));

/** Many documents in one PDF, drawn in a thread of its own, so that others are served meanwhile. */
export function renderPdfApart(
  documents: readonly OfficialDocument[],
  options: PdfOptions,
  onDrawn: (documents: number) => void = () => undefined,
): Promise<Uint8Array> {
  // From the sources (tests) there is no bundled thread to start.
  if (!existsSync(workerFile)) return renderManyPdf(documents, options, onDrawn);
  const order: RenderOrder = { documents, options };
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: order, execArgv: [] });
    worker.on('message', (told: RenderTold) => (typeof told === 'number' ? onDrawn(told) : resolve(told)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The drawing thread ended with ${code}.`)));
  });
}
