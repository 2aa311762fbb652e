import { describe, expect, it } from 'vitest';
import { readPlanDocument } from './read-plan-document.ts';
import { placeIn } from './source-place.ts';

const HEAD = [
  'ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  '     XÃ THANH BÌNH                       Độc lập - Tự do - Hạnh phúc',
  '',
  'Số: 12/KH-UBND                     Thanh Bình, ngày 05 tháng 3 năm 2024',
  '',
  'K Ế H O Ạ C H',
  'Giảm nghèo bền vững năm 2024 trên địa bàn xã Thanh Bình',
  '',
];
const read = (...lines: string[]) => readPlanDocument([...HEAD, ...lines].join('\n'));
const textsOf = (...lines: string[]) =>
  read(...lines)
    .paragraphs.filter((paragraph) => paragraph.kind !== 'head')
    .map((paragraph) => paragraph.text);

describe('the head of a document', () => {
  const { head } = read('I. MỤC TIÊU');

  it('is read from two columns set side by side', () => {
    expect(head.issuingBody?.text).toBe('ỦY BAN NHÂN DÂN XÃ THANH BÌNH');
    expect(head.number).toMatchObject({ text: '12/KH-UBND', blank: false, symbol: 'KH-UBND' });
    expect(head.date).toMatchObject({ day: '2024-03-05', year: 2024, blank: false });
    expect(head.place?.text).toBe('Thanh Bình');
  });

  it('has a type also when its letters are spaced', () => expect(head.type?.text).toBe('KẾ HOẠCH'));

  it('has a subject and the year it is for', () => {
    expect(head.subject?.text).toBe('Giảm nghèo bền vững năm 2024 trên địa bàn xã Thanh Bình');
    expect(head.period).toMatchObject({ from: 2024, to: 2024 });
  });

  it.each([
    ['Số:      /KH-UBND', 'Bằng Mạc, ngày tháng 3 năm 2024'],
    ['Số: ..../KH-UBND', 'Tân Yên, ngày.....tháng 3 năm 2024'],
  ])('with %s has a blank number and a blank day', (number, date) => {
    const blank = readPlanDocument(
      `${number}\n\n${date}\n\nKẾ HOẠCH\n\nGiảm nghèo năm 2024\n\nI. MỤC TIÊU`,
    ).head;
    expect(blank.number).toMatchObject({ blank: true, symbol: 'KH-UBND' });
    expect(blank.date).toMatchObject({ blank: true, day: null, year: 2024 });
  });
});

describe('paragraphs', () => {
  it('are joined where each line of the source is followed by a blank one', () => {
    expect(
      textsOf(
        'Thực hiện Kế hoạch số 101/KH-UBND ngày 11/4/2024 của UBND huyện',
        '',
        'Thọ Xuân về triển khai thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền',
        '',
        'vững năm 2024; hỗ trợ người nghèo, hộ nghèo vươn lên mức sống tối thiểu, tiếp',
        '',
        'cận các dịch vụ xã hội cơ bản.',
        '',
        'I. MỤC TIÊU',
        '',
        '1. Mục tiêu chung',
      ),
    ).toEqual([
      'Thực hiện Kế hoạch số 101/KH-UBND ngày 11/4/2024 của UBND huyện Thọ Xuân về triển khai thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2024; hỗ trợ người nghèo, hộ nghèo vươn lên mức sống tối thiểu, tiếp cận các dịch vụ xã hội cơ bản.',
      'I. MỤC TIÊU',
      '1. Mục tiêu chung',
    ]);
  });

  it('are joined where blank lines part them, and a range broken at its dash stays one', () => {
    expect(
      textsOf(
        'Tiếp tục thực hiện chính sách giảm nghèo theo chuẩn nghèo giai đoạn 2021',
        '- 2025 trên địa bàn xã.',
        '',
        '**1.',
        'Sở Y tế:** Chủ trì thực hiện chính sách bảo hiểm y tế cho người thuộc hộ nghèo và',
        'hộ cận nghèo.',
        '',
        '- Báo cáo kết quả theo quy định.',
        '- Phối hợp với các đơn vị.',
      ),
    ).toEqual([
      'Tiếp tục thực hiện chính sách giảm nghèo theo chuẩn nghèo giai đoạn 2021 - 2025 trên địa bàn xã.',
      '1. Sở Y tế: Chủ trì thực hiện chính sách bảo hiểm y tế cho người thuộc hộ nghèo và hộ cận nghèo.',
      '- Báo cáo kết quả theo quy định.',
      '- Phối hợp với các đơn vị.',
    ]);
  });

  it('know the line and column of each character, also after joining, decomposed letters and soft hyphens', () => {
    const document = read(
      `  - Hỗ trợ hộ nghè\u00ado ${'thoát nghèo'.normalize('NFD')}, có 15 hộ được hỗ trợ nhà ở và`,
      'vay vốn ưu đãi 200 triệu đồng trong năm.',
    );
    const paragraph = document.paragraphs.at(-1);
    expect(paragraph?.text).toBe(
      '- Hỗ trợ hộ nghèo thoát nghèo, có 15 hộ được hỗ trợ nhà ở và vay vốn ưu đãi 200 triệu đồng trong năm.',
    );
    for (const words of ['15 hộ', 'vay vốn', '200 triệu']) {
      const place = placeIn(paragraph?.pieces ?? [], paragraph?.text.indexOf(words) ?? -1);
      const line = document.lines[place.line - 1] ?? '';
      expect(
        line
          .slice(place.column - 1)
          .normalize('NFC')
          .startsWith(words),
        words,
      ).toBe(true);
    }
  });

  it('do not contain page numbers between their lines', () => {
    const document = read(
      'Quyết định số 3957/QĐ-UBND ngày 26/10/2023 của Chủ tịch Ủy ban nhân dân tỉnh về',
      '',
      '4',
      '',
      'việc ban hành quy định hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng.',
    );
    expect(document.paragraphs.filter((paragraph) => paragraph.kind === 'text')).toHaveLength(1);
    expect(document.paragraphs.filter((paragraph) => paragraph.kind === 'page-mark')).toHaveLength(1);
  });
});

