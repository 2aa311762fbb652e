/** Half of a letter that takes two (a lone surrogate), or a NUL. */
const isUnstorable = (text: string): boolean => text.includes('\u0000') || /\p{Surrogate}/u.test(text);

/**
 * Where a value holds text that JSON can carry but no database keeps; dotted, '' for the value itself. Bytes are
 * not looked into. However deep the value: nothing here calls itself.
 */
export function findUnstorableText(value: unknown): string | undefined {
  const waiting: { readonly value: unknown; readonly at: readonly string[] }[] = [{ value, at: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: part, at } = next;
    if (typeof part === 'string' && isUnstorable(part)) return at.join('.');
    if (part === null || typeof part !== 'object' || ArrayBuffer.isView(part)) continue;
    for (const [key, below] of Object.entries(part)) {
      if (isUnstorable(key)) return at.join('.');
      if (typeof below === 'string' ? isUnstorable(below) : typeof below === 'object')
        waiting.push({ value: below, at: at.length < DEEPEST_TOLD ? [...at, key] : at });
    }
  }
  return undefined;
}

const DEEPEST_TOLD = 20;
