import type { Flag } from '@benvung/domain/household/derive-flags';
import { FLAG_LABELS, MEMBER_QUESTIONS } from '@benvung/domain/household/fact-labels';
import { joinPhrases, startLower } from '@benvung/domain/shared/phrase';
import type { Language, Text } from '@benvung/domain/shared/text';
import type { HouseholdEvent } from './household-life.store.ts';

/** Names an event's detail refers to by id. */
export interface EventNames {
  person(id: string): string | undefined;
  village(id: number): string | undefined;
  household(id: string): string | undefined;
}

/** What happened, in one sentence without sensitive values. */
export function eventText({ kind, detail }: HouseholdEvent, names: EventNames, language: Language): string {
  const sentence = SENTENCES[kind]?.[language];
  if (sentence === undefined) return kind;
  return sentence.replace(
    /\{(\w+)\}/g,
    (blank, name: string) => BLANKS[name]?.(detail, names, language) ?? blank,
  );
}

const SENTENCES: Readonly<Record<string, Text>> = {
  registered: { vi: 'Ghi vào sổ lần đầu.', en: 'First recorded.' },
  corrected: { vi: 'Sửa thông tin hộ: {fields}.', en: 'Household corrected: {fields}.' },
  memberJoined: { vi: '{person} vào hộ{reason}.', en: '{person} joined the household{reason}.' },
  memberLeft: { vi: '{person} rời hộ{reason}.', en: '{person} left the household{reason}.' },
  memberCorrected: { vi: 'Sửa thông tin của {person}: {fields}.', en: '{person} corrected: {fields}.' },
  headChanged: {
    vi: 'Đổi chủ hộ: {person} thay {formerHead}.',
    en: 'Head changed: {person} in the place of {formerHead}.',
  },
  moved: { vi: 'Chuyển từ {fromVillage} đến {toVillage}.', en: 'Moved from {fromVillage} to {toVillage}.' },
  moveUndone: {
    vi: 'Hoàn tác việc chuyển từ {fromVillage} đến {toVillage}.',
    en: 'The move from {fromVillage} to {toVillage} was taken back.',
  },
  split: { vi: 'Tách từ hộ {fromHousehold}.', en: 'Split from household {fromHousehold}.' },
  splitOff: {
    vi: '{persons} tách thành hộ {intoHousehold}.',
    en: '{persons} split off as household {intoHousehold}.',
  },
  mergedIn: { vi: 'Nhận hộ {fromHousehold} nhập vào.', en: 'Household {fromHousehold} merged into it.' },
  matchUndone: {
    vi: 'Bỏ ghép với hộ {fromHousehold}: hồ sơ trở lại như trước khi ghép.',
    en: 'No longer matched with {fromHousehold}: the file is as it was before.',
  },
  mergeUndone: {
    vi: 'Hoàn tác việc nhập hộ {fromHousehold}.',
    en: 'The merge with household {fromHousehold} was undone.',
  },
  reopened: {
    vi: 'Mở lại hồ sơ, hoàn tác việc nhập vào hộ {intoHousehold}.',
    en: 'The file was opened again: the merge into household {intoHousehold} was undone.',
  },
  ended: { vi: 'Khép hồ sơ{reason}{into}.', en: 'The file was closed{reason}{into}.' },
  forgotten: {
    vi: 'Xóa danh tính theo thời hạn lưu.',
    en: 'Made anonymous at the end of the retention period.',
  },
  flagOverridden: { vi: 'Sửa tay đặc điểm: {flag}{reason}.', en: 'Trait set by hand: {flag}{reason}.' },
  flagRestored: {
    vi: 'Bỏ sửa tay đặc điểm: {flag}{reason}.',
    en: 'Trait no longer set by hand: {flag}{reason}.',
  },
};

type Detail = HouseholdEvent['detail'];
type Blank = (detail: Detail, names: EventNames, language: Language) => string;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const SOMEONE: Text = { vi: 'một người', en: 'someone' };
const ANOTHER: Text = { vi: 'khác', en: 'elsewhere' };
const A_VILLAGE: Text = { vi: 'thôn khác', en: 'another village' };

