import {
  accessPolicy,
  accountList,
  accountView,
  changedAccount,
  oneTimePassword,
  type Role,
} from '@benvung/contract/access';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';

export interface AccountsAsked {
  readonly unit: number;
  readonly q?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
  readonly page: number;
}

export const ACCOUNTS_KEY = ['accounts'] as const;

export const accountsQuery = (asked: AccountsAsked) =>
  queryOptions({
    queryKey: [...ACCOUNTS_KEY, 'list', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/accounts${query({ ...asked })}`, accountList, { signal }),
  });

export const exportAccounts = (
  { page: _page, ...asked }: AccountsAsked,
  { format }: Pick<ExportChoice, 'format'>,
) => requestFile(`/api/accounts/file${query({ ...asked, format })}`);

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...ACCOUNTS_KEY, 'one', id],
    staleTime: 0,
    queryFn: ({ signal }) => request(`/api/accounts/${id}`, accountView, { signal }),
  });

export const policyQuery = queryOptions({
  queryKey: ['access-policy'],
  queryFn: ({ signal }) => request('/api/access-policy', accessPolicy, { signal }),
});

/** An act on one account; what it takes stands in the contract under the same path. */
export const actOnAccount = (id: string, path: string, body: object) =>
  request(`/api/accounts/${id}/${path}`, changedAccount, { method: 'POST', body });

export const addAccount = (body: object) =>
  request('/api/accounts', changedAccount, { method: 'POST', body });

export const issueOneTimePassword = (id: string) =>
  request(`/api/accounts/${id}/one-time-password`, oneTimePassword, { method: 'POST' });

export const setPolicy = (secondFactorRoles: readonly Role[], commandId: string) =>
  request('/api/access-policy', accessPolicy, { method: 'POST', body: { commandId, secondFactorRoles } });
