import { expect, test } from 'vitest';
import { atLeastNational, isBelowNational } from './local-class.ts';

test.each([
  ['POOR', 'NEAR_POOR', 'POOR'],
  ['POOR', 'UNDETERMINED', 'POOR'],
  ['NEAR_POOR', 'POOR', 'POOR'],
  ['NEAR_POOR', 'NOT_POOR', 'NEAR_POOR'],
  ['NEAR_POOR', 'UNDETERMINED', 'UNDETERMINED'],
  ['AVERAGE_LIVING_STANDARD', 'NOT_POOR', 'AVERAGE_LIVING_STANDARD'],
  ['NOT_POOR', 'POOR', 'POOR'],
  ['UNDETERMINED', 'NOT_POOR', 'NOT_POOR'],
] as const)('%s for the nation and %s for the province is %s of the province', (national, local, of) => {
  expect(atLeastNational(national, local)).toBe(of);
  expect(isBelowNational(national, of)).toBe(false);
});
