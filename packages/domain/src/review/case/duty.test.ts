import { expect, test } from 'vitest';
import { sampleCase, sampleCircumstances } from './case.sample.ts';
import { dutyDaysLate, dutyOf, isDueProvisional, spanOf } from './duty.ts';

const { calendar } = sampleCircumstances;
const of = (changes: Partial<typeof sampleCase>, since: string | null = '2026-10-01') =>
  dutyOf({ ...sampleCase, ...changes }, since, { ...sampleCircumstances, today: '2026-10-12', year: 2026 });

test.each([
  ['on the list: its survey', { state: 'listed' }, 'toSurvey', '2026-12-14'],
  ['returned: its survey again', { state: 'returned' }, 'toSurvey', '2026-12-14'],
  ['agreed: its posting', { state: 'agreed' }, 'toPost', '2026-12-14'],
  ['scored: its meeting', { state: 'scored' }, 'toMeet', '2026-12-14'],
  [
    'posted and over: its submission',
    { state: 'posted', postingEndsOn: '2026-10-05' },
    'toSubmit',
    '2026-12-14',
  ],
  [
    'posted and running: the end',
    { state: 'posted', postingEndsOn: '2026-10-14' },
    'postingEnds',
    '2026-10-14',
  ],
  ['cleared: its recognition', { state: 'cleared' }, 'toRecognise', '2026-12-14'],
  ['disputed: its clock', { state: 'disputed' }, 'reverify', '2026-10-06'],
  [
    'asked for in the year and scored: the decision',
    { state: 'scored', roundKind: 'AD_HOC', requestedOn: '2026-03-04' },
    'adHocDecision',
    '2026-03-30',
  ],
  [
    'asked for in the year and its posting is over: the decision',
    { state: 'posted', postingEndsOn: '2026-10-05', roundKind: 'AD_HOC', requestedOn: '2026-03-04' },
    'adHocDecision',
    '2026-03-30',
  ],
] as const)('%s', (_what, changes, kind, day) => expect(of(changes)).toMatchObject({ kind, day }));

test('the opinion is a duty of the submission, and a concluded case has none', () =>
  expect([of({ state: 'submitted' }), of({ state: 'recognised' }), of({ state: 'requested' })]).toEqual([
    null,
    null,
    null,
  ]));

test('late is what is before today; the week ends on Sunday', () =>
  // 2026-10-12 is a Monday
  expect(
    ['2026-10-11', '2026-10-12', '2026-10-18', '2026-10-19'].map((day) => spanOf(day, '2026-10-12')),
  ).toEqual(['late', 'thisWeek', 'thisWeek', 'later']));

test('lateness counts working days and a posting has none; a year without a table makes a limit provisional', () => {
  expect(dutyDaysLate({ kind: 'grievance', day: '2026-10-08' }, '2026-10-12', calendar)).toBe(2);
  expect(dutyDaysLate({ kind: 'postingEnds', day: '2026-10-08' }, '2026-10-12', calendar)).toBe(0);
  expect(isDueProvisional(calendar, '2026-12-30', '2027-01-06')).toBe(true);
  expect(isDueProvisional(calendar, '2026-10-01', '2026-10-06')).toBe(false);
});
