import { ROLE_LABELS } from '@benvung/domain/access/account-rules';
import type { Text } from '@benvung/domain/shared/text';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { formatDay, formatInstant } from '../../platform/formats.ts';
import type { Language } from '../../platform/i18n.ts';

const text = (vi: string, en: string): Text => ({ vi, en });

/** Codes the log keeps, as people say them; a word that is none of them stays as it is. */
const WORDS: Readonly<Record<string, Text>> = {
  ...ROLE_LABELS,
  ...CLASS_LABELS,
  true: text('có', 'yes'),
  false: text('không', 'no'),
  active: text('đang dùng', 'in use'),
  disabled: text('đã khóa', 'disabled'),
  identityNumber: text('số định danh', 'identity number'),
  ethnicity: text('dân tộc', 'ethnic group'),
  disability: text('khuyết tật', 'disability'),
  illness: text('bệnh tật', 'illness'),
  nutrition: text('dinh dưỡng', 'nutrition'),
  location: text('vị trí nhà', 'location'),
  fullName: text('họ tên', 'name'),
  birthDate: text('ngày sinh', 'birth date'),
  sex: text('giới tính', 'sex'),
  same: text('cùng một hộ', 'the same household'),
  different: text('hai hộ khác nhau', 'two households'),
  theirs: text('lấy theo dân cư', 'theirs taken'),
  ours: text('giữ của ta', 'ours kept'),
  later: text('để sau', 'later'),
  proposed: text('chờ xem', 'to be seen'),
  accepted: text('đã nhận', 'taken in'),
  refused: text('không nhận', 'refused'),
  dismissed: text('không trùng', 'not the same'),
  merged: text('đã nhập làm một', 'merged'),
  matches: text('cặp ghép', 'pairs'),
  missing: text('hộ chưa có kết quả', 'households without a result'),
  corrections: text('đính chính', 'corrections'),
  original: text('tệp gốc', 'the file as brought'),
  marked: text('tệp đánh dấu lỗi', 'the file marked'),
  wrong: text('dòng còn lỗi', 'rows still wrong'),
  corrected: text('tệp đã sửa', 'the file corrected'),
  password: text('mật khẩu', 'password'),
  openId: text('đăng nhập một lần', 'the provider'),
  verified: text('đã kiểm chứng', 'verified'),
  unverified: text('chưa kiểm chứng', 'unverified'),
  xlsx: text('Excel', 'Excel'),
  csv: text('CSV', 'CSV'),
  json: text('JSON', 'JSON'),
};

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u;

/** A detail of the log in words: codes named, days as people write them, lists and parts spelt out. */
export function valueText(value: unknown, language: Language): string {
  if (value === null || value === '') return '–';
  if (Array.isArray(value)) return value.map((one) => valueText(one, language)).join(', ') || '–';
  if (typeof value === 'object')
    return Object.entries(value as Readonly<Record<string, unknown>>)
      .map(([name, one]) => `${WORDS[name]?.[language] ?? name}: ${valueText(one, language)}`)
      .join('; ');
  const plain = String(value);
  if (DAY.test(plain)) return formatDay(plain);
  if (INSTANT.test(plain)) return formatInstant(plain);
  return Object.hasOwn(WORDS, plain) ? (WORDS[plain]?.[language] ?? plain) : plain;
}
