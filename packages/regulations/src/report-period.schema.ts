import { REPORT_PERIODS, type ReportDeadline } from '@benvung/domain/plan/duty/report-period';
import { LEVELS } from '@benvung/domain/territory/admin-unit';
import { z } from 'zod';
import { ground, text } from './shared-schemas.ts';

/** When reports are due by law or by a plan that others follow; how sure that is. */
export const reportPeriodsSchema = z.strictObject({
  id: z.string().min(1),
  periods: z
    .array(
      z
        .strictObject({
          code: z.string().regex(/^[a-z][a-z-]{1,40}$/u),
          title: text,
          period: z.enum(REPORT_PERIODS),
          /** `MM-DD` of a report that is made once a year. */
          dueOn: z
            .string()
            .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u)
            .nullable(),
          dayOfMonth: z.int().min(1).max(31).nullable(),
          before: z.boolean(),
          months: z.array(z.int().min(1).max(12)).min(1).nullable(),
          from: z.iso.date(),
          to: z.iso.date().nullable(),
          /** Who makes it. */
          levels: z.array(z.enum(LEVELS)).min(1),
          recipient: text,
          ground,
          confidence: z.enum(['high', 'medium', 'low']),
        })
        .refine(
          ({ period, dueOn, dayOfMonth }) =>
            (period === 'month' || period === 'quarter') === (dayOfMonth !== null && dueOn === null),
          'a month or quarter has a day of the month, every other period a day of the year',
        ),
    )
    .min(1)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'codes stand once'),
});
export type ReportPeriodRule = z.infer<typeof reportPeriodsSchema>['periods'][number];

/** The deadline of a rule in a year, as the domain computes with it. */
export const deadlineOfRule = (
  { period, dueOn, dayOfMonth, before, months }: ReportPeriodRule,
  year: number,
): ReportDeadline => ({
  period,
  day: dueOn === null ? null : `${year}-${dueOn}`,
  dayOfMonth,
  before,
  ...(months === null ? {} : { months }),
});
