import { composeDocument } from '@benvung/domain/document/compose-document';
import { SAMPLE_DATA, sampleFrame } from '@benvung/domain/document/sample-data';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { joinPdf } from './join-pdf.ts';
import { renderManyPdf, renderPdf } from './render-pdf.ts';

const AT = { createdAt: '2027-01-05T00:00:00Z' };
const drawn = (...heads: string[]) =>
  renderManyPdf(
    heads.map((head) =>
      composeDocument('refusal', { ...SAMPLE_DATA.refusal, head }, sampleFrame('refusal', [])),
    ),
    AT,
  );

test('pages of files drawn apart follow each other, each with its own text and typeface', async () => {
  const heads = ['Lý Văn Páo', 'Triệu Thị Mẩy 3 0 R (thử)', 'Hoàng Thị Nga'];
  const [one, two] = [await drawn(heads[0]!, heads[1]!), await drawn(heads[2]!)];
  const both = [one, two].map((bytes) => ({ bytes, dropLastPage: false }));
  const joined = joinPdf(both);
  const pages = (await extractText(await getDocumentProxy(joined))).text;
  const apart = [one, two].map(
    async (file) => (await extractText(await getDocumentProxy(new Uint8Array(file)))).text,
  );
  expect(pages).toEqual((await Promise.all(apart)).flat());
  for (const head of heads) expect(pages.join('\n')).toContain(head);
  expect(joinPdf(both)).toEqual(joinPdf(both));
});

test('a file that the renderer did not draw is refused', () => {
  const other = { bytes: Buffer.from('%PDF-1.7\nnothing of the kind'), dropLastPage: false };
  expect(() => joinPdf([other])).toThrow('table of objects');
});

test('a long list drawn in parts has the pages of one drawn at once: rows, their heading, page numbers, signature', async () => {
  const [row] = SAMPLE_DATA.reviewList.rows;
  const rows = Array.from({ length: 600 }, (_, at) => ({ ...row!, head: `Hộ thứ ${at + 1}` }));
  const list = composeDocument(
    'reviewList',
    { ...SAMPLE_DATA.reviewList, rows },
    sampleFrame('reviewList', []),
  );
  const pagesOf = async (file: Uint8Array) => (await extractText(await getDocumentProxy(file))).text;
  const parts = await pagesOf(await renderManyPdf([list], AT));
  expect(parts.length).toBeGreaterThan(12);
  expect(parts).toEqual(await pagesOf(renderPdf(list, AT)));
});
