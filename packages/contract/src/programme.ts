import { z } from 'zod';

/** A node of a programme in the order of its tree; `depth` from 0. */
export const programmeNodeView = z.object({
  code: z.string(),
  /** "Dự án 3", "Nội dung 14". */
  label: z.string(),
  /** Null: its name was seen in no source. */
  name: z.string().nullable(),
  verified: z.boolean(),
  depth: z.int(),
  /** Who leads it on the day asked for. */
  leads: z.array(z.string()),
  source: z.string(),
});

export const programmeView = z.object({
  id: z.string(),
  name: z.string(),
  ground: z.string(),
  from: z.iso.date(),
  before: z.iso.date().nullable(),
  inForce: z.boolean(),
  leads: z.array(z.string()),
  nodes: z.array(programmeNodeView),
});
export type ProgrammeView = z.infer<typeof programmeView>;

/** All programmes as they stand on a day, the oldest first. */
export const programmeList = z.object({ day: z.iso.date(), programmes: z.array(programmeView) });
export type ProgrammeList = z.infer<typeof programmeList>;
