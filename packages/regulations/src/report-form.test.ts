import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportFormsSchema } from './report-form.schema.ts';

const { forms } = reportFormsSchema.parse(
  JSON.parse(readFileSync(new URL('../report-form/review-results/1/forms.json', import.meta.url), 'utf8')),
);

test('there are fifteen forms, 14 and 15 of them lists', () => {
  expect(forms.map((form) => form.number)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  expect(forms.filter((form) => form.kind === 'list').map((form) => form.number)).toEqual([14, 15]);
});

describe.each(forms.map((form) => [form.number, form] as const))('form %i', (_number, form) => {
  const keys = form.columns.map((column) => column.key);

  test('names each column once', () => {
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('computes only from columns it has', () => {
    for (const { value } of form.columns) {
      const names = 'rate' in value ? value.rate : 'columns' in value ? value.columns : [];
      for (const name of names.map((each) => each.replace(/^-/u, '')).filter((each) => !each.includes('/')))
        expect(
          keys.some((key) => key === name || (name.endsWith('*') && key.startsWith(name.slice(0, -1)))),
        ).toBe(true);
    }
  });

  test('counts the undetermined apart, unless it is a list', () => {
    expect(keys.includes('undetermined')).toBe(form.kind === 'table');
  });
});
