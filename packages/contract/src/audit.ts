import { z } from 'zod';
import { day, unitRef } from './shared.ts';

/** GET /api/audit: newest first; `before` is where the last page ended. */
export const auditAsked = z.object({
  from: day.optional(),
  to: day.optional(),
  /** User name, or `cli:root` for the command line. */
  actor: z.string().min(1).max(100).optional(),
  /** An act ("access.sign-in"), or the word before the dot for all acts of a group. */
  act: z
    .string()
    .regex(/^[a-z]+(\.[a-z-]+)?$/u)
    .optional(),
  subjectKind: z
    .string()
    .regex(/^[a-z-]+$/u)
    .optional(),
  subjectId: z.string().min(1).max(100).optional(),
  before: z.string().max(100).optional(),
});
export type AuditAsked = z.infer<typeof auditAsked>;

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const auditLine = z.object({
  lane: z.number().int(),
  sequence: z.number().int(),
  at: z.string(),
  actor: z.string(),
  /** Full name of the account; null for the command line and for accounts that are gone. */
  actorName: z.string().nullable(),
  act: z.string(),
  /** The act in the reader's language. */
  sentence: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  /** The area concerned, as it is called now. */
  unit: unitRef.nullable(),
  detail: z.record(z.string(), z.union([plain, z.array(plain), z.record(z.string(), z.unknown())])),
});
export type AuditLine = z.infer<typeof auditLine>;

export const auditPage = z.object({ entries: z.array(auditLine), next: z.string().nullable() });
export type AuditPage = z.infer<typeof auditPage>;

/** POST /api/audit/verification: the chains of one's areas, read from their beginning. */
export const auditVerdict = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  lanes: z.number().int(),
  checkedAt: z.string(),
  problems: z.array(
    z.object({ lane: z.number().int(), sequence: z.number().int(), kind: z.string(), text: z.string() }),
  ),
  /** The entry at the first break, where it still stands and lies in one's areas. */
  first: auditLine.nullable(),
});
export type AuditVerdictView = z.infer<typeof auditVerdict>;
