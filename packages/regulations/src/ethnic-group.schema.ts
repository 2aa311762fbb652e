import { z } from 'zod';

/** Codes of QĐ 121-TCTK/PPCĐ 1979; `uncertain` codes differ between the sources at hand. */
export const ethnicGroupsSchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{2}$/u),
        name: z.string().min(1),
        aliases: z.array(z.string().min(1)),
        uncertain: z.boolean(),
        verySmall: z.boolean(),
      }),
    )
    .min(1),
});
export type EthnicGroups = z.infer<typeof ethnicGroupsSchema>;
export type EthnicGroup = EthnicGroups['groups'][number];
