import type { EntryRow } from '@benvung/contract/review-entry';
import { expect, test } from 'vitest';
import { householdsToGive } from './households-to-give.ts';

const row = (head: string, registered: boolean, state: EntryRow['state']) =>
  ({ head, registered, state }) as EntryRow;

test('households of the round’s list that are still there, and those that asked, are given apart from their village', () => {
  const rows = [
    row('Hồ Văn Bắc', true, 'notBegun'),
    row('Hồ Văn Cúc', true, 'done'),
    row('Hồ Thị Xin', false, 'notBegun'),
    row('Hồ Văn Lơi', false, 'inProgress'),
    row('Lê Thị Hạnh', true, 'gone'),
  ];
  expect(householdsToGive(rows).map(({ head }) => head)).toEqual(['Hồ Văn Bắc', 'Hồ Văn Cúc', 'Hồ Thị Xin']);
});
