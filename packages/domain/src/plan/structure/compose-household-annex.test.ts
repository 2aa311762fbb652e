import { expect, test } from 'vitest';
import { checkAnnexSize, composeHouseholdAnnex } from './compose-household-annex.ts';

const household = { head: 'Hồ Văn A', village: 'Thôn 1', solution: 'vay vốn', inCharge: 'Hội Nông dân' };

test('the annex names every household once, numbered in the order given', () => {
  const [block] = composeHouseholdAnnex([household, { ...household, head: 'Hồ Thị B' }]).body;
  expect(block).toMatchObject({
    table: {
      rows: [
        { cells: ['1', 'Hồ Văn A', 'Thôn 1', 'vay vốn', 'Hội Nông dân'] },
        { cells: ['2', 'Hồ Thị B', 'Thôn 1', 'vay vốn', 'Hội Nông dân'] },
      ],
    },
  });
});

test.each([
  [0, true],
  [10_000, true],
  [10_001, false],
])('%i households fit: %s; nothing is cut off silently', (households, fits) => {
  const checked = checkAnnexSize(households);
  expect(checked.ok).toBe(fits);
  if (!checked.ok)
    expect(checked.problem).toEqual({
      code: 'plan.too-many-households',
      detail: { households: 10_001, most: 10_000 },
    });
});
