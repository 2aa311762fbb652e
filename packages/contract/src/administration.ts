import { z } from 'zod';

const count = z.number().int();

/** GET /api/administration : what an administrator looks at first, of their own areas. */
export const administrationView = z.object({
  /** When a backup was last begun by this system's own command; null: never, or by other tools. */
  lastBackupAt: z.string().nullable(),
  lastRestoreAt: z.string().nullable(),
  /** Long work that failed in the last 7 days. */
  failedJobs: count,
  accounts: z.object({ active: count, disabled: count, locked: count }),
  /** Standards that are only drafts, and scorecards whose official text is not at hand. */
  draftStandards: z.array(z.object({ id: z.string(), title: z.string() })),
  scorecards: z.array(
    z.object({
      id: z.string(),
      formCode: z.string(),
      standardId: z.string(),
      status: z.enum(['unverified', 'synthetic']),
    }),
  ),
});
export type AdministrationView = z.infer<typeof administrationView>;
