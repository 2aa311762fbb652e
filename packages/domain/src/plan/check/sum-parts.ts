import type { Breakdown } from './breakdown.ts';
import type { CheckContext } from './check-context.ts';
import type { Quantity } from './quantity.ts';

/** The words around an amount, on one line and in lower case: what it is said to be. */
export const labelOf = (context: CheckContext, part: Quantity): string => {
  const text = context.document.paragraphs[part.paragraph]!.text;
  const from = Math.max(
    text.lastIndexOf(',', part.start - 1),
    text.lastIndexOf(';', part.start - 1),
    text.lastIndexOf(':', part.start - 1),
    text.lastIndexOf(' và ', part.start - 1),
    0,
  );
  const after = /^(?:(?! và )[^,;.)\d])*/u.exec(text.slice(part.end, part.end + 60))?.[0] ?? '';
  return `${text.slice(from, part.start)} ${part.unit} ${after}`.replace(/\s+/gu, ' ').toLowerCase();
};

const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['hộ cận nghèo', /cận nghèo/u],
  ['hộ thoát nghèo', /thoát nghèo/u],
  ['hộ nghèo', /(?:hộ|người)\s+nghèo|nghèo/u],
];
const POOR = /cận nghèo|(?:hộ|người) nghèo|thoát nghèo/u;
/** Kinds of things of which none can be two: sexes, zones, places, projects, years, ways of building. */
const APART: readonly RegExp[] = [
  /(?<!\p{L})(?:nam|nữ)(?!\p{L})/u,
  /khu vực\s+(?:I|II|III|1|2|3)(?!\p{L})|khu vực (?:thành thị|nông thôn)/iu,
  /(?<!\p{L})(?:xã|phường|thôn|bản|ấp|buôn|huyện|thị trấn|tổ dân phố)\s+\p{L}/u,
  /dự án\s*\d/u,
  /năm\s*20\d{2}/u,
  /làm mới|xây mới|xây dựng mới|sửa chữa|cải tạo|nâng cấp/u,
  /cấp (?:tỉnh|huyện|xã|thôn)/u,
];
/** What one household or person can be beside other things. */
const OVERLAPS =
  /dân tộc|phụ nữ|(?<!\p{L})nữ(?!\p{L})|khuyết tật|cao tuổi|trẻ em|có công|bảo trợ|đơn thân|tôn giáo|thanh niên|thiếu hụt|thiếu |nhu cầu|đăng ký|chủ hộ|làm chủ|chính sách|nông thôn mới|khó khăn|đảng viên|vay vốn|được vay/u;

export const classOf = (label: string): string | undefined =>
  CLASSES.find(([, pattern]) => pattern.test(label))?.[0];

/** Whether no one can be counted in two of the parts: classes, sexes, places. */
export function areApart(context: CheckContext, { parts }: Breakdown): boolean {
  const labels = parts.map((part) => labelOf(context, part));
  if (labels.every((label) => POOR.test(label))) return new Set(labels.map(classOf)).size === parts.length;
  return APART.some((pattern) => labels.every((label) => pattern.test(label)));
}

const OF_A_PEOPLE =
  /(?<!\p{L})(?:người|dân tộc) (?:kinh|tày|thái|mường|h?['’]?mông|dao|nùng|khmer|hoa|ê ?đê|ba ?na|gia ?rai|cơ ?ho|chăm|xơ ?đăng|sán (?:dìu|chay)|hrê|ra ?glai|m['’]?nông|x?tiêng|vân kiều|bru|thổ|khơ ?mú|cơ ?tu|giáy|tà ?ôi|mạ|hà nhì|lào)(?!\p{L})/u;

/** Whether every part is of a named people ("hộ người Mông"): some of all peoples, none counted twice. */
export const areOfPeoples = (context: CheckContext, { parts }: Breakdown): boolean =>
  parts.length > 1 && parts.every((part) => OF_A_PEOPLE.test(labelOf(context, part)));

/** Whether a part is named by what its members can be beside something else. */
export const mayOverlap = (context: CheckContext, { parts }: Breakdown): boolean =>
  parts.some((part) => OVERLAPS.test(labelOf(context, part)));
