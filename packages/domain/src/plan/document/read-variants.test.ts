import { expect, test } from 'vitest';
import { readPlanDocument } from './read-plan-document.ts';

const read = (...lines: string[]) =>
  readPlanDocument(['KẾ HOẠCH', 'Giảm nghèo bền vững năm 2026', '', ...lines].join('\n\n'));

test('a head whose two columns stand on one line with a bar between them', () => {
  const { head, tables } = readPlanDocument(
    [
      'UBND HUYỆN BẮC HƯNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      ' | Độc lập - Tự do - Hạnh phúc',
      'Số: 315/QĐ-UBND | Bắc Hưng, ngày 17 tháng 02 năm 2023',
      '',
      'QUYẾT ĐỊNH',
      'Về việc giao chỉ tiêu giảm nghèo',
    ].join('\n'),
  );
  expect(head.issuingBody?.text).toBe('UBND HUYỆN BẮC HƯNG');
  expect(head.number?.text).toBe('315/QĐ-UBND');
  expect(head.date?.day).toEqual('2023-02-17');
  expect(tables).toEqual([]);
});

test('rows without outer bars keep their columns, also where the first or last cell is empty', () => {
  const { tables } = read(
    'STT | Đơn vị | Hộ nghèo | Ghi chú\n1 | Xã Tân Lập | 120 | \n2 | Xã Phú Mỹ | 150 | mới\n | Tổng cộng | 270 | ',
  );
  const cells = tables[0]?.rows.map(({ cells: row }) => row.map((cell) => cell?.text ?? '').slice(0, 3));
  expect(tables[0]?.columns).toHaveLength(4);
  expect(cells?.at(-1)).toEqual(['', 'Tổng cộng', '270']);
});

test('a level at the beginning of the year is the baseline', () => {
  const [target] = read(
    'II. MỤC TIÊU',
    'Giảm tỷ lệ hộ nghèo từ 2,0% đầu năm xuống còn 1,6% vào cuối năm 2026.',
  ).targets;
  expect([target?.baseline?.value, target?.value.value, target?.comparison, target?.year]).toEqual([
    2,
    1.6,
    'down-to',
    2026,
  ]);
});

test('lettered duties that begin with their act stand under the agency above them', () => {
  const { duties } = read(
    'IV. PHÂN CÔNG NHIỆM VỤ',
    '1. Phòng Văn hóa - Xã hội',
    'a) Chủ trì thực hiện Kế hoạch.',
    'b) Báo cáo UBND phường trước ngày 10 tháng cuối quý.',
    '2. Tổ trưởng các tổ dân phố',
    'Nắm chắc hoàn cảnh từng hộ.',
    '3. Thành viên Ban Chỉ đạo được phân công phụ trách thôn chịu trách nhiệm về kết quả của thôn.',
  );
  expect(duties.map(({ owner }) => owner?.text)).toEqual([
    'Phòng Văn hóa - Xã hội',
    'Phòng Văn hóa - Xã hội',
    'Tổ trưởng các tổ dân phố',
    'Thành viên Ban Chỉ đạo được phân công phụ trách thôn',
  ]);
});

test('fields after the name of a sub-project, set apart by semicolons', () => {
  const node = read(
    'II. NỘI DUNG',
    'Dự án 3. Hỗ trợ sản xuất',
    'Tiểu dự án 2: Cải thiện dinh dưỡng; chủ trì: Sở Y tế; kinh phí: 12.700 triệu đồng.',
  ).nodes[1];
  expect(node?.name).toBe('Cải thiện dinh dưỡng');
  expect([node?.fields.lead?.text, node?.fields.budget?.text]).toEqual(['Sở Y tế', '12.700 triệu đồng']);
});

test('a signature in the column beside the recipients', () => {
  const { recipients, signer } = readPlanDocument(
    [
      'KẾ HOẠCH',
      'Giảm nghèo năm 2025',
      '',
      'Các bản thực hiện nghiêm túc./.',
      '',
      'Nơi nhận:                              TM. ỦY BAN NHÂN DÂN',
      '- UBND huyện;                                CHỦ TỊCH',
      '- Các bản;',
      '- Lưu: VP.                                  Lường Văn Thoan',
    ].join('\n'),
  );
  expect(recipients.map(({ text }) => text)).toEqual(['UBND huyện', 'Các bản', 'Lưu: VP']);
  expect([signer?.title?.text, signer?.name?.text]).toEqual(['CHỦ TỊCH', 'Lường Văn Thoan']);
});

test('a fall in points after a rate does not make the rate its baseline', () => {
  const { targets } = read(
    'II. MỤC TIÊU',
    'Cuối năm 2026 tỷ lệ hộ nghèo toàn tỉnh còn 3,1%, giảm 0,9 điểm phần trăm so với cuối năm 2025.',
  );
  expect(targets[0]?.value.value).toBe(3.1);
  expect(targets[0]?.comparison).toBe('down-to');
});

test('recipients and signature in two cells of Markdown, their lines set apart by <br>', () => {
  const { recipients, signer } = read(
    'Các đơn vị thực hiện nghiêm túc./.',
    '| **Nơi nhận:**<br>- Thường trực Tỉnh ủy;<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br><br>**Nguyễn Đức Bảo** |\n|---|---|',
  );
  expect(recipients.map(({ text }) => text)).toEqual(['Thường trực Tỉnh ủy', 'Lưu: VT']);
  expect([signer?.title?.text, signer?.name?.text]).toEqual(['CHỦ TỊCH', 'Nguyễn Đức Bảo']);
});
