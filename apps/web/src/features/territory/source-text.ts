import type { Language } from '../../platform/i18n.ts';

/** Grounds of the shipped lists as their files have them, in the words of the screen; any other ground as it is. */
const IN_VIETNAMESE: readonly (readonly [RegExp, string])[] = [
  [/number not known/u, 'chưa rõ số'],
  [/^district level ended 30\/06\/2025/u, 'bỏ cấp huyện từ 01/7/2025'],
  [/\(list of the General Statistics Office\)/u, '(danh mục của Tổng cục Thống kê)'],
  [/, by their communes/u, ', theo các xã của nó'],
  [/, ward_mappings/u, ', bảng chuyển đổi'],
  [/comparison of the three packages/u, 'so sánh ba gói dữ liệu'],
  [
    /^Step of 01\/01\/2025 of province 46.*$/u,
    'thay đổi ngày 01/01/2025 của tỉnh 46 (NQ 175/2024/QH15); nghị quyết về từng xã chưa đối chiếu',
  ],
  [
    /^old names and codes of ward_mappings.*$/u,
    'tên và mã cũ theo bảng chuyển đổi; nghị quyết của lần thay đổi này chưa đối chiếu',
  ],
];

export function sourceText(source: string, language: Language): string {
  const plain = source.replace(/\s*\(regulations [\d.]+\)/gu, '').replace(/\s*\[M-\w+\]/gu, '');
  if (language === 'en') return plain;
  return IN_VIETNAMESE.reduce((text, [pattern, words]) => text.replace(pattern, words), plain);
}
