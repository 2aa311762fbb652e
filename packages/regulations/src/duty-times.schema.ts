import type { DutyTimes } from '@benvung/domain/plan/duty/duty-standing';
import { z } from 'zod';
import { ground } from './shared-schemas.ts';

const workingDays = z.int().min(1).max(60);

/** When people are reminded of duties, in working days. */
export const dutyTimesSchema = z.strictObject({
  id: z.string().min(1),
  remindBefore: z.array(workingDays).max(5),
  remindLateEvery: workingDays,
  escalateAfter: workingDays,
  acceptWithin: workingDays,
  ground,
}) satisfies z.ZodType<DutyTimes>;
