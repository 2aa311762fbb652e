import { expect, test } from 'vitest';
import { newHeldRows, RowsHeldError } from './held-rows.ts';

test('what a part wrote over is refused to others until it is released; reading is not', () => {
  const held = newHeldRows();
  held.note('list', 'update person p set x = 1');
  held.note('list', 'with k as (select 1) insert into "review_record" select 1');
  for (const sql of [
    'update "person" set y = 2',
    'delete from review_record r',
    'insert into person values ($1)',
    'alter table household add x integer',
  ])
    expect(() => held.admit(sql)).toThrow(RowsHeldError);
  expect(held.admit('select * from person')).toBe('select * from person');
  expect(held.admit('update session set x = 1')).toBe('update session set x = 1');
  held.release('list');
  expect(held.admit('update person set y = 2')).toBe('update person set y = 2');
});

test.each([
  ['select 1 from t for update', 'select 1 from t for update nowait'],
  ['select 1 from t r for update of r\n', 'select 1 from t r for update of r\n nowait'],
  ['select 1 from t for share', 'select 1 from t for share nowait'],
  ['select 1 from t for update skip locked', 'select 1 from t for update skip locked'],
  ['select 1 from t', 'select 1 from t'],
])('a lock is taken at once or not at all: %s', (sql, admitted) =>
  expect(newHeldRows().admit(sql)).toBe(admitted),
);
