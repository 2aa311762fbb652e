import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** A unit as screens and files name it: the surrogate id, and the code and names it bears on a day. */
export const unitRef = z.object({
  id: z.number().int(),
  code: z.string().nullable(),
  level: z.enum(['nation', 'province', 'district', 'commune', 'village']),
  /** Full name with its type, e.g. "Xã Bằng Mạc". */
  name: z.string(),
});
export type UnitRef = z.infer<typeof unitRef>;

export const page = z.object({
  page: z.number().int().min(1),
  pageSize: z.number().int(),
  total: z.number().int(),
});

/**
 * RFC 9457 problem details; `title` is the sentence for the person, `code` the domain's problem code, `values`
 * what filled its blanks, `errors` names cells or fields.
 */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  errors: z.array(z.object({ at: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type ProblemDetails = z.infer<typeof problemDetails>;

/** Every command carries an id made by the client; the same id twice does no harm. */
/** The paper of an act, a draft in the register of documents. */
export const paperMade = z.object({ documentId: z.uuid() });

export const commandBase = z.object({ commandId: z.uuid() });
