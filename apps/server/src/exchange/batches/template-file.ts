import { type ColumnKey, columnLabel } from '@benvung/domain/exchange/exchange-columns';
import ExcelJS from 'exceljs';

const MEMBERS: readonly ColumnKey[] = [
  'listCode',
  'headName',
  'fullName',
  'relation',
  'birthDate',
  'sex',
  'identityNumber',
  'communeCode',
  'commune',
  'village',
  'ethnicity',
  'class',
  'decisionNumber',
  'decisionDay',
  'incomeScore',
  'deprivationScore',
  'minority',
  'noLabourCapacity',
  'merit',
  'causes',
  'address',
  'note',
];

const HOUSEHOLDS: readonly ColumnKey[] = [
  'listCode',
  'headName',
  'birthDate',
  'sex',
  'identityNumber',
  'commune',
  'village',
  'ethnicity',
  'persons',
  'openingClass',
  'class',
  'incomeScore',
  'deprivationScore',
  'causes',
  'note',
];

/** Made-up people, so that nobody takes them for a list: the rows are to be written over. */
const SAMPLES: Readonly<Partial<Record<ColumnKey, readonly [string, string]>>> = {
  listCode: ['H0001', 'H0001'],
  headName: ['Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu'],
  fullName: ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'],
  relation: ['Chủ hộ', 'Vợ/chồng'],
  birthDate: ['15/03/1980', '1982'],
  sex: ['Nam', 'Nữ'],
  village: ['Thôn 1', 'Thôn 1'],
  ethnicity: ['Kinh', 'Tày'],
  class: ['Hộ nghèo', ''],
  openingClass: ['Hộ nghèo', ''],
  persons: ['2', '2'],
};

export type TemplateLayout = 'members' | 'households';

/** An empty list to fill in, with what may stand in each column beside it. */
export async function writeTemplate(layout: TemplateLayout): Promise<Buffer> {
  const keys = layout === 'members' ? MEMBERS : HOUSEHOLDS;
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Danh sách', { views: [{ state: 'frozen', ySplit: 1 }] });
  const head = sheet.addRow(keys.map(columnLabel));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle' };
  for (const place of layout === 'members' ? [0, 1] : [0])
    sheet.addRow(keys.map((key) => SAMPLES[key]?.[place] ?? ''));
  for (const [index, key] of keys.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = Math.max(12, columnLabel(key).length + 2);
    column.numFmt = '@';
  }
  const help = book.addWorksheet('Cách ghi');
  help.getColumn(1).width = 34;
  help.getColumn(2).width = 90;
  for (const line of HELP) help.addRow([...line]);
  help.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}

const HELP: readonly (readonly [string, string])[] = [
  ['Cột', 'Cách ghi'],
  ['Hai dòng mẫu', 'Xóa hoặc ghi đè trước khi nhập.'],
  [
    'Mỗi thành viên một dòng',
    'Dòng đầu của hộ là chủ hộ; phân loại, điểm, quyết định chỉ cần ghi ở dòng đầu.',
  ],
  ['Mỗi hộ một dòng', 'Dùng tệp mẫu “mỗi hộ một dòng” khi chỉ có tên chủ hộ và số nhân khẩu.'],
  ['Ngày sinh', 'ngày/tháng/năm, hoặc chỉ năm sinh.'],
  ['CCCD', 'Định dạng ô là chữ (Text) để giữ số 0 ở đầu.'],
  ['Phân loại hộ', 'Hộ nghèo, Hộ cận nghèo, Hộ có mức sống trung bình, Không nghèo.'],
  ['Có / Không', 'Có, Không, x, hoặc để trống khi chưa biết.'],
  ['Nguyên nhân nghèo', 'Nhiều nguyên nhân cách nhau bởi dấu chấm phẩy.'],
];
