import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actSentence, actTexts } from '@benvung/contract/audit-acts';
import { problemTexts } from '@benvung/contract/problem-texts';
import { describe, expect, test } from 'vitest';
import { subjectWords } from '../../apps/web/src/features/access/audit.words.ts';

const server = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'apps/server/src');

/** Words before the dot of an act: features, and the few parts of the platform that act. */
const GROUPS = [
  ...readdirSync(server, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name),
  'table',
  'job',
];
const LITERAL = new RegExp(`['\`]((?:${GROUPS.join('|')})\\.[a-z]+(?:-[a-z]+)*)['\`]`, 'gu');

const SUBJECT = /subject: \{ kind: '([a-z-]+)'/gu;

/** Texts of the same form that name something else: refusals of a row, kinds of jobs, groups of answers. */
const NO_ACTS: readonly RegExp[] = [
  /^territory\.row-/u,
  /^demonstration\.(already-loaded|not-loaded|real-data-present|territory-missing)$/u,
  /^household\.(causes|wishes|possible-duplicate)$/u,
  /^exchange\.check$/u,
  /^document\.store$/u,
];

/** Acts the code puts together from parts, and what they come to. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'household.${kind}': ['household.move', 'household.end', 'household.undo-move'],
  'document.${act}': [
    'document.number',
    'document.sign',
    'document.issue',
    'document.replace',
    'document.withdraw',
    'document.discard',
  ],
  'review.${word}-round': ['review.close-round', 'review.reopen-round'],
};

/** Every text of the server's code that has the form of an act and is no problem code. */
function actsOfTheCode(): Map<string, string> {
  const acts = new Map<string, string>();
  for (const file of readdirSync(server, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.includes('testing/')) continue;
    const code = readFileSync(join(server, file), 'utf8');
    for (const [, name = ''] of code.matchAll(LITERAL)) {
      if (Object.hasOwn(problemTexts, name) || NO_ACTS.some((one) => one.test(name))) continue;
      acts.set(name, file);
    }
    for (const [, parts = ''] of code.matchAll(/act: `([^`]*\$\{[^`]*)`/gu)) {
      expect(Object.keys(PUT_TOGETHER), `${file}: say which acts this makes`).toContain(parts);
      for (const act of PUT_TOGETHER[parts] ?? []) acts.set(act, file);
    }
  }
  return acts;
}

test('every act of the code has words in both languages, and every word an act', () => {
  const acts = actsOfTheCode();
  const without = [...acts]
    .filter(([act]) => !Object.hasOwn(actTexts, act))
    .map(([act, file]) => `${act} (${file})`);
  expect(without, 'add these to packages/contract/src/audit-acts.ts').toEqual([]);
  expect(Object.keys(actTexts).filter((act) => !acts.has(act))).toEqual([]);
});

test('whatever an act is about has words on the page of the log', () => {
  const kinds = new Set<string>();
  for (const file of readdirSync(server, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
      for (const [, kind = ''] of readFileSync(join(server, file), 'utf8').matchAll(SUBJECT)) kinds.add(kind);
  expect(kinds.size).toBeGreaterThan(15);
  // a table is named with its number
  expect([...kinds].filter((kind) => kind !== 'table' && !Object.hasOwn(subjectWords.vi, kind))).toEqual([]);
});

describe('the sentence of an act', () => {
  test('names what its entry tells, days as people here write them', () => {
    expect(actSentence('access.add-account', { username: 'hoa' }, 'vi')).toBe('Thêm tài khoản hoa');
    expect(actSentence('territory.load-list', { day: '2025-07-01' }, 'vi')).toBe(
      'Nạp danh mục hành chính ngày 01/07/2025',
    );
  });
  test('leaves out a part whose blank the entry does not fill', () => {
    expect(actSentence('exchange.export', { year: 2024 }, 'vi')).toBe('Xuất danh sách hộ năm 2024');
    expect(actSentence('exchange.export', {}, 'en')).toBe('Exported the household list');
  });
  test('is the act’s own name when it is from another version', () => {
    expect(actSentence('later.act', {}, 'vi')).toBe('later.act');
  });
});
