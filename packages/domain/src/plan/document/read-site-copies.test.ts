import { describe, expect, test } from 'vitest';
import { readPlanDocument } from './read-plan-document.ts';

/** Made up in the ways legal web sites give a document out. */
const BARS = [
  'ỦY BAN NHÂN DÂN',
  'TỈNH AN',
  'BÌNH',
  '--------',
  '|',
  'CỘNG',
  'HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  '----------------',
  '|',
  'Số:',
  '61/KH-UBND',
  '|',
  'An',
  'Bình, ngày 09',
  'tháng 4 năm 2023',
  '|',
  'KẾ HOẠCH',
  'GIẢM NGHÈO BỀN VỮNG NĂM 2023',
  'Căn cứ Nghị định số',
  '07/2021/NĐ-CP ngày 27/01/2021 của Chính phủ quy định chuẩn nghèo đa chiều giai',
  'đoạn 2021 - 2025;',
  'Theo Tờ trình đã được Hội đồng nhân dân tỉnh thông qua và Thông báo (số',
  '12/TB-VP ngày 03/02/2023 của Văn phòng Tỉnh ủy) được gửi các sở.',
  'Điều',
  '1. Giao chỉ tiêu cho các',
  'Sở, ban, ngành;',
  'Điều 2. Tổ chức thực hiện.',
].join('\n');

describe('a document as a legal web site gives it out', () => {
  const read = readPlanDocument(BARS);

  test('its head between bars, wrapped anywhere', () => {
    const { head } = read;
    expect(head.issuingBody?.text).toBe('ỦY BAN NHÂN DÂN TỈNH AN BÌNH');
    expect(head.number).toMatchObject({ text: '61/KH-UBND', blank: false, symbol: 'KH-UBND' });
    expect([head.place?.text, head.date?.day, head.type?.text]).toEqual([
      'An Bình',
      '2023-04-09',
      'KẾ HOẠCH',
    ]);
  });

  test('a line that breaks before a number or after a word that ends nothing goes on', () => {
    expect(read.cited.map(({ symbol }) => symbol)).toEqual(['07/2021/NĐ-CP', '12/TB-VP']);
    expect(read.cited[1]?.mentions[0]?.issuer).toBe('Văn phòng Tỉnh ủy');
    expect(read.sections.map(({ style, number, title }) => [style, number, title])).toEqual([
      ['article', '1', 'Giao chỉ tiêu cho các Sở, ban, ngành'],
      ['article', '2', 'Tổ chức thực hiện'],
    ]);
  });

  test('both columns of its head on one line with bars; what the site sets before is no part of it', () => {
    const text = [
      '- 1Nghị định 86/2015/NĐ-CP quy định về học phí',
      '- 2 Quyết định 705/QĐ-TTg năm 2013 nâng mức hỗ trợ',
      'ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |',
      'Số: 140/KH-UBND | An Bình, ngày 05 tháng 9 năm 2016 |',
      'TRIỂN KHAI CHƯƠNG TRÌNH GIẢM NGHÈO GIAI ĐOẠN 2016 - 2020',
      'Căn cứ Nghị quyết số 42/NQ-HĐND ngày 15/7/2016 của HĐND tỉnh;',
    ].join('\n');
    const { head, cited } = readPlanDocument(text);
    expect([head.number?.text, head.place?.text, head.date?.day]).toEqual([
      '140/KH-UBND',
      'An Bình',
      '2016-09-05',
    ]);
    expect(head.period).toMatchObject({ from: 2016, to: 2020 });
    expect(cited.map(({ symbol }) => symbol)).toEqual(['42/NQ-HĐND']);
  });

  test('a rule of three dashes, who decides below the subject, and the signer its sheet names', () => {
    const { head, signer } = readPlanDocument(
      [
        'Nơi ban hành: Tỉnh An Bình Người ký: Lê Văn Bình',
        '',
        'THỦ TƯỚNG CHÍNH PHỦ',
        '——-',
        '',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '',
        'Số: 2086/QĐ-TTg',
        '',
        'QUYẾT ĐỊNH',
        '',
        'PHÊ DUYỆT ĐỀ ÁN GIẢM NGHÈO GIAI ĐOẠN 2016 – 2025',
        '',
        'THỦ TƯỚNG CHÍNH PHỦ',
        '',
        'Căn cứ Luật Tổ chức Chính phủ;',
      ].join('\n'),
    );
    expect(head.issuingBody?.text).toBe('THỦ TƯỚNG CHÍNH PHỦ');
    expect(head.subject?.text).toBe('PHÊ DUYỆT ĐỀ ÁN GIẢM NGHÈO GIAI ĐOẠN 2016 – 2025');
    expect(signer?.name?.text).toBe('Lê Văn Bình');
  });

  test('a text pasted without its head: its title alone; a symbol at the end of a sentence is the same symbol', () => {
    const { head, cited } = readPlanDocument(
      'Kế hoạch hỗ trợ hộ nghèo sửa nhà năm 2010\nThực hiện Kế hoạch 77/KH-LT ngày 03/6/2009 của UBND tỉnh.\nI. NỘI DUNG\n- Tiếp tục theo Kế hoạch 77/KH-LT.',
    );
    expect([head.type?.text, head.subject?.text]).toEqual(['Kế hoạch', 'hỗ trợ hộ nghèo sửa nhà năm 2010']);
    expect(head.period).toMatchObject({ from: 2010, to: 2010 });
    expect(cited.map(({ symbol, mentions }) => [symbol, mentions.length])).toEqual([['77/KH-LT', 2]]);
  });

  test('a title that bears the number, and one that stands after the grounds only', () => {
    const head = 'THỦ TƯỚNG CHÍNH PHỦ |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 24/2021/QĐ-TTg |\n';
    const typeOf = (rest: string) => readPlanDocument(head + rest).head.type?.text;
    expect(typeOf('QUYẾT ĐỊNH 24/2021/QĐ-TTg\nQUY ĐỊNH QUY TRÌNH RÀ SOÁT')).toBe('QUYẾT ĐỊNH');
    expect(typeOf('Căn cứ Luật Tổ chức Chính phủ;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt.')).toBe('QUYẾT ĐỊNH');
  });
});
