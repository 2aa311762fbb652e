import { z } from 'zod';

/** The largest document to be checked, in megabytes. */
export const MOST_PLAN_MB = 20;

const place = { line: z.int(), column: z.int() };

/** One contradiction or fault, where it stands and what is probably meant. Lines and columns count from 1. */
export const planFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  ...place,
  /** The words it is about. */
  excerpt: z.string(),
  message: z.string(),
  expected: z.string().optional(),
  related: z.array(z.object({ line: z.int(), excerpt: z.string() })).optional(),
});
export type PlanFinding = z.infer<typeof planFinding>;

/** What was found in one document; `text` is what lines and columns count in. */
export const planCheckReport = z.object({
  file: z.string(),
  text: z.string(),
  /** The text was taken out of a Word or PDF file, which a corrected text cannot take the place of. */
  extracted: z.boolean(),
  findings: z.array(planFinding),
  /** What was understood: head, outline, targets, money, duties …, each with its line and column. */
  structure: z.record(z.string(), z.unknown()),
  /** The kinds of contradiction that were looked for. */
  checked: z.array(z.object({ rule: z.string(), title: z.string() })),
});
export type PlanCheckReport = z.infer<typeof planCheckReport>;

export const planCheckQuery = z.object({
  /** The name of the file, for the report. */
  file: z.string().max(200).default('van-ban.txt'),
  lang: z.enum(['vi', 'en']).default('vi'),
});
