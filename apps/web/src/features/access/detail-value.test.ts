import { expect, test } from 'vitest';
import { valueText } from './detail-value.ts';

test.each([
  ['2024-10-15', '15/10/2024'],
  [['identityNumber', 'ethnicity'], 'số định danh, dân tộc'],
  [true, 'có'],
  ['approver', 'Lãnh đạo'],
  [{ sex: 'male', reason: 'x' }, 'giới tính: male; reason: x'],
  ['trao thẻ', 'trao thẻ'],
  ['toString', 'toString'],
  [null, '–'],
])('%j reads %s', (value, words) => {
  expect(valueText(value, 'vi')).toBe(words);
});
