import { defineWords } from '../../platform/i18n.ts';

export const standardWords = defineWords(
  {
    POOR: 'Hộ nghèo',
    NEAR_POOR: 'Hộ cận nghèo',
    AVERAGE_LIVING_STANDARD: 'Mức sống trung bình',
    NOT_POOR: 'Không nghèo',
    UNDETERMINED: 'Chưa xác định',
    none: 'Chưa xếp loại',
    provisional: '{class} (tạm tính)',
    decision: 'Quyết định {decision}',
  },
  {
    POOR: 'Poor household',
    NEAR_POOR: 'Near-poor household',
    AVERAGE_LIVING_STANDARD: 'Average living standard',
    NOT_POOR: 'Not poor',
    UNDETERMINED: 'Not determined',
    none: 'Not classified',
    provisional: '{class} (provisional)',
    decision: 'Decision {decision}',
  },
);
