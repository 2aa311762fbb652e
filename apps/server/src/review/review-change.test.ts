import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverFolder } from '../platform/server-folder.ts';

const WRITES =
  /\b(?:insert into|update|delete from)\s+(?:review_counter|review_round|population_base)\b|sql`(?:review_counter|review_round|population_base) where/i;

test('every file that writes counters, rounds or population bases notes that the commune changed', () => {
  const source = join(serverFolder, 'src');
  const writers = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|test-support/.test(name))
    .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }))
    .filter(({ text }) => WRITES.test(text));
  expect(writers.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['review/review-counter.store.ts', 'demonstration/removal.store.ts']),
  );
  const silent = writers.filter(({ text }) => !/\bnoteChanges(?:In|Everywhere)?\(/.test(text));
  expect(silent.map(({ name }) => name)).toEqual([]);
});
