import { LIMIT_KINDS } from '@benvung/domain/review/review-procedure';
import { z } from 'zod';
import { day } from './shared.ts';

const count = z.number().int();

/** GET /api/review-law : the working days and the versions of the review procedure that deadlines are counted by. */
export const reviewLawView = z.object({
  today: day,
  years: z.array(
    z.object({
      year: count,
      /** Shipped with the program, or loaded here in its place. */
      status: z.enum(['shipped', 'loaded']),
      holidays: z.array(z.object({ day, name: z.string(), inLieu: z.boolean() })),
      swaps: z.array(z.object({ off: day, worked: day })),
      sources: z.array(z.string()),
    }),
  ),
  procedures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      from: day,
      to: day.nullable(),
      inForce: z.boolean(),
      status: z.enum(['shipped', 'loaded']),
      sources: z.array(z.string()),
      limits: z.array(
        z.object({
          kind: z.enum(LIMIT_KINDS),
          days: count,
          dayKind: z.enum(['working', 'calendar', 'unknown']),
          source: z.string(),
        }),
      ),
    }),
  ),
});
export type ReviewLawView = z.infer<typeof reviewLawView>;
