import type { ScorecardStatus } from '@benvung/domain/standard/review-evidence';
import type {
  ExclusionRule,
  Scorecard,
  ScorecardItem,
  ScorecardItemKind,
} from '@benvung/domain/standard/scorecard';
import ExcelJS from 'exceljs';

/** The words of the Excel template; `readScorecardFile` reads the same. */
export const INFO_SHEET = 'Thông tin';
export const POINTS_SHEET = 'Thang điểm';

export const INFO_ROWS = {
  standardId: 'Chuẩn nghèo',
  formCode: 'Mẫu phiếu',
  region: 'Vùng',
  version: 'Phiên bản',
  status: 'Tình trạng',
  source: 'Văn bản nguồn',
} as const;

export const POINTS_COLUMNS = {
  item: 'Mã mục',
  itemLabel: 'Tên mục',
  kind: 'Loại mục',
  exclusion: 'Không tính cho',
  option: 'Mã phương án',
  optionLabel: 'Tên phương án',
  from: 'Từ',
  to: 'Đến (không kể)',
  points: 'Điểm',
} as const;

export const STATUS_WORDS: Readonly<Record<ScorecardStatus, string>> = {
  verified: 'đã kiểm chứng',
  unverified: 'chưa kiểm chứng',
  synthetic: 'thử nghiệm',
};

export const KIND_WORDS: Readonly<Record<ScorecardItemKind, string>> = {
  'one-of': 'chọn một',
  'any-of': 'chọn nhiều',
  'banded-number': 'theo khoảng',
  'count-times': 'theo số lượng',
};

export const EXCLUSION_WORDS: Readonly<Record<ExclusionRule, string>> = {
  'only-without-capacity': 'hộ không có khả năng lao động',
};

const GUIDE = [
  'Trang “Thông tin”: mỗi dòng một mục, điền cột B. Tình trạng: đã kiểm chứng, chưa kiểm chứng hoặc thử nghiệm.',
  'Chỉ ghi “đã kiểm chứng” khi đã đối chiếu với văn bản ghi ở “Văn bản nguồn”.',
  'Trang “Thang điểm”: mỗi dòng một phương án. Các dòng sau của cùng một mục để trống bốn cột đầu.',
  'Loại mục: chọn một; chọn nhiều; theo khoảng (điền Từ, Đến; để trống là không giới hạn); theo số lượng (một phương án, điểm nhân số lượng).',
  'Các khoảng phải nối nhau từ 0, không trống, không chồng. Điểm là số nguyên.',
  'Nạp bằng lệnh: benvung scorecard load TỆP.xlsx. Nội dung của một phiên bản không sửa được; sửa thì tăng phiên bản.',
];

/** A workbook in the shape that can be loaded, filled with a card as the example. */
export async function writeScorecardFile(path: string, scorecard: Scorecard): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const info = workbook.addWorksheet(INFO_SHEET);
  const values = { ...scorecard, status: STATUS_WORDS[scorecard.status] };
  for (const [key, label] of Object.entries(INFO_ROWS))
    info.addRow([label, values[key as keyof typeof INFO_ROWS]]);
  info.getColumn(1).width = 18;
  info.getColumn(2).width = 80;
  const points = workbook.addWorksheet(POINTS_SHEET);
  points.addRow(Object.values(POINTS_COLUMNS));
  points.getRow(1).font = { bold: true };
  for (const item of scorecard.items) for (const row of itemRows(item)) points.addRow(row);
  points.columns.forEach((column) => {
    column.width = 22;
  });
  const guide = workbook.addWorksheet('Hướng dẫn');
  for (const line of GUIDE) guide.addRow([line]);
  guide.getColumn(1).width = 120;
  await workbook.xlsx.writeFile(path);
}

function itemRows(item: ScorecardItem): (string | number | null)[][] {
  return item.options.map((option, at) => [
    ...(at === 0
      ? [
          item.code,
          item.label,
          KIND_WORDS[item.kind],
          item.exclusionRule && EXCLUSION_WORDS[item.exclusionRule],
        ]
      : [null, null, null, null]),
    option.code,
    option.label,
    option.band?.from ?? null,
    option.band?.to ?? null,
    option.points,
  ]);
}
