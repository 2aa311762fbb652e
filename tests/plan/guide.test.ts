import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkedRules } from '../../packages/domain/src/plan/check/check-plan-document.ts';

const ROW = /^\| `([a-z-]+(?:\.[a-z-]+)?)` \| (.+?) \| (.*?) \|$/gmu;

test('the guide says of every rule what it looks for, with an example, and of no other', () => {
  const guide = readFileSync(new URL('../../docs/guide/plan-check.md', import.meta.url), 'utf8');
  const told = [...guide.matchAll(ROW)];
  expect(told.map(([, id]) => id).sort()).toEqual(checkedRules.map(({ id }) => id).sort());
  expect(told.filter(([, , looksFor, example]) => !looksFor || !example).map(([, id]) => id)).toEqual([]);
});
