import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PLAN_FILE_LIMITS, PlanFileRefusal } from './file-refusal.ts';
import { type PdfPage, pdfLines } from './pdf-lines.ts';

/**
 * Runs in a thread of its own, so that a hostile file can be ended by time and memory; it is given as text because
 * the sources and the bundle have no file of it in the same place.
 */
const READER = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const { getDocumentProxy } = await import(workerData.library);
  const pdf = await getDocumentProxy(workerData.bytes, { isEvalSupported: false, stopAtErrors: false, verbosity: 0 });
  if (pdf.numPages > workerData.pages) return parentPort.postMessage({ refused: 'pages' });
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(content.items.filter((item) => 'str' in item).map((item) => (
      { text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, height: Math.abs(item.transform[3]) || item.height }
    )));
  }
  parentPort.postMessage({ pages });
})().catch((error) => parentPort.postMessage({ refused: error && error.name === 'PasswordException' ? 'password' : 'damaged' }));
`;

interface Answer {
  readonly pages?: readonly PdfPage[];
  readonly refused?: 'pages' | 'password' | 'damaged';
}

/** The text layer of a PDF, line by line. @throws PlanFileRefusal, also when it has no text layer */
export async function readPdf(bytes: Buffer): Promise<string> {
  const { pages, refused } = await readInThread(bytes);
  if (refused === 'password') throw new PlanFileRefusal('plan.file-encrypted');
  if (refused === 'pages') throw new PlanFileRefusal('plan.file-too-large', { megabytes: megabytes(bytes) });
  if (pages === undefined) throw new PlanFileRefusal('plan.file-damaged');
  const text = pdfLines(pages).join('\n');
  if (text.replace(/\s/gu, '').length < Math.max(20, pages.length * 10))
    throw new PlanFileRefusal('plan.pdf-without-text');
  return text;
}

const megabytes = (bytes: Buffer): number => Math.ceil(bytes.length / 1024 ** 2);

function libraryUrl(): string {
  const main = createRequire(import.meta.url).resolve('unpdf');
  return pathToFileURL(join(dirname(main), 'index.mjs')).href;
}

function readInThread(bytes: Buffer): Promise<Answer> {
  const worker = new Worker(READER, {
    eval: true,
    workerData: { bytes: new Uint8Array(bytes), library: libraryUrl(), pages: PLAN_FILE_LIMITS.pages },
    resourceLimits: { maxOldGenerationSizeMb: PLAN_FILE_LIMITS.pdfMegabytes },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new PlanFileRefusal('plan.file-too-slow', { seconds: PLAN_FILE_LIMITS.pdfSeconds })),
      PLAN_FILE_LIMITS.pdfSeconds * 1000,
    );
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', () => resolve({ refused: 'damaged' }));
    worker.once('exit', () => resolve({ refused: 'damaged' }));
    void worker;
    timer.unref();
  }).finally(() => void worker.terminate()) as Promise<Answer>;
}
