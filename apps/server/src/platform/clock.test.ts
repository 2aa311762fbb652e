import { expect, it } from 'vitest';
import { dayInVietnam, timeInVietnam } from './clock.ts';

it('an instant late in the day of UTC is of the next day in Việt Nam', () => {
  expect(dayInVietnam('2026-03-05T16:59:59.000Z')).toBe('2026-03-05');
  expect(dayInVietnam('2026-03-05T17:00:00.000Z')).toBe('2026-03-06');
  expect(timeInVietnam('2026-03-05T17:00:00.000Z')).toBe('00:00');
});
