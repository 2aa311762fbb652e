import { composeDocument } from '@benvung/domain/document/compose-document';
import type { DocumentKind } from '@benvung/domain/document/document-data';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { SAMPLE_DATA, sampleFrame } from '@benvung/domain/document/sample-data';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderDocx } from './render-docx.ts';
import { renderPdf } from './render-pdf.ts';
import { textWidth } from './text-width.ts';

const AT = { createdAt: '2027-01-05T00:00:00Z' };
const model = (kind: DocumentKind) =>
  composeDocument(
    kind,
    SAMPLE_DATA[kind] as never,
    sampleFrame(kind, ['Căn cứ Luật Tổ chức chính quyền địa phương']),
  );

describe('a DOCX', () => {
  let parts: Record<string, Uint8Array>;
  let body: string;
  beforeAll(async () => {
    parts = unzipSync(await renderDocx(model('report'), AT));
    body = strFromU8(parts['word/document.xml'] as Uint8Array);
  });
  test('has the margins of the decree: 20, 15, 20, 30 mm', () => {
    expect(body).toMatch(/w:pgMar[^>]*w:top="1134"/u);
    expect(body).toMatch(/w:pgMar[^>]*w:right="850"/u);
    expect(body).toMatch(/w:pgMar[^>]*w:bottom="1134"/u);
    expect(body).toMatch(/w:pgMar[^>]*w:left="1701"/u);
  });
  test('numbers the pages of the text and of each annex from 1, and hides the first', () => {
    expect(body.match(/<w:titlePg\/>/gu)).toHaveLength(2);
    expect(body.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(2);
  });
  test('lays a wide table across', () => {
    expect(body).toMatch(/w:w="16838"[^>]*w:h="11906"[^>]*w:orient="landscape"/u);
  });
  test('repeats the heading of a table on every page', () => {
    expect(body).toContain('<w:tblHeader/>');
  });
  test('bears the given time and no other', () => {
    const core = strFromU8(parts['docProps/core.xml'] as Uint8Array);
    expect(core.match(/2027-01-05T00:00:00Z/gu)).toHaveLength(2);
  });
});

test.each(['certificate', 'recognition'] as const)('%s: the same data give the same bytes', async (kind) => {
  expect(await renderDocx(model(kind), AT)).toEqual(await renderDocx(model(kind), AT));
  expect(renderPdf(model(kind), AT)).toEqual(renderPdf(model(kind), AT));
});

test('a PDF is PDF/A-2a: tagged, its typeface embedded', () => {
  const pdf = Buffer.from(renderPdf(model('certificate'), AT)).toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.7/u);
  expect(pdf).toContain('pdfaid:part>2<');
  expect(pdf).toContain('pdfaid:conformance>A<');
});

test('what looks like markup in a name is text', () => {
  const certificate = { ...SAMPLE_DATA.certificate, head: '#panic() $x$ *A* <B> & "C" \\u{41}' };
  const document = composeDocument('certificate', certificate, sampleFrame('certificate', []));
  expect(renderPdf(document, AT).length).toBeGreaterThan(10_000);
});

test('the rows of a table in Word say what they were given, whatever it looks like', async () => {
  const head = `⟦o 1⟧ <w:t> & "C" 'd'`;
  const [row] = SAMPLE_DATA.reviewList.rows;
  const rows = [{ ...row!, head }, row!];
  const list = composeDocument(
    'reviewList',
    { ...SAMPLE_DATA.reviewList, rows },
    sampleFrame('reviewList', []),
  );
  const body = strFromU8(unzipSync(await renderDocx(list, AT))['word/document.xml'] as Uint8Array);
  const table = body.slice(body.lastIndexOf('<w:tblHeader/>'));
  const written = table.slice(0, table.indexOf('</w:tbl>'));
  expect(written).toContain('>⟦o 1⟧ &lt;w:t&gt; &amp; &quot;C&quot; &apos;d&apos;<');
  expect(written.match(/<w:tr>/gu)).toHaveLength(2);
  expect(written).not.toContain('⟦hang');
});

describe('the signature of a posting sheet', () => {
  const sheetOf = (count: number) =>
    composeDocument(
      'postingSheet',
      {
        ...SAMPLE_DATA.postingSheet,
        rows: Array.from({ length: count }, (_, at) => ({ head: `Hoàng Văn ${at + 1}`, result: 'Hộ nghèo' })),
      },
      sampleFrame('postingSheet', []),
    );
  /** Whether the end of the text stands on the page of the signature. */
  const together = async (document: OfficialDocument): Promise<boolean> => {
    const { text } = await extractText(await getDocumentProxy(renderPdf(document, AT)));
    expect(text).toHaveLength(2);
    return text[1]!.replace(/\s+/gu, ' ').includes('hết niêm yết');
  };

  test.each([8, 12])('stands on a page with the last lines of the text: %d households', async (count) => {
    const sheet = sheetOf(count);
    expect(await together(sheet)).toBe(true);
  });

  test('is kept with them in Word', async () => {
    const body = strFromU8(unzipSync(await renderDocx(sheetOf(8), AT))['word/document.xml'] as Uint8Array);
    const last = body.slice(body.indexOf('Ai thấy') - 600, body.lastIndexOf('<w:tbl>'));
    expect(last.match(/<w:keepNext\/>/gu)).toHaveLength(2);
    expect(body.slice(body.lastIndexOf('<w:tbl>'))).toContain('<w:cantSplit/>');
  });
});

test('a row is not broken over two pages, nor a table kept apart from its heading', async () => {
  const village = 'Alpha Nông trường Việt Lâm, Tiểu khu Quyết Thắng, cụm dân cư kinh tế mới Omega';
  const rows = Array.from({ length: 12 }, () => ({ ...SAMPLE_DATA.reviewList.rows[0]!, village }));
  const list = composeDocument(
    'reviewList',
    { ...SAMPLE_DATA.reviewList, rows },
    sampleFrame('reviewList', []),
  );
  const { text } = await extractText(await getDocumentProxy(renderPdf(list, AT)));
  for (const page of text.slice(0, 2))
    expect(page.match(/Alpha/gu)).toHaveLength(page.match(/Omega/gu)?.length ?? 0);
  const word = strFromU8(unzipSync(await renderDocx(model('certificate'), AT))['word/document.xml']!);
  const between = word.slice(word.indexOf('Kết quả rà soát hằng năm'), word.lastIndexOf('<w:tblHeader/>'));
  expect(between.slice(0, between.indexOf('<w:tbl>'))).toContain('<w:keepNext/>');
});

test('the width of a line is that of Times New Roman', () => {
  expect(textWidth('Độc lập - Tự do - Hạnh phúc', 13, 'bold')).toBeCloseTo(158, -1);
});
