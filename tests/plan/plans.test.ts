import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkText } from './check-text.ts';
import { SLIPS } from './plans.cases.ts';

const folder = new URL('plans/', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

test('every plan of the folder has its slips', () => {
  expect(Object.keys(SLIPS).sort()).toEqual(readdirSync(folder).sort());
});

describe.each(Object.keys(SLIPS))('%s', (file) => {
  const clean = textOf(file);

  test('raises no error and no warning as it stands', () => {
    expect(checkText(clean).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.each(SLIPS[file]!)('%s: %s → %s', (rule, from, to) => {
    const text = clean.replace(from, to);
    expect(text).not.toBe(clean);
    const found = checkText(text).filter(({ severity }) => severity !== 'info');
    expect(found.map((each) => each.rule)).toContain(rule);
  });
});
