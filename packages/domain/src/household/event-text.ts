import type { Language } from '../shared/text.ts';

type Detail = Readonly<Record<string, string | number | boolean | null>>;

const REASONS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  movedAway: ['chuyển đi', 'moved away'],
  movedIn: ['chuyển đến', 'moved in'],
  died: ['chết', 'died'],
  born: ['mới sinh', 'born'],
  married: ['lập gia đình riêng', 'married'],
  split: ['tách hộ', 'split off'],
  merged: ['nhập hộ', 'merged'],
  mergedInto: ['nhập vào hộ khác', 'merged into another household'],
  notListed: ['không còn trong danh sách rà soát', 'no longer on the review list'],
  reviewed: ['ghi khi rà soát', 'found by the review'],
  imported: ['nhập từ danh sách', 'taken in from a list'],
  registered: ['ghi lần đầu', 'registered'],
  duplicate: ['trùng hồ sơ', 'duplicate file'],
  notFound: ['không tìm thấy', 'not found'],
};

const SENTENCES: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  registered: ['Ghi hộ lần đầu.', 'The household was registered.'],
  imported: ['Nhập hộ từ danh sách.', 'The household was taken in from a list.'],
  memberJoined: ['Thêm một người: {reason}.', 'A person joined: {reason}.'],
  memberLeft: ['Một người rời hộ: {reason}.', 'A person left: {reason}.'],
  memberCorrected: ['Sửa thông tin một thành viên: {reason}.', 'A member’s facts were corrected: {reason}.'],
  headChanged: [
    'Đổi chủ hộ từ {from} sang {to}: {reason}.',
    'The head changed from {from} to {to}: {reason}.',
  ],
  moved: ['Chuyển nơi ở: {reason}.', 'The household moved: {reason}.'],
  split: ['Tách hộ: {reason}.', 'The household was split: {reason}.'],
  merged: ['Nhập hộ: {reason}.', 'Households were merged: {reason}.'],
  ended: ['Hộ kết thúc: {reason}.', 'The household ended: {reason}.'],
  flagOverridden: ['Ghi lại đặc điểm hộ: {reason}.', 'A feature of the household was set by hand: {reason}.'],
};

/** A sentence for an event, without sensitive values; an unknown kind is shown by its name. */
export function eventText(kind: string, detail: Detail, language: Language): string {
  const place = language === 'vi' ? 0 : 1;
  const sentence = SENTENCES[kind]?.[place];
  if (sentence === undefined) return kind;
  return sentence
    .replace(/\{(\w+)\}/gu, (_blank, name: string) => {
      const value = detail[name];
      return value === undefined || value === null ? '' : (REASONS[String(value)]?.[place] ?? String(value));
    })
    .replace(/[:\s]+\.$/u, '.');
}
