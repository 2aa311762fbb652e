import { LABOUR_STATUSES } from '@benvung/domain/household/household-facts';
import type { LowIncomeWorkerStandard } from '@benvung/domain/standard/low-income-worker';
import { z } from 'zod';
import { ground, natural, positive } from './shared-schemas.ts';

export const lowIncomeWorkerSchema: z.ZodType<LowIncomeWorkerStandard> = z.strictObject({
  id: z.string().min(1),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  ceilings: z.strictObject({ rural: positive, urban: positive }),
  workingFromAge: natural,
  workStatuses: z.array(z.enum(LABOUR_STATUSES)).min(1),
  ground,
});
