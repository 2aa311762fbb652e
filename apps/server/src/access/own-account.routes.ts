import {
  changePassword,
  endSessions,
  ownAccount,
  recoveryCodes,
  secondFactorOffer,
  withCode,
  withPassword,
} from '@benvung/contract/access';
import { isTotpCode, typedCode } from '@benvung/domain/access/second-factor';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { AuditDetail } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { readAccessPolicy } from './access-policy.ts';
import { findAccountById, holdAccount, type ManagedAccount } from './account.store.ts';
import { changeOwnPassword, holdOwnAccount } from './change-password.ts';
import type { SignInParts } from './enter.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { offerSecret, replaceRecoveryCodes, turnOff, turnOn } from './second-factor.store.ts';
import { openTotpSecret, sealTotpSecret } from './second-step.ts';
import { deleteSessionsOf } from './session.store.ts';
import { matchCode, newTotpSecret, totpAddress } from './totp.ts';
import { readDevices, readUnitsOf, rolesOf } from './view-account.ts';

type App = Parameters<FeatureRoutes>[0];
type Context = RouteContext<'signedIn'>;

const access = 'signedIn';
const transaction = 'unnarrowed';
/** Guessing one's own password or code through an open session is as slow as through the front door. */
const rateLimit = { max: 20, seconds: 60 } as const;

function record({ principal, audit }: Context, act: string, detail: AuditDetail = {}): void {
  const scopePath = principal.grants[0]?.path;
  const subject = { kind: 'account', id: principal.accountId };
  audit({ act, subject, detail, ...(scopePath === undefined ? {} : { scopePath }) });
}

const isRequired = async (db: Db, account: ManagedAccount): Promise<boolean> => {
  const { secondFactorRoles } = await readAccessPolicy(db);
  return account.grants.some(({ role }) => secondFactorRoles.includes(role));
};

