import { z } from 'zod';

const words = z.array(z.string().min(1));

/** Agencies and terms of the field, and how they are miswritten. */
export const planLexiconSchema = z.strictObject({
  misspellings: z.array(
    z.strictObject({
      wrong: z.string().min(1),
      right: z.string().min(1),
      /** Words that make it right when they stand before it ("mục tiêu dự án") or after it. */
      notAfter: words.optional(),
      notBefore: words.optional(),
    }),
  ),
  /** Names of four words and more: one word of them a letter or mark off is a slip. */
  terms: words,
  /** What may stand twice in a row. */
  doubled: words,
});
