import type { Span } from '../text/span.ts';

const END = /[.!?](?=\s+["“(]?\p{Lu})|;|\.\/\.?/gu;

/** Sentences and clauses set apart by semicolons, with their place. */
export function sentencesOf(text: string): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    if (match.index > start) found.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