describe('the outline', () => {
  it('nests Roman numbers, figures, decimals and letters, and keeps gaps and duplicates as written', () => {
    const { sections } = read(
      'I. MỤC TIÊU',
      '1. Mục tiêu chung',
      '2. Mục tiêu cụ thể',
      '2.1. Chỉ tiêu chủ yếu',
      'a) Y tế: 100% người nghèo có thẻ bảo hiểm y tế;',
      'b) Nhà ở',
      '2.3 Chỉ tiêu khác',
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Trạm Y tế xã: Báo cáo kết quả.',
      '1. Các thôn',
    );
    expect(sections.map(({ number, style, parent, depth }) => [number, style, parent, depth])).toEqual([
      ['I', 'roman', null, 0],
      ['1', 'decimal', 0, 1],
      ['2', 'decimal', 0, 1],
      ['2.1', 'decimal', 2, 2],
      ['a', 'letter', 3, 3],
      ['b', 'letter', 3, 3],
      ['2.3', 'decimal', 2, 2],
      ['II', 'roman', null, 0],
      ['1', 'decimal', 7, 1],
      ['1', 'decimal', 7, 1],
    ]);
    expect(sections[4]?.title).toBe('Y tế');
  });

  it.each([
    '5.945 hộ nghèo',
    '30/11/2024 là hạn báo cáo',
    '1,76% hộ nghèo',
    '49/QCPH-UBND-UBMT ngày 24/01/2025',
    '2024 là năm',
  ])('takes no number from “%s”', (line) => expect(read(line).sections).toEqual([]));
});

describe('tables', () => {
  const rows = [
    ['STT', 'Đơn vị', 'Hộ nghèo 2023', 'Tỷ lệ (%)'],
    ['', 'Toàn xã', '1.120', '12,50'],
    ['1', 'Thôn Đông', '60', '10,00'],
    ['2', 'Thôn Tây', '1.060', '15,5'],
  ];
  const ends = 'Nơi nhận:';
  const sources: Record<string, string[]> = {
    'a bar after each cell': rows.flat().map((cell) => (cell === '' ? '|' : `${cell} |`)),
    'a bar between cells': rows.flatMap((row) => [
      '|',
      ...row.flatMap((cell) => (cell === '' ? ['|'] : [cell, '|'])),
    ]),
    'a row a line': rows.map((row) => `| ${row.join(' | ')} |`),
    'tabs between cells': rows.map((row) => row.map((cell) => cell || '-').join('\t')),
  };
  it.each(Object.keys(sources))('are put together from %s', (name) => {
    const { tables } = read('Biểu phân bổ chỉ tiêu', ...(sources[name] ?? []), '', ends);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.columns.map((column) => column.type)).toEqual(['ordinal', 'text', 'count', 'percent']);
    expect(
      tables[0]?.rows.map((row) => [
        row.role,
        ...row.cells.slice(1).map((cell) => cell?.value ?? cell?.text),
      ]),
    ).toEqual([
      ['total', 'Toàn xã', 1120, 12.5],
      ['data', 'Thôn Đông', 60, 10],
      ['data', 'Thôn Tây', 1060, 15.5],
    ]);
    expect(tables[0]?.title).toBe('Biểu phân bổ chỉ tiêu');
  });

  it('are put together from one cell a line without bars', () => {
    const flat = rows.flatMap((row) => row.map((cell) => cell || '0'));
    expect(read('Biểu phân bổ chỉ tiêu', ...flat).tables[0]?.rows).toHaveLength(3);
  });
});

