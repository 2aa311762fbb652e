import { ROLES } from '@benvung/domain/access/account-rules';
import { z } from 'zod';
import { unitRef } from './shared.ts';

export { ROLES };
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** POST /api/session */
export const signIn = z.object({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});

/** GET and POST /api/session: who is signed in. `csrfToken` travels back in the header `x-csrf-token`. */
export const sessionView = z.object({
  account: z.object({ id: z.uuid(), username: z.string(), fullName: z.string() }),
  roles: z.array(z.object({ role, unit: unitRef })),
  /** The person's first area, where their home page opens. */
  home: unitRef,
  csrfToken: z.string(),
  /** The system's day; a demonstration database carries its own. */
  today: z.iso.date(),
  demonstration: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;

/** GET /api/public/info: what the sign-in page may show to anyone. */
export const publicInfo = z.object({
  version: z.string(),
  demonstration: z.boolean(),
  today: z.iso.date(),
  demonstrationAccounts: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      fullName: z.string(),
      role,
      unitName: z.string(),
    }),
  ),
});
export type PublicInfo = z.infer<typeof publicInfo>;
