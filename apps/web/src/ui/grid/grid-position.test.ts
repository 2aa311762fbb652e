import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movePosition, rangeBetween } from './grid-position.ts';

const size = { rows: 50, columns: 8, page: 12 };

describe('keys move about the grid as they do in a spreadsheet', () => {
  test.each([
    ['ArrowDown', false, [4, 3]],
    ['ArrowUp', false, [2, 3]],
    ['ArrowLeft', false, [3, 2]],
    ['ArrowRight', false, [3, 4]],
    ['ArrowDown', true, [49, 3]],
    ['ArrowUp', true, [0, 3]],
    ['ArrowRight', true, [3, 7]],
    ['ArrowLeft', true, [3, 0]],
    ['Home', false, [3, 0]],
    ['End', false, [3, 7]],
    ['Home', true, [0, 0]],
    ['End', true, [49, 7]],
    ['PageDown', false, [15, 3]],
    ['PageUp', false, [0, 3]],
  ])('%s (Ctrl: %s) leads from row 3, column 3 to %j', (key, ctrl, [row, column]) => {
    expect(movePosition({ row: 3, column: 3 }, { key, ctrl }, size)).toEqual({ row, column });
  });

  test.each(['Tab', 'Enter', 'Escape', 'a', 'w', '1', 'F6', 'Backspace'])('%s is not the grid’s', (key) => {
    expect(movePosition({ row: 3, column: 3 }, { key, ctrl: false }, size)).toBeNull();
  });

  test('no key ever leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
        (rows, columns, presses) => {
          let at = { row: 0, column: 0 };
          for (const [key, ctrl] of presses)
            at = movePosition(at, { key, ctrl }, { rows, columns, page: 12 })!;
          return at.row >= 0 && at.row < rows && at.column >= 0 && at.column < columns;
        },
      ),
    );
  });

  test('a selection is the rectangle between its two corners, whichever was first', () => {
    const a = { row: 5, column: 1 };
    const b = { row: 2, column: 4 };
    expect(rangeBetween(a, b)).toEqual({ top: 2, bottom: 5, left: 1, right: 4 });
    expect(rangeBetween(b, a)).toEqual(rangeBetween(a, b));
  });
});
