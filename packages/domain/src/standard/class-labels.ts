import type { AreaType } from '../household/household-facts.ts';
import type { Text } from '../shared/text.ts';
import type { HouseholdClass } from './household-class.ts';

export const CLASS_LABELS = {
  POOR: { vi: 'hộ nghèo', en: 'poor household' },
  NEAR_POOR: { vi: 'hộ cận nghèo', en: 'near-poor household' },
  AVERAGE_LIVING_STANDARD: {
    vi: 'hộ có mức sống trung bình',
    en: 'household of average living standard',
  },
  NOT_POOR: { vi: 'hộ không nghèo, không cận nghèo', en: 'household neither poor nor near-poor' },
  UNDETERMINED: { vi: 'hộ chưa xác định', en: 'undetermined household' },
} as const satisfies Record<HouseholdClass, Text>;

export const AREA_LABELS = {
  rural: { vi: 'nông thôn', en: 'rural' },
  urban: { vi: 'thành thị', en: 'urban' },
} as const satisfies Record<AreaType, Text>;
