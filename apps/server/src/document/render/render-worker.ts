import { parentPort, workerData } from 'node:worker_threads';
import type { RenderOrder } from './render-apart.ts';
import { renderPdf } from './render-pdf.ts';

const { documents, options } = workerData as RenderOrder;
const bytes = renderPdf(documents, options);
parentPort?.postMessage(bytes);
