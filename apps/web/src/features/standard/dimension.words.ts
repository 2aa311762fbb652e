import { defineWords, type Language } from '../../platform/i18n.ts';

const dimensionWords = defineWords(
  {
    employment: 'Việc làm',
    health: 'Y tế',
    education: 'Giáo dục',
    housing: 'Nhà ở',
    waterSanitation: 'Nước sinh hoạt và vệ sinh',
    information: 'Thông tin',
  },
  {
    employment: 'Employment',
    health: 'Health',
    education: 'Education',
    housing: 'Housing',
    waterSanitation: 'Water and sanitation',
    information: 'Information',
  },
);

/** A dimension as the law names it; one this version has no word for, as it stands. */
export const dimensionName = (dimension: string, language: Language): string =>
  (dimensionWords[language] as Readonly<Record<string, string>>)[dimension] ?? dimension;
