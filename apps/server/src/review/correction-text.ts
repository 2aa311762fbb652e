import { CAUSE_LABELS, FLAG_LABELS, WISH_LABELS } from '@benvung/domain/household/fact-labels';
import { type CorrectionChange, correctionChanges } from '@benvung/domain/review/correction-changes';
import type { GoneReason, ReviewRecord } from '@benvung/domain/review/review-record';
import type { Language, Text } from '@benvung/domain/shared/text';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';

/** What a correction said otherwise, a phrase each, the class first. Of illness only that it was corrected. */
export const correctionTexts = (
  before: ReviewRecord | null,
  after: ReviewRecord,
  language: Language,
): string[] => correctionChanges(before, after).map((change) => textOf(change)[language]);

const NO_RESULT: Text = { vi: 'không có trong kết quả', en: 'not in the results' };

const GONE: Readonly<Record<GoneReason, Text>> = {
  movedAway: { vi: 'đã chuyển đi', en: 'moved away' },
  died: { vi: 'đã chết', en: 'died' },
  mergedInto: { vi: 'đã nhập vào hộ khác', en: 'merged into another household' },
  notFound: { vi: 'không tìm thấy', en: 'not found' },
  duplicate: { vi: 'ghi trùng', en: 'recorded twice' },
};

const classText = (of: HouseholdClass | null): Text => (of === null ? NO_RESULT : CLASS_LABELS[of]);

function textOf(change: CorrectionChange): Text {
  switch (change.what) {
    case 'class': {
      const [from, to] = [classText(change.from), classText(change.to)];
      return { vi: `${from.vi} → ${to.vi}`, en: `${from.en} → ${to.en}` };
    }
    case 'gone':
      return GONE[change.reason];
    case 'persons':
      return {
        vi: `số người ${change.from} → ${change.to}`,
        en: `persons ${change.from} → ${change.to}`,
      };
    case 'flag': {
      const label = FLAG_LABELS[change.flag];
      return change.holds
        ? { vi: `${label.vi}: không → có`, en: `${label.en}: no → yes` }
        : { vi: `${label.vi}: có → không`, en: `${label.en}: yes → no` };
    }
    case 'cause':
      if (change.cause === 'illness')
        return { vi: 'sửa một nguyên nhân kín', en: 'a closed cause was corrected' };
      return moved(change.added, { vi: 'nguyên nhân', en: 'cause' }, CAUSE_LABELS[change.cause]);
    case 'wish':
      return moved(change.added, { vi: 'nguyện vọng', en: 'wish' }, WISH_LABELS[change.wish]);
  }
}

const moved = (added: boolean, what: Text, label: Text): Text => ({
  vi: `${added ? 'thêm' : 'bỏ'} ${what.vi} ${label.vi}`,
  en: `${what.en} ${added ? 'added' : 'taken away'}: ${label.en}`,
});
