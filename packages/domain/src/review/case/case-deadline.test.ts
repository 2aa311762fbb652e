import { expect, test } from 'vitest';
import { sampleCase, sampleCircumstances } from './case.sample.ts';
import { caseDeadline, workingDaysLate } from './case-deadline.ts';

const { calendar } = sampleCircumstances;
const of = (changes: Partial<typeof sampleCase>, since: string | null) =>
  caseDeadline({ ...sampleCase, ...changes }, since, sampleCircumstances);

test.each([
  ['a re-verification in three working days', { state: 'disputed' }, '2026-10-01', 'reverify', '2026-10-06'],
  ['an opinion in five working days', { state: 'submitted' }, '2026-10-01', 'opinion', '2026-10-08'],
  [
    'a posting to its own day',
    { state: 'posted', postingEndsOn: '2026-10-05' },
    '2026-09-30',
    'postingEnds',
    '2026-10-05',
  ],
  [
    'an ad hoc request of the 4th from the 15th',
    { state: 'requested', roundKind: 'AD_HOC', requestedOn: '2026-03-04' },
    '2026-03-04',
    'adHocDecision',
    '2026-03-30',
  ],
] as const)('%s', (_what, changes, since, kind, day) =>
  expect(of(changes, since)).toMatchObject({ kind, day }),
);

test('a case that waits for no clock has none', () =>
  expect(of({ state: 'scored' }, '2026-10-01')).toBeNull());

test('lateness is counted in working days; a posting that ended is not late', () => {
  const due = of({ state: 'disputed' }, '2026-10-01')!;
  expect(workingDaysLate(due, '2026-10-12', calendar)).toBe(4);
  expect(workingDaysLate(due, '2026-10-06', calendar)).toBe(0);
  expect(workingDaysLate({ ...due, kind: 'postingEnds' }, '2026-10-12', calendar)).toBe(0);
});
