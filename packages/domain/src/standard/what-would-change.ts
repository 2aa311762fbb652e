import { groupThousands, joinPhrases, startLower } from '../shared/phrase.ts';
import type { Language } from '../shared/text.ts';
import { CLASS_LABELS } from './class-labels.ts';
import type { Classification } from './classification.ts';
import { type Change, findChanges } from './find-changes.ts';
import type { PovertyStandard } from './poverty-standard.ts';

/** Sentences such as "Nếu có nước sạch và có nhà tiêu hợp vệ sinh: điểm B 20, thành hộ cận nghèo." */
export const whatWouldChange = (
  standard: PovertyStandard,
  classification: Classification,
  language: Language,
): string[] =>
  findChanges(standard, classification).map((change) =>
    language === 'vi' ? inVietnamese(change) : inEnglish(change),
  );

function inVietnamese(change: Change): string {
  switch (change.kind) {
    case 'close': {
      const named = joinPhrases(
        change.indicators.map(({ remedy }) => remedy.vi),
        'vi',
      );
      const closed = named === '' ? `bớt ${change.count} chỉ số thiếu hụt` : named;
      const rest = change.clearsUnknown ? ', các chỉ số chưa biết đều không thiếu' : '';
      return `Nếu ${closed}${rest}: điểm B ${change.deprivationScore}, thành ${CLASS_LABELS[change.class].vi}.`;
    }
    case 'deprive':
      return `Nếu thiếu thêm ${change.count} chỉ số: điểm B ${change.deprivationScore}, thành ${CLASS_LABELS[change.class].vi}.`;
    case 'learn': {
      const named = joinPhrases(
        change.indicators.map(({ label }) => startLower(label.vi)),
        'vi',
      );
      return `Khi biết ${named}: thiếu từ ${change.count} chỉ số thì thành hộ nghèo, ít hơn thì thành hộ cận nghèo.`;
    }
    default: {
      const subject = change.basis === 'score' ? 'điểm A' : 'thu nhập một người một tháng';
      return `Nếu ${subject} ${stretch(change, 'trên', 'không quá', 'vi')}: thành ${CLASS_LABELS[change.class].vi}.`;
    }
  }
}

function inEnglish(change: Change): string {
  switch (change.kind) {
    case 'close': {
      const named = joinPhrases(
        change.indicators.map(({ remedy }) => remedy.en),
        'en',
      );
      const closed = named === '' ? deprivations(change.count, 'fewer') : named;
      const rest = change.clearsUnknown ? ', and every unknown indicator not deprived' : '';
      return `With ${closed}${rest}: score B ${change.deprivationScore}, a ${CLASS_LABELS[change.class].en}.`;
    }
    case 'deprive':
      return `With ${deprivations(change.count, 'more')}: score B ${change.deprivationScore}, a ${CLASS_LABELS[change.class].en}.`;
    case 'learn': {
      const named = joinPhrases(
        change.indicators.map(({ label }) => startLower(label.en)),
        'en',
      );
      return `Once ${named} are known: deprived in ${change.count} or more, a poor household; in fewer, a near-poor one.`;
    }
    default: {
      const subject = change.basis === 'score' ? 'score A' : 'the monthly income per person';
      return `If ${subject} is ${stretch(change, 'above', 'at most', 'en')}: ${CLASS_LABELS[change.class].en}.`;
    }
  }
}

const deprivations = (count: number, which: 'more' | 'fewer'): string =>
  `${count} ${which} deprivation${count === 1 ? '' : 's'}`;

function stretch(
  { basis, above, atMost }: Extract<Change, { kind: 'income' }>,
  over: string,
  within: string,
  language: Language,
): string {
  const value = (limit: number) =>
    basis === 'score' ? `${limit}` : `${groupThousands(limit, language)} đồng`;
  const parts = [
    ...(above === null ? [] : [`${over} ${value(above)}`]),
    ...(atMost === null ? [] : [`${within} ${value(atMost)}`]),
  ];
  return parts.join(', ');
}
