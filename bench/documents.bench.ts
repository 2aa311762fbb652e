import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeDocument } from '@benvung/domain/document/compose-document';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { SAMPLE_DATA, sampleFrame } from '@benvung/domain/document/sample-data';
import { renderDocx } from '../apps/server/src/document/render/render-docx.ts';
import { renderManyPdf, renderPdf } from '../apps/server/src/document/render/render-pdf.ts';
import { type BenchLine, type BenchOptions, milliseconds, peakMemory, times } from './measure.ts';

const AT = { createdAt: '2027-01-05T00:00:00Z' };
/** As many as the peer is given; its time is counted up to the same number. */
const PEER_CERTIFICATES = 10;
/** Rows the peer is given: it did not end with all of them; its time is counted up, row by row, which flatters it. */
const PEER_ROWS = 500;
/** The peer is stopped after this; its time is then at least as much. */
const MOST_MS = 90_000;

function certificates(count: number): OfficialDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const data = { ...SAMPLE_DATA.certificate, head: `${SAMPLE_DATA.certificate.head} ${at + 1}` };
    return composeDocument('certificate', data, { ...sampleFrame('certificate', []), number: at + 1 });
  });
}

function longList(rows: number): OfficialDocument {
  const { lists } = SAMPLE_DATA.recognition;
  const poor = Array.from(
    { length: rows },
    (_, at) => lists.poor[at % lists.poor.length] as (typeof lists.poor)[number],
  );
  const data = { ...SAMPLE_DATA.recognition, lists: { ...lists, poor } };
  return composeDocument('recognition', data, sampleFrame('recognition', []));
}

/** LibreOffice, which an office would use to turn Word files into PDF, or a table into a Word file. */
interface Converted {
  readonly took: number;
  readonly stopped: boolean;
}

function convert(folder: string, files: readonly string[], to: string): Converted | null {
  if (!existsSync('/usr/bin/soffice')) return null;
  const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const run = () =>
    spawnSync(
      '/usr/bin/soffice',
      [home, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), ...files],
      { timeout: MOST_MS },
    );
  const begun = performance.now();
  const { status, error } = run();
  const stopped = (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT';
  return status === 0 || stopped ? { took: performance.now() - begun, stopped } : null;
}

const asHtml = (list: OfficialDocument): string => {
  const block = list.annexes[0]?.body[0];
  const rows = block?.kind === 'table' ? block.table.rows : [];
  const cells = rows.map(({ cells: row }) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<html><head><meta charset="utf-8"></head><body><table border="1">${cells.join('')}</table></body></html>`;
};

/** The peer's time for as much as ours, in words that say how it was had. */
function peerOf(converted: Converted | null, scale: number): { peer: string; took: number | null } {
  if (converted === null) return { peer: 'LibreOffice is not installed', took: null };
  const took = converted.took * scale;
  const least = converted.stopped ? '≥ ' : '';
  const scaled = scale === 1 ? '' : ` (1/${scale.toFixed(0)} of it, scaled)`;
  return { peer: `${least}${milliseconds(took)} by LibreOffice${scaled}`, took };
}

/** What is asked of the documents: many certificates in one file, and one long list. */
export async function benchDocuments(options: BenchOptions): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'benvung-documents-'));
  try {
    return [
      await manyCertificates(folder, options.certificates),
      ...(await oneLongList(folder, options.listRows)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function manyCertificates(folder: string, count: number): Promise<BenchLine> {
  const models = certificates(count);
  renderPdf(models[0]!, AT);
  const begun = performance.now();
  const { value, peakMegabytes } = await peakMemory(() => renderManyPdf(models, AT));
  const ours = performance.now() - begun;
  const files: string[] = [];
  for (const [at, model] of models.slice(0, PEER_CERTIFICATES).entries()) {
    const file = join(folder, `giay-${at}.docx`);
    writeFileSync(file, await renderDocx(model, AT));
    files.push(file);
  }
  const converted = convert(folder, files, 'pdf');
  const { peer, took } = peerOf(converted, count / PEER_CERTIFICATES);
  return {
    what: `${count} certificates in one PDF`,
    ours: `${milliseconds(ours)}, ${(value.length / 1_048_576).toFixed(1)} MB, peak ${peakMegabytes.toFixed(0)} MB`,
    peer,
    figure: took === null ? '' : times(ours / took),
    aim: '≤ 60 s, ≤ 300 MB, faster',
    met: ours <= 60_000 && peakMegabytes <= 300 && (took === null || ours < took),
  };
}

async function oneLongList(folder: string, rows: number): Promise<BenchLine[]> {
  const list = longList(rows);
  const begun = performance.now();
  const { peakMegabytes } = await peakMemory(() => renderDocx(list, AT));
  const ours = performance.now() - begun;
  const html = join(folder, 'danh-sach.html');
  const fewer = longList(Math.min(rows, PEER_ROWS));
  writeFileSync(html, asHtml(fewer));
  const peer = convert(folder, [html], 'docx:MS Word 2007 XML');
  const drawn = performance.now();
  const pdf = await peakMemory(async () => renderManyPdf([list], AT));
  const pdfTook = performance.now() - drawn;
  const word = join(folder, 'danh-sach.docx');
  writeFileSync(word, await renderDocx(fewer, AT));
  const pdfPeer = convert(folder, [word], 'pdf');
  const scale = Math.max(1, rows / PEER_ROWS);
  const line = (what: string, took: number, memory: number, other: Converted | null): BenchLine => {
    const beside = peerOf(other, scale);
    return {
      what,
      ours: `${milliseconds(took)}, peak ${memory.toFixed(0)} MB`,
      peer: beside.peer,
      figure: beside.took === null ? '' : times(took / beside.took),
      aim: '≤ 30 s, ≤ 400 MB',
      met: took <= 30_000 && memory <= 400,
    };
  };
  return [
    line(`a list of ${rows} rows in DOCX`, ours, peakMegabytes, peer),
    line(`a list of ${rows} rows in PDF`, pdfTook, pdf.peakMegabytes, pdfPeer),
  ];
}
