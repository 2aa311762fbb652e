import { groupThousands } from '../../shared/phrase.ts';
import type { Language, Text } from '../../shared/text.ts';
import type { TargetFault } from './check-cascade.ts';
import { printRate } from './rate.ts';

const COLUMNS: Readonly<Record<'opening' | 'assigned' | 'planned', Text>> = {
  opening: { vi: 'Đầu kỳ', en: 'Opening' },
  assigned: { vi: 'Số giao', en: 'Handed down' },
  planned: { vi: 'Còn lại', en: 'Left' },
};

const BASES: Readonly<Record<'opening' | 'planned', Text>> = {
  opening: { vi: 'Đầu năm', en: 'Opening' },
  planned: { vi: 'Cuối năm', en: 'At the end' },
};

/** One fault in one sentence: what, with its numbers. */
export function faultSentence(fault: TargetFault, language: Language): string {
  const n = (value: number) =>
    value < 0 ? `−${groupThousands(-value, language)}` : groupThousands(value, language);
  const say = (vi: string, en: string) => (language === 'vi' ? vi : en);
  switch (fault.kind) {
    case 'sum':
      return say(
        `${COLUMNS[fault.column].vi}: cấp dưới cộng lại ${n(fault.parts)}, cấp trên ghi ${n(fault.whole)}, lệch ${n(fault.parts - fault.whole)}.`,
        `${COLUMNS[fault.column].en}: the units add up to ${n(fault.parts)}, the whole says ${n(fault.whole)}, ${n(fault.parts - fault.whole)} apart.`,
      );
    case 'rate':
      return say(
        `Tỷ lệ ghi ${printRate(fault.written)} % nhưng số hộ trên tổng số hộ là ${printRate(fault.computed)} %.`,
        `The rate says ${printRate(fault.written)} % but the count over its base is ${printRate(fault.computed)} %.`,
      );
    case 'base':
      return say(
        `${BASES[fault.at].vi}: tỷ lệ của cấp dưới và cấp trên không cùng dựa trên một tổng số hộ nào.`,
        `${BASES[fault.at].en}: the rates of the units and of the whole rest on no common number of households.`,
      );
    case 'over-capacity':
      return say(
        `Giao giảm ${n(fault.assigned)} hộ nhưng chỉ ${n(fault.most)} hộ có khả năng lao động.`,
        `${n(fault.assigned)} households are to leave but only ${n(fault.most)} have labour capacity.`,
      );
    case 'below-nought':
      return say(`Còn lại ${n(fault.planned)}: nhỏ hơn 0.`, `${n(fault.planned)} left: below nought.`);
    case 'over-base':
      return say(
        `${n(fault.planned)} nhiều hơn tổng ${n(fault.base)}.`,
        `${n(fault.planned)} is more than the base ${n(fault.base)}.`,
      );
    case 'unchanged':
      return say(
        `Chỉ tiêu không đổi: đầu kỳ và cuối kỳ đều ${n(fault.count)} hộ${fault.rate === null ? '' : ` (${printRate(fault.rate)} %)`}.`,
        `Nothing changes: ${n(fault.count)} households at both ends${fault.rate === null ? '' : ` (${printRate(fault.rate)} %)`}.`,
      );
    case 'wrong-way':
      return say(
        `Số hộ tăng từ ${n(fault.from)} lên ${n(fault.to)}.`,
        `Households rise from ${n(fault.from)} to ${n(fault.to)}.`,
      );
    case 'under-parent':
      return say(
        `${printRate(fault.rate)} % thấp hơn mức tối thiểu ${printRate(fault.least)} % cấp trên giao.`,
        `${printRate(fault.rate)} % is below the ${printRate(fault.least)} % asked of everyone at least.`,
      );
    case 'opening':
      return say(
        `Đầu kỳ ghi ${n(fault.told)} hộ, kết quả rà soát năm trước là ${n(fault.counted)}.`,
        `The opening says ${n(fault.told)} households, last year's review counted ${n(fault.counted)}.`,
      );
  }
}