describe('pages given twice', () => {
  const page = [
    'I. MỤC TIÊU',
    'Thực hiện giảm nghèo đa chiều, bao trùm, bền vững; hạn chế tái nghèo và phát sinh nghèo mới. '.repeat(8),
    '- Tỷ lệ hộ nghèo giảm còn 1,76% vào cuối năm.',
    '- Kinh phí thực hiện là 500 triệu đồng.',
    'Nâng cao chất lượng cuộc sống của người nghèo trên địa bàn xã, ưu tiên các thôn khó khăn. '.repeat(8),
  ];

  it('are recognised once, and each paragraph of the copy knows what it repeats', () => {
    const document = read(...page, ...page, 'II. TỔ CHỨC THỰC HIỆN');
    expect(document.repeats).toHaveLength(1);
    const copies = document.paragraphs.filter((paragraph) => paragraph.repeatOf !== null);
    expect(copies).toHaveLength(5);
    for (const copy of copies) expect(copy.text).toBe(document.paragraphs[copy.repeatOf ?? -1]?.text);
    expect(document.sections.map((section) => section.number)).toEqual(['I', 'II']);
  });

  it('are not seen in the same three fields under each project', () => {
    const fields = [
      'd. Kinh phí thực hiện: Theo phân bổ của UBND huyện.',
      'đ. Cơ quan chủ trì: UBND xã.',
      'e. Thời gian: Năm 2024.',
    ];
    expect(read('1. Dự án 2', ...fields, '2. Dự án 3', ...fields, '3. Dự án 4', ...fields).repeats).toEqual(
      [],
    );
  });
});

describe('the closing', () => {
  it('gives recipients and signer, and the annex after it is set apart', () => {
    const document = read(
      'I. MỤC TIÊU',
      'Yêu cầu các thôn thực hiện./.',
      'Nơi nhận:',
      '- UBND huyện (B/c);',
      '- Các thôn;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Nguyễn Văn An',
      'PHỤ LỤC',
      'DANH SÁCH HỘ NGHÈO',
    );
    expect(document.recipients.map((recipient) => recipient.text)).toEqual([
      'UBND huyện (B/c)',
      'Các thôn',
      'Lưu: VT',
    ]);
    expect(document.signer).toMatchObject({
      authority: { text: 'TM. ỦY BAN NHÂN DÂN' },
      title: { text: 'PHÓ CHỦ TỊCH' },
      name: { text: 'Nguyễn Văn An' },
    });
    expect(document.paragraphs.filter((paragraph) => paragraph.annex === 1).map((one) => one.text)).toEqual([
      'PHỤ LỤC',
      'DANH SÁCH HỘ NGHÈO',
    ]);
  });
});

it('a source without words is an empty document', () => {
  for (const source of ['', '\n\n', '|\n|', '\u0000\u0001', '*'.repeat(50)]) {
    const document = readPlanDocument(source);
    expect(document.sections).toEqual([]);
    expect(document.head.type).toBeNull();
  }
});

describe('a text that is no document', () => {
  it.each([
    ['one cell a line without end', `STT\n${'a\n'.repeat(30_000)}`],
    ['bars', '|\na\n'.repeat(20_000)],
    ['one line of commas', 'a, '.repeat(30_000)],
    ['money of money', '5 triệu đồng gồm '.repeat(5_000)],
    ['headings', '1.1.1.1 A\n'.repeat(10_000)],
    ['blanks', ' '.repeat(100_000)],
    ['letters set apart', 'a b '.repeat(25_000)],
  ])('of %s is read in bounded time', (_what, text) => {
    const before = process.cpuUsage();
    readPlanDocument(text);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4_000);
  });

  it('keeps all of a line that runs on, in parts', () => {
    const words = Array.from({ length: 6_000 }, (_, at) => `từ${at}`).join(' ');
    const { paragraphs } = readPlanDocument(words);
    expect(paragraphs.length).toBeGreaterThan(1);
    expect(paragraphs.map((paragraph) => paragraph.text).join(' ')).toBe(words);
  });
});
