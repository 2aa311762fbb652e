import { LIMIT_KINDS } from '@benvung/domain/review/review-procedure';
import { ROUND_KINDS } from '@benvung/domain/review/review-round';
import { z } from 'zod';
import { commandBase, day } from './shared.ts';

const count = z.number().int();

/** The decision a day off comes from; null: the table names its decisions for the year alone. */
const source = z.string().nullable();

/** GET /api/review-law : the working days and the versions of the review procedure that deadlines are counted by. */
export const reviewLawView = z.object({
  today: day,
  years: z.array(
    z.object({
      year: count,
      /** Shipped with the program, or loaded here in its place. */
      status: z.enum(['shipped', 'loaded']),
      holidays: z.array(z.object({ day, name: z.string(), inLieu: z.boolean(), source })),
      swaps: z.array(z.object({ off: day, worked: day, source })),
      sources: z.array(z.string()),
      /** The table as a file that can be changed and loaded. */
      file: z.unknown(),
    }),
  ),
  /** Deadlines over these years are provisional: weekends and fixed holidays alone are counted. */
  withoutTable: z.array(count),
  /** Law holds for the whole nation: whether the reader may load it. */
  mayLoad: z.boolean(),
  procedures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      from: day,
      to: day.nullable(),
      inForce: z.boolean(),
      status: z.enum(['shipped', 'loaded']),
      sources: z.array(z.string()),
      /** The steps of each kind of round, in words, how sure that is, and the source. */
      courses: z.array(
        z.object({
          kind: z.enum(ROUND_KINDS),
          steps: z.array(z.string()),
          confidence: z.enum(['source', 'derived', 'memory']),
          source: z.string(),
        }),
      ),
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

/** POST /api/review-law : a year's days off or a version of the procedure, as the text of its file; tried first. */
export const loadLawCommand = commandBase.extend({ text: z.string().max(400_000), dryRun: z.boolean() });
export const lawLoaded = z.object({
  kind: z.enum(['working-calendar', 'review-procedure']),
  name: z.string(),
  /** What stood under the name before. */
  replaces: z.enum(['shipped', 'loaded']).nullable(),
  /** Of a year: days that become working days or days off. */
  added: z.array(day),
  removed: z.array(day),
});
export type LawLoaded = z.infer<typeof lawLoaded>;
