import {
  EDUCATION_LEVELS,
  LABOUR_STATUSES,
  SCHOOL_ATTENDANCES,
  TOILETS,
  WATER_SOURCES,
} from '@benvung/domain/household/household-facts';
import type { IndicatorRule } from '@benvung/domain/standard/indicator-rule';
import { z } from 'zod';
import { natural, positive } from './shared-schemas.ts';

const method = <Name extends IndicatorRule['method']>(name: Name) => z.literal(name);
const ages = { fromAge: natural, toAge: positive };

/** One schema an engine method: a method without a schema, or the reverse, does not compile. */
export const indicatorRule: z.ZodType<IndicatorRule> = z.discriminatedUnion('method', [
  z.strictObject({
    method: method('job-without-contract'),
    ...ages,
    lacking: z.array(z.enum(LABOUR_STATUSES)).min(1),
    outside: z.array(z.enum(LABOUR_STATUSES)),
  }),
  z.strictObject({
    method: method('share-of-dependents'),
    childUnderAge: positive,
    elderlyFromAge: positive,
    socialAllowances: z.array(z.string().min(1)).min(1),
    otherAllowances: z.array(z.string().min(1)).min(1),
  }),
  z.strictObject({ method: method('child-nutrition'), underAge: positive }),
  z.strictObject({ method: method('insurance-from-age'), fromAge: natural }),
  z.strictObject({
    method: method('education-for-age'),
    bands: z.array(z.strictObject({ ...ages, finished: z.enum(EDUCATION_LEVELS) })).min(1),
  }),
  z.strictObject({
    method: method('education-born-from'),
    fromAge: natural,
    bornFrom: positive,
    finished: z.enum(EDUCATION_LEVELS),
  }),
  z.strictObject({
    method: method('school-level-for-age'),
    bands: z.array(z.strictObject({ ...ages, attending: z.enum(SCHOOL_ATTENDANCES) })).min(1),
  }),
  z.strictObject({ method: method('school-attendance'), ...ages }),
  z.strictObject({ method: method('untreated-illness') }),
  z.strictObject({ method: method('durable-structures'), lackingAtLeast: z.number().int().min(1).max(3) }),
  z.strictObject({ method: method('area-per-person'), squareMetres: positive }),
  z.strictObject({ method: method('water-source'), clean: z.array(z.enum(WATER_SOURCES)).min(1) }),
  z.strictObject({ method: method('toilet-kind'), hygienic: z.array(z.enum(TOILETS)).min(1) }),
  z.strictObject({ method: method('internet-use') }),
  z.strictObject({ method: method('phone-or-internet-use') }),
  z.strictObject({ method: method('information-device') }),
  z.strictObject({ method: method('information-device-or-loudspeaker') }),
  z.strictObject({ method: method('not-collected') }),
]);
