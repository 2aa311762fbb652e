import { mailAddressView, setMailAddress } from '@benvung/contract/access';
import { ok } from '@benvung/domain/shared/result';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { readMailSettings } from '../platform/mail/mail-settings.ts';
import { findMailAddress, putMailAddress } from './mail-address.store.ts';

/** Where a person wants to be reminded of duties; nobody else sets or reads it. */
export const mailAddressRoutes: FeatureRoutes = (app) => {
  const shared = { path: '/api/me/mail-address', access: 'signedIn', transaction: 'unnarrowed' } as const;
  const isOn = (): boolean => readMailSettings(process.env) !== null;

  defineRoute(app, {
    ...shared,
    method: 'GET',
    summary: 'Địa chỉ nhận thư nhắc việc của mình / One’s own address for reminders',
    response: mailAddressView,
    handler: async ({ db, principal }) =>
      ok({ address: await findMailAddress(db, principal.accountId), on: isOn() }),
  });

  defineRoute(app, {
    ...shared,
    method: 'POST',
    summary: 'Đặt hoặc bỏ địa chỉ nhận thư nhắc việc / Set or drop one’s own address for reminders',
    body: setMailAddress,
    response: mailAddressView,
    act: 'access.set-mail-address',
    handler: async ({ db, principal, clock, audit }, { body }) => {
      const { accountId, grants } = principal;
      await putMailAddress(db, { accountId, address: body.address, at: clock.now() });
      audit({
        act: 'access.set-mail-address',
        subject: { kind: 'account', id: accountId },
        scopePath: grants[0]?.path ?? NATION_PATH,
        detail: { on: body.address !== null },
      });
      return ok({ address: body.address, on: isOn() });
    },
  });
};
