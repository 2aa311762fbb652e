import { parentPort, workerData } from 'node:worker_threads';
import type { RenderOrder, RenderTold } from './render-apart.ts';
import { renderManyPdf } from './render-pdf.ts';

const { documents, options } = workerData as RenderOrder;
const tell = (message: RenderTold) => parentPort?.postMessage(message);
tell(await renderManyPdf(documents, options, tell));
