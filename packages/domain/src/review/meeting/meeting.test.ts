import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleProcedure } from '../case/case.sample.ts';
import { isAgreed } from '../case/decide-case-act.ts';
import { agendaRank, presentOf, votesNeeded } from './meeting.ts';

test('new households come first, then those that leave, that change, that stay', () =>
  expect(
    [
      { opening: 'POOR', class: 'POOR' },
      { opening: 'POOR', class: 'NEAR_POOR' },
      { opening: 'POOR', class: 'NOT_POOR' },
      { opening: null, class: 'POOR' },
    ].map((one) => agendaRank(one as never)),
  ).toEqual([3, 2, 1, 0]));

test('all kinds of participants are counted', () =>
  expect(presentOf({ reviewedHouseholds: 40, otherHouseholds: 12, partyCell: 1 })).toBe(53));

test('the votes needed are the least that agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (present) => {
      const needed = votesNeeded(present, sampleProcedure.agreement.percent);
      expect(isAgreed({ present, agreed: needed }, sampleProcedure)).toBe(true);
      expect(isAgreed({ present, agreed: needed - 1 }, sampleProcedure)).toBe(false);
    }),
  );
  expect(votesNeeded(56, 50)).toBe(28);
});
