import {
  mailAddressView,
  type OwnAccount,
  ownAccount,
  recoveryCodes,
  secondFactorOffer,
} from '@benvung/contract/access';
import { calendarFeedMade, calendarFeedView } from '@benvung/contract/calendar';
import { queryOptions } from '@tanstack/react-query';
import { request, send } from '../../platform/http.ts';

export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  staleTime: 0,
  queryFn: ({ signal }): Promise<OwnAccount> => request('/api/me', ownAccount, { signal }),
});

const post = (body: unknown) => ({ method: 'POST', body }) as const;

export const changePassword = (typed: { current: string; next: string }): Promise<void> =>
  send('/api/me/password', post(typed));

export const offerSecondFactor = (password: string) =>
  request('/api/me/second-factor', secondFactorOffer, post({ password }));

export const confirmSecondFactor = (code: string) =>
  request('/api/me/second-factor/confirmation', recoveryCodes, post({ code }));

export const removeSecondFactor = (password: string): Promise<void> =>
  send('/api/me/second-factor/removal', post({ password }));

export const renewRecoveryCodes = (password: string) =>
  request('/api/me/recovery-codes', recoveryCodes, post({ password }));

export const endOwnSessions = (sessionId: string | undefined, commandId: string): Promise<void> =>
  send('/api/me/sessions-end', post({ commandId, sessionId }));

export const calendarFeedQuery = queryOptions({
  queryKey: ['own-account', 'calendar'],
  staleTime: 0,
  queryFn: ({ signal }) => request('/api/me/calendar', calendarFeedView, { signal }),
});

export const makeCalendar = () => request('/api/me/calendar', calendarFeedMade, { method: 'POST' });

export const endCalendar = (): Promise<void> => send('/api/me/calendar', { method: 'DELETE' });

export const mailAddressQuery = queryOptions({
  queryKey: ['own-account', 'mail'],
  queryFn: ({ signal }) => request('/api/me/mail-address', mailAddressView, { signal }),
});

export const setMailAddress = (address: string | null, commandId: string) =>
  request('/api/me/mail-address', mailAddressView, { method: 'POST', body: { address, commandId } });
