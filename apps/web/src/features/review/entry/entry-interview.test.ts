import { expect, test } from 'vitest';
import { interviewText, readInterview, readMoment, withInterview } from './entry-interview.ts';

const ID = '0190a0c0-0000-7000-8000-000000000001';
const KNOWN = {
  enumerators: [
    { id: ID, name: 'Hồ Văn Páo' },
    { id: null, name: 'Bà Mẩy' },
  ],
  today: '2026-10-05',
};

test.each([
  ['8:30', '2026-10-05T08:30'],
  ['8h30', '2026-10-05T08:30'],
  ['14', '2026-10-05T14:00'],
  ['3/10 8:05', '2026-10-03T08:05'],
  ['03/10/2026 20:15', '2026-10-03T20:15'],
])('"%s" is %s', (text, moment) => expect(readMoment(text, '2026-10-05')).toBe(moment));

test.each(['', '25:00', '8:75', '31/02 8:00', 'sáng'])('"%s" is no time', (text) =>
  expect(readMoment(text, '2026-10-05')).toBeNull(),
);

test('who asked is a number of the list, or a name that is not on it', () => {
  expect(readInterview('enumerator', '1', KNOWN, undefined)).toEqual({ enumeratorId: ID, enumerator: null });
  expect(readInterview('enumerator', '2', KNOWN, undefined)).toEqual({
    enumeratorId: null,
    enumerator: 'Bà Mẩy',
  });
  expect(readInterview('enumerator', 'Ông Sắn', KNOWN, undefined)).toEqual({
    enumeratorId: null,
    enumerator: 'Ông Sắn',
  });
  expect(readInterview('enumerator', '3', KNOWN, undefined)).toBe('wrong');
});

test('the end is of the day it began, no day lies ahead, and a place is a pair of numbers', () => {
  const begun = withInterview({} as never, { startedAt: '2026-10-03T08:00' }).interview;
  expect(readInterview('endedAt', '8:40', KNOWN, begun)).toEqual({ endedAt: '2026-10-03T08:40' });
  expect(readInterview('startedAt', '12/10 8:00', KNOWN, begun)).toBe('wrong');
  expect(readInterview('place', '16.2341, 107.2312', KNOWN, begun)).toEqual({
    place: { latitude: 16.2341, longitude: 107.2312 },
  });
  expect(readInterview('place', '116, 7', KNOWN, begun)).toBe('wrong');
});

test('what is written is read again as the same', () => {
  const { interview } = withInterview({} as never, {
    enumeratorId: ID,
    startedAt: '2026-10-03T08:00',
    place: { latitude: 16.5, longitude: 107.25 },
  });
  expect(interviewText(interview, 'enumerator', KNOWN.enumerators)).toEqual({
    typed: '1',
    words: 'Hồ Văn Páo',
  });
  for (const name of ['startedAt', 'place'] as const) {
    const { typed } = interviewText(interview, name, KNOWN.enumerators);
    expect(readInterview(name, typed, KNOWN, interview)).toEqual({ [name]: interview?.[name] });
  }
});
