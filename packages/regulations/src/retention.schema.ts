import { z } from 'zod';
import { ground } from './shared-schemas.ts';

export const RETENTION_KINDS = [
  'session',
  'signInLock',
  'commandReceipt',
  'job',
  'endedHousehold',
  'grievance',
  'onlineRequest',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** How long each kind of data is kept; `keepDays` null: no period is set, nothing is taken away. */
export const retentionSchema = z.strictObject({
  id: z.string().min(1),
  rules: z
    .array(
      z.strictObject({
        kind: z.enum(RETENTION_KINDS),
        keepDays: z.int().min(1).nullable(),
        ground,
      }),
    )
    // An earlier version knows fewer kinds; the newest one is the one that holds.
    .min(1),
});
export type RetentionRule = z.infer<typeof retentionSchema>['rules'][number];
