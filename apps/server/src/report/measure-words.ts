import type { Language, Text } from '@benvung/domain/shared/text';
import type { PovertyStandard } from '@benvung/domain/standard/poverty-standard';

const GROUPS: Readonly<Record<string, Text>> = {
  rural: { vi: 'Nông thôn', en: 'Rural' },
  urban: { vi: 'Thành thị', en: 'Urban' },
  minority: { vi: 'Hộ dân tộc thiểu số', en: 'Ethnic minority households' },
  notMinority: { vi: 'Hộ không phải dân tộc thiểu số', en: 'Other households' },
  female: { vi: 'Chủ hộ là nữ', en: 'Female head' },
  notFemale: { vi: 'Chủ hộ là nam hoặc chưa rõ', en: 'Male head, or not known' },
};
const UNKNOWN: Text = { vi: 'Chưa rõ', en: 'Not known' };

export const groupLabel = (key: string, language: Language): string => (GROUPS[key] ?? UNKNOWN)[language];

/** What H is not: the official rate (regulations 10, the note on Alkire and Foster). */
export function measureNote(standard: PovertyStandard, language: Language): string {
  const [k, of] = [standard.povertyCutoffK, standard.indicators.length];
  return {
    vi:
      `Tính trên các hộ đã rà soát, không phải toàn bộ dân cư: phần lớn hộ không nghèo không nằm trong danh sách. ` +
      `H là tỷ lệ hộ thiếu hụt từ ${k} trong ${of} chỉ số trở lên, các chỉ số ngang nhau, không xét thu nhập. ` +
      'Tỷ lệ nghèo đa chiều chính thức tính số hộ nghèo và hộ cận nghèo (xét cả thu nhập) trên tổng số hộ dân cư, ' +
      'nên hai con số không so với nhau được.',
    en:
      `Over the households that were reviewed, not the whole population: most households that are not poor are not ` +
      `listed. H is the share deprived in at least ${k} of ${of} indicators of equal weight, whatever their income. ` +
      'The official multidimensional poverty rate counts poor and near-poor households, by income as well, over all ' +
      'resident households; the two must not be compared.',
  }[language];
}
