import { parentPort, workerData } from 'node:worker_threads';
import type { RenderOrder } from './render-apart.ts';
import { renderManyPdf } from './render-pdf.ts';

const { documents, options } = workerData as RenderOrder;
const bytes = await renderManyPdf(documents, options);
parentPort?.postMessage(bytes);
