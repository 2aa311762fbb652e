/**
 * Types of administrative documents and their abbreviations (NĐ 30/2020, Phụ lục III). `CV`, an official letter,
 * has no abbreviation in its symbol; `GCN` and the plain lists are not types of the decree and are marked so.
 */
interface TypeName {
  readonly abbreviation: string;
  readonly name: string;
  readonly decree: boolean;
}

const of = (abbreviation: string, name: string, decree = true): TypeName => ({ abbreviation, name, decree });

export const TYPE_NAMES = {
  NQ: of('NQ', 'NGHỊ QUYẾT'),
  QĐ: of('QĐ', 'QUYẾT ĐỊNH'),
  CT: of('CT', 'CHỈ THỊ'),
  QC: of('QC', 'QUY CHẾ'),
  QyĐ: of('QyĐ', 'QUY ĐỊNH'),
  TC: of('TC', 'THÔNG CÁO'),
  TB: of('TB', 'THÔNG BÁO'),
  HD: of('HD', 'HƯỚNG DẪN'),
  CTr: of('CTr', 'CHƯƠNG TRÌNH'),
  KH: of('KH', 'KẾ HOẠCH'),
  PA: of('PA', 'PHƯƠNG ÁN'),
  ĐA: of('ĐA', 'ĐỀ ÁN'),
  DA: of('DA', 'DỰ ÁN'),
  BC: of('BC', 'BÁO CÁO'),
  BB: of('BB', 'BIÊN BẢN'),
  TTr: of('TTr', 'TỜ TRÌNH'),
  HĐ: of('HĐ', 'HỢP ĐỒNG'),
  CĐ: of('CĐ', 'CÔNG ĐIỆN'),
  BGN: of('BGN', 'BẢN GHI NHỚ'),
  BTT: of('BTT', 'BẢN THỎA THUẬN'),
  GUQ: of('GUQ', 'GIẤY ỦY QUYỀN'),
  GM: of('GM', 'GIẤY MỜI'),
  GGT: of('GGT', 'GIẤY GIỚI THIỆU'),
  GNP: of('GNP', 'GIẤY NGHỈ PHÉP'),
  PG: of('PG', 'PHIẾU GỬI'),
  PC: of('PC', 'PHIẾU CHUYỂN'),
  PB: of('PB', 'PHIẾU BÁO'),
  CV: of('', 'CÔNG VĂN'),
  GCN: of('GCN', 'GIẤY CHỨNG NHẬN', false),
  DS: of('DS', 'DANH SÁCH', false),
  PRS: of('PRS', 'PHIẾU RÀ SOÁT', false),
  VBĐ: of('VBĐ', 'PHIẾU GHI VĂN BẢN ĐẾN', false),
} as const satisfies Record<string, TypeName>;

export type DocumentType = keyof typeof TYPE_NAMES;

export const DOCUMENT_TYPES = Object.keys(TYPE_NAMES) as DocumentType[];
