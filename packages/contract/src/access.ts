import { isStaff, ROLE_LABELS, ROLES } from '@benvung/domain/access/account-rules';
import { z } from 'zod';
import { commandBase, page, unitRef } from './shared.ts';

export { isStaff, ROLE_LABELS, ROLES };
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** POST /api/session */
export const signIn = z.object({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});

/** POST /api/session/second-step: six digits of the app, or a recovery code. */
export const secondStep = z.object({ code: z.string().min(6).max(20) });

/** GET and POST /api/session: who is signed in. `csrfToken` travels back in the header `x-csrf-token`. */
export const sessionView = z.object({
  account: z.object({ id: z.uuid(), username: z.string(), fullName: z.string() }),
  roles: z.array(z.object({ role, unit: unitRef })),
  /** The person's first area, where their home page opens. */
  home: unitRef,
  csrfToken: z.string(),
  /** 32 bytes in base64 by which this browser keeps what the person types; held in memory alone. */
  draftKey: z.string(),
  /** What has to be done before anything else opens, first things first. */
  pending: z.array(z.enum(['password', 'secondFactor'])),
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
  /** Name of the provider for signing in once; null where there is none. */
  openId: z.object({ name: z.string() }).nullable(),
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

const grant = z.object({ role, unitId: z.number().int().positive() });
const grants = z.array(grant).min(1).max(24);
const fullName = z.string().trim().min(1).max(120);
const password = z.string().min(1).max(200);
const version = z.number().int().positive();

export const accountStatus = z.enum(['active', 'disabled']);

const accountLine = z.object({
  id: z.uuid(),
  username: z.string(),
  fullName: z.string(),
  status: accountStatus,
  demonstration: z.boolean(),
  version,
  roles: z.array(z.object({ role, unit: unitRef })),
  secondFactorSince: z.string().nullable(),
  mustChangePassword: z.boolean(),
  lockedUntil: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
});
export type AccountLine = z.infer<typeof accountLine>;

/** GET /api/accounts */
export const accountsAsked = z.object({
  q: z.string().max(100).optional(),
  unit: z.coerce.number().int().positive().optional(),
  role: role.optional(),
  status: accountStatus.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const accountList = z.object({ accounts: z.array(accountLine), page });
export type AccountList = z.infer<typeof accountList>;

export const signedInDevice = z.object({
  id: z.uuid(),
  /** What the browser called itself, in short: "Chrome, Windows". */
  device: z.string(),
  way: z.enum(['password', 'openId']),
  startedAt: z.string(),
  lastSeenAt: z.string(),
  /** The session that asks. */
  current: z.boolean(),
});
export type SignedInDevice = z.infer<typeof signedInDevice>;

/** GET /api/accounts/:id */
export const accountView = accountLine.extend({
  externalName: z.string().nullable(),
  createdAt: z.string(),
  sessions: z.array(signedInDevice),
  recoveryCodesLeft: z.number().int(),
  /** Why the one who asks may not change this account; null when they may. */
  refusedBecause: z.string().nullable(),
});
export type AccountView = z.infer<typeof accountView>;

/** POST /api/accounts: without a password; one for a single use is made by the next step. */
export const createAccount = commandBase.extend({
  id: z.uuid(),
  username: z.string().min(1).max(60),
  fullName,
  grants,
});
export const renameAccount = commandBase.extend({ version, fullName });
export const setRoles = commandBase.extend({ version, grants });
export const setStatus = commandBase.extend({ version, status: accountStatus });
export const setExternalName = commandBase.extend({
  version,
  externalName: z.string().trim().min(1).max(200).nullable(),
});
export const accountCommand = commandBase;
/** One session, or all of them (but the one that asks). */
export const endSessions = commandBase.extend({ sessionId: z.uuid().optional() });
export const changedAccount = z.object({ id: z.uuid(), version });

/** POST /api/accounts/:id/one-time-password: shown this once and kept nowhere. */
export const oneTimePassword = z.object({ username: z.string(), password: z.string() });

/** GET /api/me */
export const ownAccount = z.object({
  username: z.string(),
  fullName: z.string(),
  roles: z.array(z.object({ role, unit: unitRef })),
  passwordChangedAt: z.string().nullable(),
  externalName: z.string().nullable(),
  secondFactor: z.object({
    since: z.string().nullable(),
    required: z.boolean(),
    recoveryCodesLeft: z.number().int(),
  }),
  sessions: z.array(signedInDevice),
});
export type OwnAccount = z.infer<typeof ownAccount>;

export const changePassword = z.object({ current: password, next: password });
export const withPassword = z.object({ password });
export const withCode = z.object({ code: z.string().min(6).max(20) });
/** What an authenticator app takes in: `address` as a picture, or the secret typed by hand (base32). */
export const secondFactorOffer = z.object({ secret: z.string(), address: z.string() });
export const recoveryCodes = z.object({ codes: z.array(z.string()) });

/** GET and POST /api/access-policy */
export const accessPolicy = z.object({ secondFactorRoles: z.array(role) });
export const setAccessPolicy = commandBase.extend({ secondFactorRoles: z.array(role).max(ROLES.length) });
export type AccessPolicy = z.infer<typeof accessPolicy>;

/** How signing in through the provider ended, in the address of the first page. */
export const OPEN_ID_OUTCOME = 'dang-nhap';
export const OPEN_ID_OUTCOMES = ['failed', 'unknown', 'second-step'] as const;
export type OpenIdOutcome = (typeof OPEN_ID_OUTCOMES)[number];

/** GET and POST /api/me/mail-address; `on`: whether this house sends mail at all. */
export const mailAddressView = z.object({ address: z.string().nullable(), on: z.boolean() });
export const setMailAddress = commandBase.extend({ address: z.email().max(254).nullable() });
