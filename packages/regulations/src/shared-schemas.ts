import { z } from 'zod';

export const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export const ground = z.strictObject({
  document: z.string().min(1),
  article: z.string().min(1).nullable(),
  label: z.string().min(1),
});
export const positive = z.number().int().positive();
export const natural = z.number().int().min(0);
