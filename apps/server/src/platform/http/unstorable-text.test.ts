import { expect, test } from 'vitest';
import { findUnstorableText } from './unstorable-text.ts';

test.each([
  [{ name: 'Nguyễn Văn A', tags: ['🌾', 1, null, true], raw: Buffer.from([0]) }, undefined],
  [{ name: 'a\u0000' }, 'name'],
  [{ members: [{ name: 'x' }, { name: '\ud800' }] }, 'members.1.name'],
  [{ 'a\udfff': 1 }, ''],
  ['\u0000', ''],
  [undefined, undefined],
])('text no database keeps is found: %j', (value, at) => {
  expect(findUnstorableText(value)).toBe(at);
});
