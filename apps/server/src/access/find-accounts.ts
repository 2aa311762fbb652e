import type { AccountLine, accountsAsked } from '@benvung/contract/access';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ROLE_LABELS, usernameKey } from '@benvung/domain/access/account-rules';
import { writtenDay } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { z } from 'zod';
import type { PrintedList } from '../exchange/list-file.public.ts';
import { type Clock, dayInVietnam } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUnitPath } from '../territory/territory.public.ts';
import { listAccounts } from './account.store.ts';
import { lineOf, readUnitsOf } from './view-account.ts';

interface AccountsSought {
  readonly query: z.output<typeof accountsAsked>;
  /** Areas where the caller is an administrator. */
  readonly areas: readonly string[];
  readonly clock: Clock;
  readonly pageSize: number;
}

/** One page of the accounts of the caller's areas, and how many there are. */
export async function findAccounts(
  db: Db,
  { query, areas, clock, pageSize }: AccountsSought,
): Promise<Result<{ accounts: AccountLine[]; total: number }, Problem<ProblemCode>>> {
  const { q, unit, role, status, page } = query;
  const day = clock.today();
  const path = unit === undefined ? undefined : await findUnitPath(db, unit, day);
  if (unit !== undefined && (path === undefined || !isInside(areas, path)))
    return refuse('shared.outside-area');
  const sought = q === undefined || q.trim() === '' ? undefined : q;
  const { rows, total } = await listAccounts(db, {
    areas,
    day,
    searchKey: sought === undefined ? undefined : searchKey(sought),
    username: sought === undefined ? undefined : usernameKey(sought),
    path,
    role,
    status,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const units = await readUnitsOf(db, rows, day);
  return ok({ accounts: rows.map((account) => lineOf(account, units, clock.now())), total });
}

/** Accounts as a list to print. */
export const printedAccounts = (
  accounts: readonly AccountLine[],
): Pick<PrintedList, 'title' | 'place' | 'facts' | 'signed' | 'columns' | 'rows'> => ({
  title: 'Danh sách tài khoản',
  place: '',
  facts: [],
  signed: false,
  columns: [
    { header: 'Tên đăng nhập', width: 20 },
    { header: 'Họ và tên', width: 26 },
    { header: 'Vai trò, địa bàn', width: 44 },
    { header: 'Tình trạng', width: 12 },
    { header: 'Lớp bảo vệ thứ hai', width: 12 },
    { header: 'Đăng nhập gần nhất', width: 13 },
  ],
  rows: accounts.map((one) => [
    one.username,
    one.fullName,
    one.roles.map(({ role, unit }) => `${ROLE_LABELS[role].vi} · ${unit.name}`).join('; '),
    one.status === 'active' ? 'đang dùng' : 'đã khóa',
    one.secondFactorSince === null ? 'chưa' : 'có',
    one.lastSignInAt === null ? null : writtenDay(dayInVietnam(one.lastSignInAt)),
  ]),
});
