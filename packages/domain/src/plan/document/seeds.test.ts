import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from './plan-document.ts';
import { readPlanDocument } from './read-plan-document.ts';
import { placeIn } from './source-place.ts';

const folder = new URL('../../../../../../shared/', import.meta.url);
const read = (path: string) => readPlanDocument(readFileSync(new URL(path, folder), 'utf8'));
const placeOf = (document: PlanDocument, span: { paragraph: number; start: number }) =>
  placeIn(document.paragraphs[span.paragraph]?.pieces ?? [], span.start);
const outline = (document: PlanDocument, style: string) =>
  document.sections.filter((section) => section.style === style).map((section) => section.number);

describe.skipIf(!existsSync(new URL('seeds/', folder)))('the five plans', () => {
  it('Xuân Hoà: a commune plan whose every line is followed by a blank one', () => {
    const document = read('seeds/2024-xa-xuan-hoa.txt');
    expect(document.head.issuingBody?.text).toBe('UỶ BAN NHÂN DÂN XÃ XUÂN HOÀ');
    expect(document.head.number).toMatchObject({ blank: true, symbol: 'KH-UBND' });
    expect(document.head.date?.day).toBe('2024-06-06');
    expect(outline(document, 'roman')).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII']);
    expect(
      document.nodes.map((node) =>
        node.kind === 'project' ? node.number : `${node.projectNumber}.${node.number}`,
      ),
    ).toEqual(['2', '3', '3.1', '3.2', '4', '4.1', '4.3', '6', '6.1', '6.2', '7', '7.1', '7.2']);
    const nutrition = document.nodes[3];
    expect(nutrition?.fields.lead?.text).toBe('Trạm y tế xã.');
    expect(nutrition?.fields.partners?.text).toBe('Các trường học.');
    expect(
      document.deadlines
        .filter((one) => one.report)
        .map((one) => [one.kind, one.day, placeOf(document, one.span).line]),
    ).toEqual([
      ['quarter', null, 776],
      ['half-year', '2024-06-20', 776],
      ['year', '2024-12-10', 778],
    ]);
    expect(document.targets.slice(0, 4).map((target) => [target.value.value, target.unit])).toEqual([
      [2, 'hộ'],
      [5, 'hộ'],
      [1, 'hộ'],
      [6, 'hộ'],
    ]);
    expect(document.signer?.name?.text).toBe('Lê Văn Dũng');
    expect(document.recipients).toHaveLength(5);
  });

  it('Bằng Mạc: money with its parts, a numbering gap, two reports', () => {
    const document = read('seeds/2024-xa-bang-mac.txt');
    expect(document.money.map((one) => [one.dong, one.source, one.partOf])).toEqual([
      [236_000_000_000_000n, null, null],
      [230_000_000_000_000n, 'central', 0],
      [6_000_000_000_000n, 'local', 0],
    ]);
    expect(placeOf(document, document.money[0]?.span ?? { paragraph: 0, start: 0 })).toEqual({
      line: 45,
      column: 55,
    });
    const numbers = document.sections
      .map((section) => section.number)
      .filter((number) => number.startsWith('5.'));
    expect(numbers).toEqual(['5.1', '5.2', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9']);
    expect(document.targets[0]).toMatchObject({
      comparison: 'down-to',
      baseline: { value: 2.69 },
      value: { value: 2.69 },
    });
    expect(document.deadlines.map((one) => [one.kind, one.day])).toEqual([
      ['half-year', '2024-05-10'],
      ['year', '2024-10-15'],
    ]);
    expect(document.head.date).toMatchObject({ blank: true, year: 2024 });
  });

  it('Tân Yên: a district plan whose budget lists parts of parts', () => {
    const document = read('seeds/2024-huyen-tan-yen.txt');
    expect(document.money.map((one) => [Number(one.dong / 1_000_000n), one.partOf])).toEqual([
      [433, null],
      [88, 0],
      [499, 0],
      [429, 2],
      [70, 2],
    ]);
    expect(document.money[0]?.inWords?.text).toBe('Bốn trăm ba ba triệu');
    expect(document.nodes.map((node) => [node.kind, node.number, node.projectNumber])).toEqual([
      ['sub-project', '2', '6'],
      ['project', '7', '7'],
      ['sub-project', '1', '7'],
      ['sub-project', '2', '7'],
    ]);
    expect(new Set(document.duties.map((duty) => duty.owner?.text))).toEqual(
      new Set([
        'Phòng Lao động TB&XH',
        'Phòng Văn hóa và Thông tin; Trung tâm VHTT&TT huyện',
        'Các cơ quan liên quan',
        'UBND xã, thị trấn',
      ]),
    );
    expect(document.signer?.name?.text).toBe('Ngô Quốc Hưng');
  });

  it('Thừa Thiên Huế: a page given twice counts once, and the annex table is put together again', () => {
    const document = read('seeds/2024-tinh-thua-thien-hue.txt');
    expect(document.repeats).toHaveLength(1);
    const rates = document.targets.filter((target) => target.value.text === '1,76');
    expect(rates.map((target) => [target.comparison, placeOf(document, target.span).line])).toEqual([
      ['down-to', 19],
    ]);
    const [annex] = document.tables;
    expect(annex?.columns.map((column) => column.type)).toEqual([
      'ordinal',
      'text',
      'count',
      'percent',
      'count',
      'count',
      'percent',
    ]);
    expect(annex?.rows.map((row) => row.role)).toEqual(['total', ...Array(9).fill('data')]);
    expect(annex?.rows[0]?.cells.slice(1).map((cell) => cell?.value ?? cell?.text)).toEqual([
      'Toàn tỉnh',
      7540,
      2.27,
      1595,
      5945,
      1.76,
    ]);
    const sum = (column: number) =>
      annex?.rows.slice(1).reduce((total, row) => total + (row.cells[column]?.value ?? 0), 0);
    expect([2, 4, 5].map(sum)).toEqual([7540, 1595, 5945]);
    const decision = document.cited.find((one) => one.symbol === '90/QĐ-TTg');
    expect(decision?.mentions.map((one) => [placeOf(document, one.span).line, one.day])).toEqual([
      [15, '2022-01-18'],
      [98, '2023-01-18'],
    ]);
    expect(document.head.date?.day).toBe('2024-01-03');
  });

  it('Lạng Sơn: a plan of four years from a legal web site', () => {
    const document = read('seeds/2017-tinh-lang-son.txt');
    expect(document.head.period).toMatchObject({ from: 2017, to: 2020 });
    expect(document.repeats).toHaveLength(1);
    expect(
      document.nodes.map((node) =>
        node.kind === 'project' ? node.number : `${node.projectNumber}.${node.number}`,
      ),
    ).toEqual(['1', '2', '2.1', '2.2', '2.3', '3', '4', '5']);
    expect(document.money.map((one) => [Number(one.dong / 1_000_000n), one.kind, one.partOf])).toEqual([
      [983_106, null, null],
      [729_068, 'investment', 0],
      [254_138, 'recurrent', 0],
    ]);
    const housing = document.cited.find((one) => one.symbol === '33/2015/QĐ-TTg');
    expect(housing?.mentions.map((one) => one.day)).toEqual(['2015-08-10', '2015-09-01']);
    expect(document.duties.filter((duty) => duty.owner === null)).toEqual([]);
  });
});

const documents = new URL('data/documents/', folder);
describe.skipIf(!existsSync(documents))('plans and resolutions of other provinces', () => {
  it.each([
    ['0125-KH-UBND_DAK-LAK_2957e4f4.txt', 'ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK', '2025-11-18', 0, 'Đào Mỹ'],
    ['144-KH-UBND_BAC-NINH_ad5aff6c.txt', 'ỦY BAN NHÂN DÂN TỈNH BẮC NINH', '2025-11-24', 1, 'Mai Sơn'],
    [
      '157-KH-UBND_CAN-THO_3a2db039.txt',
      'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ',
      '2025-11-18',
      1,
      'Nguyễn Thị Ngọc Điệp',
    ],
    [
      '174-KH-UBND_HO-CHI-MINH_31fb08f3.txt',
      'ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH',
      '2025-11-18',
      0,
      'Trần Thị Diệu Thúy',
    ],
    [
      '235-KH-UBND_THANH-HOA_85ff77cb.txt',
      'ỦY BAN NHÂN DÂN TỈNH THANH HÓA',
      '2025-11-18',
      3,
      'Mai Xuân Liêm',
    ],
    [
      '310-KH-UBND_HA-NOI_31786b08.txt',
      'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI',
      '2025-11-24',
      1,
      'Trương Việt Dũng',
    ],
    [
      '56-2025-NQ-HDND_HA-NOI_5daf5bf6.txt',
      'HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HÀ NỘI',
      '2025-11-26',
      0,
      'Phùng Thị Hồng Hà',
    ],
    [
      '617-KH-UBND_DONG-THAP_8718801c.txt',
      'ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP',
      '2025-12-01',
      1,
      'Huỳnh Minh Tuấn',
    ],
  ])('%s has its head, tables and signer', (name, body, day, tables, signer) => {
    const document = read(`data/documents/${name}`);
    expect(document.head.issuingBody?.text).toBe(body);
    expect(document.head.date?.day).toBe(day);
    expect(document.tables).toHaveLength(tables);
    expect(document.signer?.name?.text).toBe(signer);
    expect(document.recipients.length).toBeGreaterThan(4);
  });

  it('a resolution has its four articles', () => {
    const document = read('data/documents/56-2025-NQ-HDND_HA-NOI_5daf5bf6.txt');
    expect(outline(document, 'article').map(Number)).toEqual([1, 2, 3, 4]);
  });
});
