import {
  accessPolicy,
  accountCommand,
  accountList,
  accountsAsked,
  accountView,
  changedAccount,
  createAccount,
  endSessions,
  oneTimePassword,
  renameAccount as renameCommand,
  setAccessPolicy,
  setExternalName,
  setRoles,
  setStatus,
} from '@benvung/contract/access';
import { listFileAsked } from '@benvung/contract/exchange';
import { problemText } from '@benvung/contract/problem-texts';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { givenBy, listFile, MOST_FILE_ROWS } from '../exchange/list-file.public.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { readAccessPolicy, writeAccessPolicy } from './access-policy.ts';
import type { SignInParts } from './enter.ts';
import { findAccounts, printedAccounts } from './find-accounts.ts';
import {
  allowExternalName,
  changeRoles,
  changeStatus,
  endSessionsOf,
  findManaged,
  issueOneTimePassword,
  type Managing,
  openAccount,
  refusalToManage,
  renameAccount,
  resetSecondFactor,
} from './manage-account.ts';
import { lineOf, readDevices, readUnitsOf } from './view-account.ts';

type App = Parameters<FeatureRoutes>[0];
type Administrators = readonly ['administrator'];
const access: Administrators = ['administrator'];
const transaction = 'unnarrowed';
const params = z.object({ id: z.uuid() });
const PAGE_SIZE = 50;

const managingOf = ({ db, clock, principal, audit }: RouteContext<Administrators>): Managing => ({
  db,
  day: clock.today(),
  now: clock.now(),
  manager: { accountId: principal.accountId, held: principal.grants },
  audit,
});

