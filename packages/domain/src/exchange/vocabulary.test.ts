import { describe, expect, it } from 'vitest';
import * as households from './exchange-words.ts';
import * as members from './member-words.ts';

const vocabularies = Object.entries({ ...households, ...members });

describe('the words of files', () => {
  it.each(vocabularies)('%s: every label leads to one code, also without marks and case', (_name, words) => {
    const codes = words.labels.map((label) => words.find(label));
    expect(new Set(codes).size).toBe(words.labels.length);
    for (const label of words.labels) {
      const code = words.find(label);
      expect(code).toBeDefined();
      expect(words.label(code as never)).toBe(label);
      expect(words.find(label.toUpperCase())).toBe(code);
    }
  });
  it.each([
    ['Bà', 'grandparent'],
    ['Ba', 'parent'],
    ['con gai', 'child'],
    ['VỢ / CHỒNG', 'spouse'],
    ['Anh-chị-em', 'sibling'],
  ])('“%s” is %s', (text, code) => expect(households.relationWords.find(text)).toBe(code));
});
