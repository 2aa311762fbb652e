import type { ScorecardFault, ScorecardFaultCode } from '@benvung/domain/standard/check-scorecard';
import { bilingual } from '../platform/cli/command.ts';

const TEXTS = {
  'no-items': ['thang điểm không có mục nào', 'the card has no items'],
  'item-twice': ['mã mục ghi ở hai chỗ', 'the item code is used twice'],
  'option-twice': ['mã phương án ghi hai lần', 'the option code is used twice'],
  'no-options': ['mục không có phương án', 'the item has no options'],
  'band-missing': ['phương án thiếu khoảng từ – đến', 'the option lacks its band'],
  'band-unwanted': ['loại mục này không dùng khoảng từ – đến', 'this kind of item has no bands'],
  'band-empty': ['“từ” phải nhỏ hơn “đến”', 'the band is empty'],
  'band-gap': ['có khoảng trống giữa hai phương án', 'there is a gap between two bands'],
  'band-overlap': ['hai phương án chồng nhau', 'two bands overlap'],
  'band-closed-end': [
    'các khoảng phải phủ từ 0 đến không giới hạn',
    'the bands must cover everything from 0 up',
  ],
  'one-option-only': ['mục tính theo số lần chỉ có một phương án', 'an item counted by times has one option'],
  'points-not-whole': ['điểm phải là số nguyên', 'points must be whole'],
} as const satisfies Record<ScorecardFaultCode, readonly [string, string]>;

/** Where a scorecard is wrong and how, Vietnamese first. */
export function describeFault({ at, code, detail }: ScorecardFault): string {
  const [vi, en] = TEXTS[code];
  const where = [at === '' ? '' : `mục “${at}”`, detail === '' ? '' : `(${detail})`]
    .filter(Boolean)
    .join(' ');
  return bilingual(where === '' ? vi : `${where}: ${vi}`, en);
}