/** Accounts as an administrator manages them, within their own areas only. */
export function accountRoutes(app: App, { clock }: SignInParts): void {
  defineRoute(app, {
    method: 'GET',
    path: '/api/accounts',
    access,
    transaction,
    summary: 'Tài khoản trong phạm vi quản trị / Accounts of one’s areas',
    query: accountsAsked,
    response: accountList,
    handler: async ({ db, areas }, { query }) => {
      const { page } = query;
      const found = await findAccounts(db, { query, areas, clock, pageSize: PAGE_SIZE });
      if (!found.ok) return found;
      const { accounts, total } = found.value;
      return ok({ accounts, page: { page, pageSize: PAGE_SIZE, total } });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/accounts/file',
    access,
    transaction,
    act: 'access.export-accounts',
    summary: 'Xuất tài khoản trong phạm vi quản trị / Accounts of one’s areas as a file',
    query: accountsAsked.omit({ page: true }).extend(listFileAsked.shape),
    response: fileResponse,
    rateLimit: { max: 20, seconds: 60 },
    handler: async ({ db, areas, principal, audit }, { query }) => {
      const asked = { ...query, page: 1 };
      const found = await findAccounts(db, { query: asked, areas, clock, pageSize: MOST_FILE_ROWS });
      if (!found.ok) return found;
      const { accounts, total } = found.value;
      if (total > MOST_FILE_ROWS) return refuse('exchange.list-too-long', { total, most: MOST_FILE_ROWS });
      audit({ act: 'access.export-accounts', detail: { accounts: accounts.length, format: query.format } });
      const list = { ...printedAccounts(accounts), ...givenBy({ principal, clock }) };
      return ok(await listFile(`tai-khoan-${clock.today()}`, list, query));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/accounts/:id',
    access,
    transaction,
    summary: 'Một tài khoản / One account',
    params,
    response: accountView,
    handler: async (context, input) => {
      const { db, principal, language } = context;
      const managing = managingOf(context);
      const found = await findManaged(managing, input.params.id);
      if (!found.ok) return found;
      const { account } = found.value;
      const units = await readUnitsOf(db, [account], clock.today());
      const refused = refusalToManage(managing, found.value);
      return ok({
        ...lineOf(account, units, clock.now()),
        externalName: account.external_name,
        createdAt: account.created_at,
        recoveryCodesLeft: account.recovery_codes_left,
        sessions: await readDevices(db, account.id, {
          now: clock.now(),
          ownTokenHash: principal.sessionId,
        }),
        refusedBecause: refused === null ? null : problemText(refused, language),
      });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/accounts',
    access,
    transaction,
    act: 'access.add-account',
    summary: 'Thêm tài khoản / Add an account',
    body: createAccount,
    response: changedAccount,
    status: 201,
    handler: async (context, { body }) => openAccount(managingOf(context), body),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/accounts/:id/name',
    access,
    transaction,
    act: 'access.rename-account',
    summary: 'Sửa họ tên của tài khoản / Rename an account',
    params,
    body: renameCommand,
    response: changedAccount,
    handler: async (context, { params: { id }, body }) => renameAccount(managingOf(context), { ...body, id }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/accounts/:id/roles',
    access,
    transaction,
    act: 'access.change-roles',
    summary: 'Giao và thu hồi vai trò / Give and withdraw roles',
    params,
    body: setRoles,
    response: changedAccount,
    handler: async (context, { params: { id }, body }) => changeRoles(managingOf(context), { ...body, id }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/accounts/:id/status',
    access,
    transaction,
    act: 'access.change-status',
    summary: 'Khóa hoặc mở tài khoản / Disable or enable an account',
    params,
    body: setStatus,
    response: changedAccount,
    handler: async (context, { params: { id }, body }) => changeStatus(managingOf(context), { ...body, id }),
  });

  // No command id: a receipt would keep the password. Sent twice, the later password holds.
  defineRoute(app, {
    method: 'POST',
    path: '/api/accounts/:id/one-time-password',
    access,
    transaction,
    act: 'access.reset-password',
    summary: 'Cấp mật khẩu dùng một lần / Issue a one-time password',
    params,
    response: oneTimePassword,
    rateLimit: { max: 60, seconds: 60 },
    handler: async (context, { params: { id } }) => issueOneTimePassword(managingOf(context), { id }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/accounts/:id/second-factor-reset',
    access,
    transaction,
    act: 'access.reset-second-factor',
    summary: 'Đặt lại lớp bảo vệ thứ hai / Reset the second factor',
    params,
    body: accountCommand,
    response: changedAccount,
    handler: async (context, { params: { id } }) => resetSecondFactor(managingOf(context), { id }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/accounts/:id/sessions-end',
    access,
    transaction,
    act: 'access.end-sessions',
    summary: 'Kết thúc phiên làm việc / End sessions',
    params,
    body: endSessions,
    response: changedAccount,
    handler: async (context, { params: { id }, body }) =>
      endSessionsOf(managingOf(context), { id, sessionId: body.sessionId }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/accounts/:id/external-name',
    access,
    transaction,
    act: 'access.allow-open-id',
    summary: 'Cho phép đăng nhập một lần / Allow signing in through the provider',
    params,
    body: setExternalName,
    response: changedAccount,
    handler: async (context, { params: { id }, body }) =>
      allowExternalName(managingOf(context), { ...body, id }),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/access-policy',
    access,
    summary: 'Quy định về đăng nhập / Rules of signing in',
    response: accessPolicy,
    handler: async ({ db }) => ok(await readAccessPolicy(db)),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/access-policy',
    access,
    transaction,
    act: 'access.set-policy',
    summary: 'Đặt quy định về đăng nhập / Set the rules of signing in',
    body: setAccessPolicy,
    response: accessPolicy,
    handler: async ({ db, areas, audit }, { body }) => {
      if (!areas.includes(NATION_PATH)) return refuse('access.nation-only');
      const { secondFactorRoles } = body;
      await writeAccessPolicy(db, secondFactorRoles);
      audit({ act: 'access.set-policy', scopePath: NATION_PATH, detail: { secondFactorRoles } });
      return ok({ secondFactorRoles });
    },
  });
}
