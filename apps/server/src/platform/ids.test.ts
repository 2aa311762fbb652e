import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from './ids.ts';

test('ids are version 7, distinct, and ordered as they were made, past 4,096 in one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids.slice(0, 100)) expect(z.uuidv7().safeParse(id).success).toBe(true);
});