const personOf = (id: unknown, names: EventNames, language: Language): string =>
  names.person(textOf(id)) ?? SOMEONE[language];

const BLANKS: Readonly<Record<string, Blank>> = {
  person: ({ personId }, names, language) => personOf(personId, names, language),
  formerHead: ({ formerHeadId }, names, language) => personOf(formerHeadId, names, language),
  persons: ({ personIds }, names, language) =>
    joinPhrases(
      (Array.isArray(personIds) ? personIds : []).map((id) => personOf(id, names, language)),
      language,
    ),
  fromVillage: ({ fromVillageId }, names, language) =>
    names.village(Number(fromVillageId)) ?? A_VILLAGE[language],
  toVillage: ({ toVillageId }, names, language) => names.village(Number(toVillageId)) ?? A_VILLAGE[language],
  fromHousehold: ({ fromHouseholdId }, names, language) =>
    names.household(textOf(fromHouseholdId)) ?? ANOTHER[language],
  intoHousehold: ({ intoHouseholdId }, names, language) =>
    names.household(textOf(intoHouseholdId)) ?? ANOTHER[language],
  into: ({ intoHouseholdId }, names) => {
    const into = names.household(textOf(intoHouseholdId));
    return into === undefined ? '' : `: ${into}`;
  },
  reason: ({ reason }, _names, language) => {
    const known = REASONS[textOf(reason)]?.[language] ?? textOf(reason);
    return known === '' ? '' : ` (${known})`;
  },
  flag: ({ flag }, _names, language) => FLAG_LABELS[flag as Flag]?.[language] ?? textOf(flag),
  fields: ({ fields }, _names, language) =>
    joinPhrases(
      (Array.isArray(fields) ? fields : []).map((field) => fieldText(textOf(field), language)),
      language,
    ),
};

export const REASONS: Readonly<Record<string, Text>> = {
  registered: { vi: 'ghi lần đầu', en: 'first record' },
  imported: { vi: 'theo danh sách', en: 'by the list' },
  reviewed: { vi: 'theo rà soát', en: 'by the review' },
  born: { vi: 'mới sinh', en: 'born' },
  married: { vi: 'kết hôn', en: 'married' },
  returned: { vi: 'trở về', en: 'returned' },
  movedIn: { vi: 'chuyển đến', en: 'moved in' },
  movedAway: { vi: 'chuyển đi', en: 'moved away' },
  died: { vi: 'chết', en: 'died' },
  split: { vi: 'tách hộ', en: 'split' },
  merged: { vi: 'nhập hộ', en: 'merged' },
  mergedInto: { vi: 'nhập vào hộ khác', en: 'merged into another household' },
  mergeUndone: { vi: 'hoàn tác nhập hộ', en: 'merge undone' },
  notListed: { vi: 'không còn trong danh sách', en: 'no longer listed' },
  notFound: { vi: 'không tìm thấy', en: 'not found' },
  duplicate: { vi: 'ghi trùng', en: 'recorded twice' },
  enteredByMistake: { vi: 'ghi nhầm', en: 'entered by mistake' },
};

const FIELD_LABELS: Readonly<Record<string, Text>> = {
  listCode: { vi: 'mã hộ', en: 'list code' },
  registrationNumber: { vi: 'số đăng ký', en: 'registration number' },
  phone: { vi: 'điện thoại', en: 'telephone' },
  address: { vi: 'địa chỉ', en: 'address' },
  location: { vi: 'vị trí', en: 'location' },
  fullName: { vi: 'họ tên', en: 'full name' },
};

function fieldText(field: string, language: Language): string {
  const ofMember = (MEMBER_QUESTIONS as Readonly<Record<string, Text>>)[field];
  const label = FIELD_LABELS[field] ?? ofMember;
  if (label === undefined) return field;
  return /^\p{Lu}{2}/u.test(label[language]) ? label[language] : startLower(label[language]);
}
