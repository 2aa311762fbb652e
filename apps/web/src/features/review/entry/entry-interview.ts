import type { EntryContent, EntryView, Interview } from '@benvung/contract/review-entry';
import { addDays, isValidDay, makeDay } from '@benvung/domain/shared/day';
import type { Text } from '@benvung/domain/shared/text';

export type Enumerators = EntryView['enumerators'];

/** How the household was asked, in the order of the boxes. */
export const INTERVIEW_NAMES = ['enumerator', 'startedAt', 'endedAt', 'place'] as const;
export type InterviewName = (typeof INTERVIEW_NAMES)[number];

const NOTHING: Interview = {
  enumeratorId: null,
  enumerator: null,
  startedAt: null,
  endedAt: null,
  place: null,
};

const two = (number: number): string => String(number).padStart(2, '0');

/** `05/10/2026 8:30`, or the hour alone of a day that is known; null when it is neither. */
export function readMoment(text: string, day: string): string | null {
  const found = /^(?:(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\s+)?(\d{1,2})\s*(?:[:.h]\s*(\d{2})?)?$/u.exec(
    text.trim(),
  );
  if (found === null) return null;
  const [, date, month, year, hour, minute = '00'] = found;
  const on = date === undefined ? day : makeDay(Number(year ?? day.slice(0, 4)), Number(month), Number(date));
  if (!isValidDay(on) || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${on}T${two(Number(hour))}:${minute}`;
}

const writeMoment = (moment: string): string => {
  const [day = '', time = ''] = moment.split('T');
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year} ${time}`;
};

const readPlace = (text: string): Interview['place'] | undefined => {
  const found = /^(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)$/u.exec(text.trim());
  if (found === null) return undefined;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? undefined : { latitude, longitude };
};

/** The number of a person of the list, and the name; a name that is not on it stands by itself. */
export function interviewText(
  interview: EntryContent['interview'],
  name: InterviewName,
  enumerators: Enumerators,
): { readonly typed: string; readonly words: string } {
  const { enumeratorId, enumerator, startedAt, endedAt, place } = interview ?? NOTHING;
  const plain = (typed: string) => ({ typed, words: '' });
  if (name === 'startedAt') return plain(startedAt === null ? '' : writeMoment(startedAt));
  if (name === 'endedAt') return plain(endedAt === null ? '' : writeMoment(endedAt));
  if (name === 'place') return plain(place === null ? '' : `${place.latitude}, ${place.longitude}`);
  const at = enumerators.findIndex(({ id, name: known }) =>
    enumeratorId === null ? id === null && known === enumerator : id === enumeratorId,
  );
  if (at >= 0) return { typed: String(at + 1), words: enumerators[at]?.name ?? '' };
  return plain(enumerator ?? '');
}

interface Known {
  readonly enumerators: Enumerators;
  readonly today: string;
}

/** What a text comes to in a box of the interview; `wrong` when it cannot be read. */
export function readInterview(
  name: InterviewName,
  text: string,
  { enumerators, today }: Known,
  interview: EntryContent['interview'],
): Partial<Interview> | 'wrong' {
  const typed = text.trim();
  if (name === 'enumerator') {
    if (typed === '') return { enumeratorId: null, enumerator: null };
    if (!/^\d+$/u.test(typed)) return { enumeratorId: null, enumerator: typed };
    const found = enumerators[Number(typed) - 1];
    return found === undefined
      ? 'wrong'
      : { enumeratorId: found.id, enumerator: found.id === null ? found.name : null };
  }
  if (typed === '') return { [name]: null };
  if (name === 'place') {
    const place = readPlace(typed);
    return place === undefined ? 'wrong' : { place };
  }
  const moment = readMoment(typed, (name === 'endedAt' ? interview?.startedAt?.slice(0, 10) : null) ?? today);
  // Nobody was asked tomorrow; a day may have passed where the phone is.
  return moment === null || moment.slice(0, 10) > addDays(today, 1) ? 'wrong' : { [name]: moment };
}

export const withInterview = (content: EntryContent, change: Partial<Interview>): EntryContent => ({
  ...content,
  interview: { ...(content.interview ?? NOTHING), ...change },
});

const INTERVIEW_REFUSED = {
  enumerator: {
    vi: 'Số này không có trong danh sách. Gõ số, hoặc ghi họ tên.',
    en: 'There is no such number. Type a number of the list, or a name.',
  },
  time: {
    vi: 'Chưa phải giờ có thật. Gõ giờ (8:30), hoặc ngày và giờ (05/10 8:30), không sau hôm nay.',
    en: 'This is no time. Type an hour (8:30), or a day and hour (05/10 8:30), not after today.',
  },
  place: {
    vi: 'Chưa phải vị trí. Gõ vĩ độ, kinh độ: 16.2341, 107.2312.',
    en: 'This is no place. Type latitude, longitude: 16.2341, 107.2312.',
  },
} as const;

/** Why a text cannot stand in a box of the interview; null when it can. */
export function interviewRefusal(name: InterviewName, text: string, known: Known): Text | null {
  if (readInterview(name, text, known, undefined) !== 'wrong') return null;
  return INTERVIEW_REFUSED[name === 'startedAt' || name === 'endedAt' ? 'time' : name];
}
