import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [undefined, undefined, 'vi'],
  ['en', undefined, 'en'],
  ['fr-FR, fr;q=0.9', undefined, 'vi'],
  ['en-US,en;q=0.9,vi;q=0.8', undefined, 'en'],
  ['en;q=0.5, vi', undefined, 'vi'],
  ['fr, en;q=0.4, vi;q=0', undefined, 'en'],
  ['en', 'vi', 'vi'],
  ['vi', 'en', 'en'],
  ['en', 'de', 'en'],
])('accept-language %s with ?lang=%s is %s', (header, lang, expected) =>
  expect(languageOf({ headers: { 'accept-language': header }, query: { lang } } as never)).toBe(expected),
);
