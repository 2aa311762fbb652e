import { dueOf, hasStep, reportDays } from '@benvung/domain/review/review-procedure';
import { addWorkingDays, workingCalendarOf } from '@benvung/domain/shared/working-days';
import { expect, test } from 'vitest';
import { packageLibrary } from './read-package.test-support.ts';
import { reviewProcedureSchema } from './review-procedure.schema.ts';

const { procedures, workingYears } = packageLibrary;
const calendar = workingCalendarOf(workingYears);

test.each([
  ['2024-09-03', false],
  ['2025-01-27', false],
  ['2024-02-14', false],
  ['2024-05-04', true],
  ['2025-04-26', true],
  ['2026-04-27', false],
  ['2026-08-22', true],
  ['2026-08-31', false],
  ['2026-11-24', true],
])('%s is worked: %s', (day, worked) => expect(calendar.isWorking(day)).toBe(worked));

test.each([
  ['2020-10-01', 'VN-2016', 'district'],
  ['2024-10-01', 'QD-24-2021', 'district'],
  ['2025-06-30', 'QD-24-2021', 'district'],
  ['2025-07-01', 'QD-24-2021-TINH', 'province'],
])('on %s the procedure is %s and the superior that of the %s', (day, id, level) => {
  const inForce = procedures.findLast(
    ({ procedure: { from, to } }) => from <= day && (to === null || day <= to),
  );
  expect([inForce?.procedure.id, inForce?.procedure.superior.level]).toEqual([id, level]);
});

test.each([
  ['2024-10-01', true, false],
  ['2026-10-01', true, false],
  // no source tells the steps of ad hoc reviews before 2022
  ['2020-10-01', true, true],
])('by the procedure of %s periodic rounds ask an opinion: %s, ad hoc ones: %s', (day, periodic, adHoc) => {
  const { procedure } = procedures.findLast(
    ({ procedure: { from, to } }) => from <= day && (to === null || day <= to),
  )!;
  expect(hasStep(procedure, 'PERIODIC', 'opinion')).toBe(periodic);
  expect(hasStep(procedure, 'AD_HOC', 'opinion')).toBe(adHoc);
});

test('a file cannot leave out the meeting, the posting or the decision', () => {
  const { procedure } = procedures.at(-1)!;
  const without = (step: string) => {
    const { AD_HOC } = procedure.courses!;
    const steps = AD_HOC.steps.filter((one) => one !== step);
    const courses = { ...procedure.courses, AD_HOC: { ...AD_HOC, steps } };
    return reviewProcedureSchema.safeParse({ ...procedure, courses }).success;
  };
  expect(['none', 'survey', 'meeting', 'posting', 'grievance', 'recognition'].map(without)).toEqual([
    true,
    ...Array(5).fill(false),
  ]);
});

test('a posting of 30/8/2024 runs over Quốc khánh', () =>
  expect(addWorkingDays(calendar, '2024-08-30', 3)).toEqual({ day: '2024-09-06', provisional: false }));

test('fifteen days of an unknown kind are due on the earlier reading, and say so', () => {
  const { adHocDecision } = procedures.at(-1)!.procedure.limits;
  expect(dueOf(calendar, adHocDecision, { from: '2026-03-15', as: 'duty' })).toEqual({
    day: '2026-03-30',
    provisional: false,
    uncertain: true,
  });
});

test('reports of ad hoc results are due on the 5th from February to September, the official one before 20/12', () => {
  const [monthly, , official] = procedures.at(-1)!.procedure.reporting;
  expect(reportDays(monthly!, 2026)).toHaveLength(8);
  expect(reportDays(official!, 2026)).toEqual(['2026-12-19']);
});
