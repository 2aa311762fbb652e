import type { WorkingYear } from '@benvung/domain/shared/working-days';
import { z } from 'zod';
import { ground } from './shared-schemas.ts';

const decision = z.int().min(1).max(20).optional();

/** The working days of one year: holidays with days in lieu, and Saturdays worked for another day, with their decisions. */
export const workingYearSchema = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    status: z.enum(['shipped', 'loaded']),
    holidays: z
      .array(
        z.strictObject({
          day: z.iso.date(),
          name: z.string().min(1).max(100),
          inLieu: z.boolean(),
          decision,
        }),
      )
      .min(1)
      .max(60),
    swaps: z.array(z.strictObject({ off: z.iso.date(), worked: z.iso.date(), decision })).max(20),
    decisions: z.array(ground).min(1),
  })
  .refine(
    ({ year, holidays, swaps }) =>
      [...holidays.map(({ day }) => day), ...swaps.flatMap(({ off, worked }) => [off, worked])].every((day) =>
        day.startsWith(`${year}-`),
      ),
    { path: ['holidays'], message: 'có ngày của năm khác (a day of another year)' },
  )
  .refine(
    ({ holidays, swaps, decisions }) =>
      [...holidays, ...swaps].every((each) => (each.decision ?? 1) <= decisions.length),
    {
      path: ['decisions'],
      message: 'có ngày ghi số quyết định không có trong tệp (a decision that is not listed)',
    },
  ) satisfies z.ZodType<WorkingYear>;
