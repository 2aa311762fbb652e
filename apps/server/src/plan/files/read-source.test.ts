import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { readPlanDocument } from '@benvung/domain/plan/document/read-plan-document';
import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlanFileRefusal } from './file-refusal.ts';
import { readSource, readSourceFile } from './read-source.ts';

const line = (text: string, bold = false) =>
  new Paragraph({ children: [new TextRun({ text, bold, font: 'Times New Roman', size: 28 })] });
const numbered = (text: string, level: number) =>
  new Paragraph({ text, numbering: { reference: 'outline', level } });
const row = (...texts: string[]) =>
  new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

/** A small plan as Word writes it, with automatic numbers, a layout table for its head and a table of figures. */
async function samplePlan(): Promise<Buffer> {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'outline',
          levels: [
            { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.LEFT },
            { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.LEFT },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1701, right: 850 },
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: [
          new Table({
            rows: [
              row('ỦY BAN NHÂN DÂN XÃ THANH BÌNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
              row('Số: 12/KH-UBND', 'Thanh Bình, ngày 05 tháng 3 năm 2024'),
            ],
          }),
          line('KẾ HOẠCH', true),
          line('Giảm nghèo bền vững năm 2024', true),
          numbered('MỤC TIÊU', 0),
          numbered('Mục tiêu chung', 1),
          line(
            'Tỷ lệ hộ nghèo giảm còn 1,76%, phấn đấu hoàn thành các chỉ tiêu giảm nghèo của tỉnh giao cho xã trong năm 2024.',
          ),
          numbered('Mục tiêu cụ thể', 1),
          numbered('TỔ CHỨC THỰC HIỆN', 0),
          new Table({
            rows: [
              row('STT', 'Đơn vị', 'Hộ nghèo'),
              row('1', 'Thôn Đông', '60'),
              row('2', 'Thôn | Tây', '45'),
            ],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const docxOf = (body: string, parts: Record<string, string> = {}): Buffer => {
  const names = { 'word/document.xml': `<?xml version="1.0"?>${body}`, ...parts };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(names).map(([name, text]) => [name, strToU8(text)]))),
  );
};
const bodyOf = (inside: string) => `<w:document xmlns:w="w"><w:body>${inside}</w:body></w:document>`;
const paragraphOf = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const refusal = async (bytes: Buffer): Promise<string> => {
  try {
    await readSource(bytes);
  } catch (error) {
    if (error instanceof PlanFileRefusal) return error.code;
    throw error;
  }
  return 'read';
};

describe('a Word document', () => {
  it('gives its text with automatic numbers, and its tables a row a line', async () => {
    const { text, extracted } = await readSource(await samplePlan());
    expect(extracted).toBe(true);
    expect(text.split('\n').filter((one) => one !== '')).toEqual([
      'ỦY BAN NHÂN DÂN XÃ THANH BÌNH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 12/KH-UBND',
      'Thanh Bình, ngày 05 tháng 3 năm 2024',
      'KẾ HOẠCH',
      'Giảm nghèo bền vững năm 2024',
      'I. MỤC TIÊU',
      '1. Mục tiêu chung',
      'Tỷ lệ hộ nghèo giảm còn 1,76%, phấn đấu hoàn thành các chỉ tiêu giảm nghèo của tỉnh giao cho xã trong năm 2024.',
      '2. Mục tiêu cụ thể',
      'II. TỔ CHỨC THỰC HIỆN',
      '| STT | Đơn vị | Hộ nghèo |',
      '| 1 | Thôn Đông | 60 |',
      '| 2 | Thôn \\| Tây | 45 |',
    ]);
  });

  it('is understood: head, outline, targets, table', async () => {
    const { text, layout } = await readSource(await samplePlan());
    const plan = readPlanDocument(text, layout);
    expect(plan.head.issuingBody?.text).toBe('ỦY BAN NHÂN DÂN XÃ THANH BÌNH');
    expect(plan.head.date?.day).toBe('2024-03-05');
    expect(plan.sections.map((section) => section.number)).toEqual(['I', '1', '2', 'II']);
    expect(plan.targets.map((target) => target.value.value)).toEqual([1.76]);
    expect(plan.tables[0]?.rows.map((one) => one.cells[2]?.value)).toEqual([60, 45]);
  });

  it('tells its layout', async () => {
    const { layout } = await readSource(await samplePlan());
    expect(layout?.margins).toEqual({ top: 20, bottom: 20, left: 30, right: 15 });
    expect(layout?.pageWidth).toBe(210);
    expect(layout?.fonts[0]?.name).toBe('Times New Roman');
    expect(layout?.pageNumber).toMatchObject({ place: 'footer', onFirstPage: true });
    expect(layout?.parts.find((part) => part.part === 'type')).toMatchObject({ points: 14, bold: true });
  });

  it('reads merged cells where they stand, two rows of titles and a line broken within a paragraph', async () => {
    const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
      new TableCell({ children: [new Paragraph(text)], ...spans });
    const merged = new Table({
      rows: [
        new TableRow({
          children: [
            cell('STT', { rowSpan: 2 }),
            cell('Đơn vị', { rowSpan: 2 }),
            cell('Tổng số', { rowSpan: 2 }),
            cell('Trong đó', { columnSpan: 2 }),
          ],
        }),
        row('Đầu tư', 'Sự nghiệp'),
        row('1', '2', '3=4+5', '4', '5'),
        row('1', 'Xã Nậm Cang', '350', '100', '250'),
        row('2', 'Xã Tả Phời', '600', '200', '400'),
        new TableRow({
          children: [cell('Tổng cộng', { columnSpan: 2 }), cell('950'), cell('300'), cell('650')],
        }),
      ],
    });
    const broken = new Paragraph({
      children: [new TextRun('Nơi nhận:'), new TextRun({ text: '- Lưu: VT.', break: 1 })],
    });
    const { text } = await readSource(
      await Packer.toBuffer(new Document({ sections: [{ children: [merged, broken] }] })),
    );
    expect(text).toContain('Nơi nhận:\n- Lưu: VT.');
    const [table] = readPlanDocument(text).tables;
    expect(table?.columns.map(({ title }) => title)).toEqual([
      'STT',
      'Đơn vị',
      'Tổng số',
      'Trong đó - Đầu tư',
      'Trong đó - Sự nghiệp',
    ]);
    expect(table?.rows.map(({ role, cells }) => [role, ...cells.map((each) => each?.text ?? '')])).toEqual([
      ['data', '1', 'Xã Nậm Cang', '350', '100', '250'],
      ['data', '2', 'Xã Tả Phời', '600', '200', '400'],
      ['total', 'Tổng cộng', '', '950', '300', '650'],
    ]);
  });

  it('leaves out deleted text and reads text boxes once', async () => {
    const box =
      '<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>';
    const body = bodyOf(
      `<w:p><w:r><w:t>Còn</w:t></w:r><w:del><w:r><w:delText>xoá</w:delText></w:r></w:del><w:r>${box}</w:r></w:p>`,
    );
    const { text } = await readSource(docxOf(body));
    expect(text.split('\n').sort()).toEqual(['Còn', 'Trong khung']);
  });
});

describe('a hostile or useless file is refused', () => {
  it.each([
    ['that swells beyond the limit', async () => zipBomb(), 'plan.file-expands-too-much'],
    [
      'with entities from outside',
      async () =>
        docxOf(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${bodyOf(paragraphOf('&e;'))}`),
      'plan.file-unsafe',
    ],
    [
      'with broken XML',
      async () => docxOf('<w:document><w:body><w:p></w:body></w:document>'),
      'plan.file-damaged',
    ],
    ['whose XML ends in the middle', async () => docxOf('<w:document><w:body><w:p>'), 'plan.file-damaged'],
    [
      'with tables in tables',
      async () => docxOf(bodyOf(nest('w:tbl', 'w:tr', 'w:tc', 12))),
      'plan.file-too-deep',
    ],
    [
      'with elements nested without end',
      async () => docxOf(bodyOf(`${'<w:a>'.repeat(5_000)}${'</w:a>'.repeat(5_000)}`)),
      'plan.file-too-deep',
    ],
    ['that is a cut zip', async () => (await samplePlan()).subarray(0, 2_000), 'plan.file-damaged'],
    [
      'that is another kind of zip',
      async () => Buffer.from(zipSync({ 'a.txt': strToU8('a') })),
      'plan.file-type-unknown',
    ],
    [
      'that is an encrypted Word document',
      async () => Buffer.concat([COMPOUND, Buffer.from('EncryptedPackage', 'utf16le')]),
      'plan.file-encrypted',
    ],
    [
      'that is an old Word document',
      async () => Buffer.concat([COMPOUND, Buffer.alloc(600)]),
      'plan.file-old-word',
    ],
    ['that is rich text', async () => Buffer.from('{\\rtf1 abc}'), 'plan.file-old-word'],
    [
      'that is binary',
      async () => Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256)),
      'plan.file-not-text',
    ],
    [
      'with control letters',
      async () => Buffer.from('a\u0001\u0002\u0003\u0000'.repeat(50)),
      'plan.file-not-text',
    ],
    ['that is empty', async () => Buffer.alloc(0), 'plan.file-empty'],
    ['that has no letters', async () => Buffer.from('\n 12 \n'), 'plan.file-empty'],
    ['that is a Word document without text', async () => docxOf(bodyOf('<w:p/>')), 'plan.file-empty'],
  ] as const)('%s', async (_what, make, code) => {
    const bytes = await make();
    const before = performance.now();
    expect(await refusal(bytes)).toBe(code);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const nest = (table: string, tr: string, tc: string, times: number): string =>
    times === 0
      ? paragraphOf('x')
      : `<${table}><${tr}><${tc}>${nest(table, tr, tc, times - 1)}</${tc}></${tr}></${table}>`;

  /** 100 MB of zeros in 100 kB, in a directory that says it is small. */
  function zipBomb(): Buffer {
    const packed = deflateRawSync(Buffer.alloc(100 * 1024 ** 2));
    const bytes = docxOf(bodyOf(paragraphOf('a')));
    const name = Buffer.from('word/document.xml');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(1_000, 24);
    entry.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(46 + name.length, 12);
    end.writeUInt32LE(30 + name.length + packed.length, 16);
    expect(bytes.length).toBeGreaterThan(0);
    return Buffer.concat([local, name, packed, entry, name, end]);
  }
});

describe('a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benvung-plan-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('of 500 MB is refused unread', async () => {
    const path = join(folder, 'big.txt');
    const file = await open(path, 'w');
    await file.truncate(500 * 1024 ** 2);
    await file.close();
    const before = performance.now();
    await expect(readSourceFile(path)).rejects.toMatchObject({
      code: 'plan.file-too-large',
      detail: { megabytes: 500 },
    });
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('is read in UTF-8 with or without its mark, UTF-16 and an old Vietnamese encoding', async () => {
    const text = 'KẾ HOẠCH giảm nghèo bền vững trên địa bàn xã';
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const unmarked = [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), wide, ...unmarked]) {
      const path = join(folder, 'plan.txt');
      await writeFile(path, bytes);
      expect((await readSourceFile(path)).text.replace('\ufeff', '')).toBe(text);
    }
    const tcvn3 = Buffer.from('KÕ ho¹ch gi¶m nghÌo bÒn v÷ng cña x· n¨m 2024', 'latin1');
    expect((await readSource(tcvn3)).text).toBe('Kế hoạch giảm nghèo bền vững của xã năm 2024');
  });
});

/** A PDF of one page that says `words`, by hand; `encrypt` adds a lock nobody has the key of. */
function pdfOf(words: string, encrypt = false): Buffer {
  const stream =
    words === '' ? '0 0 100 100 re f' : `BT /F1 12 Tf 72 720 Td (${words}) Tj 0 -20 Td (${words}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Filter/Standard/V 1/R 2/P -64/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const place of places) text += `${String(place).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R/ID[<00><00>]${encrypt ? '/Encrypt 6 0 R' : ''}>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

describe('a PDF', () => {
  it('gives the lines of its text layer', async () => {
    const { text, extracted } = await readSource(pdfOf('Ke hoach so 12/KH-UBND giam ngheo'));
    expect(extracted).toBe(true);
    expect(text).toBe('Ke hoach so 12/KH-UBND giam ngheo\nKe hoach so 12/KH-UBND giam ngheo');
  });

  it.each([
    ['without text says so', pdfOf(''), 'plan.pdf-without-text'],
    ['with a password says so', pdfOf('Ke hoach', true), 'plan.file-encrypted'],
    ['that is none is damaged', Buffer.from('%PDF-1.7\nnothing of the kind'), 'plan.file-damaged'],
  ] as const)('%s', async (_what, bytes, code) => expect(await refusal(bytes)).toBe(code));
});
