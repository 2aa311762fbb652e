import { z } from 'zod';
import { text } from './shared-schemas.ts';

/** Groups that count as local ("dân tộc tại chỗ") on the ground of a province; its code is that of the first day. */
export const localMinoritySchema = z.strictObject({
  lists: z.array(
    z.strictObject({
      province: z.string().regex(/^\d{2}$/u),
      name: z.string().min(1),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
      groups: z.array(z.string().regex(/^\d{2}$/u)),
      confidence: z.enum(['verified', 'unverified']),
      source: text,
    }),
  ),
});
export type ShippedLocalGroups = z.infer<typeof localMinoritySchema>['lists'][number];
