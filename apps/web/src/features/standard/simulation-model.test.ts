import { expect, test } from 'vitest';
import { reasonsOf, simulationMatrix } from './simulation-model.ts';

const simulation = {
  standard: { id: 'VN-2027', title: { vi: 'Dự thảo', en: 'Draft' }, draft: true, local: false },
  done: 12,
  counts: [
    { from: 'POOR', to: 'POOR', households: 4, persons: 9 },
    { from: 'POOR', to: 'POOR', households: 1, persons: 2 },
    { from: 'NEAR_POOR', to: 'POOR', households: 2, persons: 7 },
    { from: 'NEAR_POOR', to: 'UNDETERMINED', households: 3, persons: 7 },
  ],
  notSimulated: [
    { from: 'POOR', reason: 'paperTotals', households: 1 },
    { from: 'POOR', reason: 'paperTotals', households: 1 },
  ],
} as const;

test('the parts of a simulation add up; undetermined and not tried stand apart and are no change', () => {
  expect(simulationMatrix(simulation as never)).toEqual({
    columns: ['POOR', 'NEAR_POOR'],
    rows: [
      { from: 'POOR', households: [5, 0], undetermined: 0, cannot: 2, total: 7 },
      { from: 'NEAR_POOR', households: [2, 0], undetermined: 3, cannot: 0, total: 5 },
    ],
    simulated: 10,
    changed: 2,
  });
  expect(reasonsOf(simulation as never)).toEqual([{ from: 'POOR', reason: 'paperTotals', households: 2 }]);
});