/** One's own account: what everyone may do with the way into it. */
export function ownAccountRoutes(app: App, parts: SignInParts): void {
  const { clock } = parts;

  defineRoute(app, {
    method: 'GET',
    path: '/api/me',
    access,
    transaction,
    whilePending: true,
    summary: 'Tài khoản của tôi / My account',
    response: ownAccount,
    handler: async ({ db, principal }) => {
      const account = await findAccountById(db, principal.accountId);
      if (account === undefined) return refuse('shared.not-found');
      const ownTokenHash = principal.sessionId;
      return ok({
        username: account.username,
        fullName: account.full_name,
        roles: rolesOf(account, await readUnitsOf(db, [account], clock.today())),
        passwordChangedAt: account.password_changed_at,
        externalName: account.external_name,
        secondFactor: {
          since: account.totp_since,
          required: await isRequired(db, account),
          recoveryCodesLeft: account.recovery_codes_left,
        },
        sessions: await readDevices(db, account.id, { now: clock.now(), ownTokenHash }),
      });
    },
  });

  // The password routes carry no command id: receipts keep what is sent and answered.
  defineRoute(app, {
    method: 'POST',
    path: '/api/me/password',
    access,
    transaction,
    whilePending: true,
    rateLimit,
    act: 'access.change-password',
    summary: 'Đổi mật khẩu của tôi / Change my password',
    body: changePassword,
    handler: async (context, { body }) => {
      const { db, principal } = context;
      const changed = await changeOwnPassword(db, {
        ...body,
        accountId: principal.accountId,
        sessionTokenHash: principal.sessionId,
        at: clock.now(),
      });
      if (!changed.ok) return changed;
      record(context, 'access.change-password', { endedSessions: changed.value.ended });
      return ok(undefined);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/me/sessions-end',
    access,
    transaction,
    act: 'access.end-own-sessions',
    summary: 'Kết thúc phiên khác của tôi / End other sessions of mine',
    body: endSessions,
    handler: async (context, { body }) => {
      const { db, principal } = context;
      const which = { sessionId: body.sessionId, except: principal.sessionId };
      const ended = await deleteSessionsOf(db, principal.accountId, which);
      record(context, 'access.end-own-sessions', { ended });
      return ok(undefined);
    },
  });

  secondFactorRoutes(app, parts);
}

function secondFactorRoutes(app: App, { clock, secrets }: SignInParts): void {
  defineRoute(app, {
    method: 'POST',
    path: '/api/me/second-factor',
    access,
    transaction,
    whilePending: true,
    rateLimit,
    act: 'access.offer-second-factor',
    summary: 'Bắt đầu đặt lớp bảo vệ thứ hai / Begin to set up a second factor',
    body: withPassword,
    response: secondFactorOffer,
    handler: async (context, { body }) => {
      const { db, principal } = context;
      const held = await holdOwnAccount(db, principal.accountId, body.password);
      if (!held.ok) return held;
      const account = held.value;
      if (account.totp_since !== null) return refuse('access.second-factor-on');
      const secret = newTotpSecret();
      await offerSecret(db, account.id, sealTotpSecret(secrets, account.id, secret));
      record(context, 'access.offer-second-factor');
      return ok({ secret, address: totpAddress(secret, account.username) });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/me/second-factor/confirmation',
    access,
    transaction,
    whilePending: true,
    rateLimit,
    act: 'access.turn-on-second-factor',
    summary: 'Bật lớp bảo vệ thứ hai / Turn the second factor on',
    body: withCode,
    response: recoveryCodes,
    handler: async (context, { body }) => {
      const { db, principal } = context;
      const account = await holdAccount(db, principal.accountId);
      if (account === undefined || account.totp_secret === null) return refuse('access.second-factor-off');
      if (account.totp_since !== null) return refuse('access.second-factor-on');
      const secret = openTotpSecret(secrets, account);
      if (secret === undefined) return refuse('access.second-factor-off');
      const code = typedCode(body.code);
      const now = clock.now();
      const step = isTotpCode(code) ? matchCode({ secret, lastStep: 0 }, code, now) : undefined;
      if (step === undefined) return refuse('access.second-factor-wrong');
      await turnOn(db, account.id, { at: now, step });
      const codes = await renewRecoveryCodes(db, account.id);
      await deleteSessionsOf(db, account.id, { except: principal.sessionId });
      record(context, 'access.turn-on-second-factor');
      return ok({ codes });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/me/second-factor/removal',
    access,
    transaction,
    rateLimit,
    act: 'access.turn-off-second-factor',
    summary: 'Tắt lớp bảo vệ thứ hai / Turn the second factor off',
    body: withPassword,
    handler: async (context, { body }) => {
      const { db, principal } = context;
      const held = await holdOwnAccount(db, principal.accountId, body.password);
      if (!held.ok) return held;
      if (await isRequired(db, held.value)) return refuse('access.second-factor-required');
      await turnOff(db, principal.accountId);
      record(context, 'access.turn-off-second-factor');
      return ok(undefined);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/me/recovery-codes',
    access,
    transaction,
    rateLimit,
    act: 'access.renew-recovery-codes',
    summary: 'Tạo mã dự phòng mới / Make new recovery codes',
    body: withPassword,
    response: recoveryCodes,
    handler: async (context, { body }) => {
      const { db, principal } = context;
      const held = await holdOwnAccount(db, principal.accountId, body.password);
      if (!held.ok) return held;
      if (held.value.totp_since === null) return refuse('access.second-factor-off');
      const codes = await renewRecoveryCodes(db, principal.accountId);
      record(context, 'access.renew-recovery-codes');
      return ok({ codes });
    },
  });
}

/** The codes are told once; only their hashes are kept. */
async function renewRecoveryCodes(db: Db, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(
    db,
    accountId,
    codes.map((code) => hashRecoveryCode(accountId, code)),
  );
  return codes;
}
