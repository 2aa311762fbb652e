import { expect, test } from 'vitest';
import { BOARD_COLUMNS, type BoardColumn, holdingColumn } from './case-state.ts';

const at = (counts: Partial<Record<BoardColumn, number>>) =>
  holdingColumn({ ...Object.fromEntries(BOARD_COLUMNS.map((column) => [column, 0])), ...counts } as Record<
    BoardColumn,
    number
  >);

test.each([
  [{ toMeet: 40, toSurvey: 1 }, 'toSurvey'],
  [{ toSubmit: 111, disputed: 1, toSurvey: 3 }, 'disputed'],
  [{ posting: 86, submitted: 4 }, 'posting'],
  [{ submitted: 9, concluded: 3 }, 'submitted'],
  [{ toDecide: 2, submitted: 0, concluded: 3 }, 'toDecide'],
  [{ concluded: 12, gone: 1 }, null],
] as const)('%o is held back by %s', (counts, column) => expect(at(counts)).toBe(column));
