import { composeDocument } from '@benvung/domain/document/compose-document';
import { SAMPLE_DATA, sampleFrame } from '@benvung/domain/document/sample-data';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { joinPdf } from './join-pdf.ts';
import { renderManyPdf } from './render-pdf.ts';

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
  const joined = joinPdf([one, two]);
  const pages = (await extractText(await getDocumentProxy(joined))).text;
  const apart = [one, two].map(
    async (file) => (await extractText(await getDocumentProxy(new Uint8Array(file)))).text,
  );
  expect(pages).toEqual((await Promise.all(apart)).flat());
  for (const head of heads) expect(pages.join('\n')).toContain(head);
  expect(joinPdf([one, two])).toEqual(joinPdf([one, two]));
});

test('a file that the renderer did not draw is refused', () => {
  expect(() => joinPdf([Buffer.from('%PDF-1.7\nnothing of the kind')])).toThrow('table of objects');
});
