import type { ProblemCode } from '@benvung/contract/problem-texts';
import { checkPassword } from '@benvung/domain/access/password-rules';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { holdAccount, type ManagedAccount, updatePassword } from './account.store.ts';
import { hashPassword, isPassword } from './password.ts';
import { deleteSessionsOf } from './session.store.ts';

type Refusable<Value> = Result<Value, Problem<ProblemCode>>;

/** The account of whoever knows its password; asked again before anything that guards the way in is changed. */
export async function holdOwnAccount(
  db: Db,
  accountId: string,
  password: string,
): Promise<Refusable<ManagedAccount>> {
  const account = await holdAccount(db, accountId);
  if (account === undefined) return refuse('shared.not-found');
  if (account.demonstration) return refuse('access.demonstration-account');
  const isRight = await isPassword(account.password_hash, password);
  return isRight ? ok(account) : refuse('access.password-wrong');
}

/** Changes one's own password; every other session of the account ends. */
export async function changeOwnPassword(
  db: Db,
  change: {
    readonly accountId: string;
    readonly sessionTokenHash: string;
    readonly current: string;
    readonly next: string;
    readonly at: string;
  },
): Promise<Refusable<{ ended: number }>> {
  const held = await holdOwnAccount(db, change.accountId, change.current);
  if (!held.ok) return held;
  const account = held.value;
  if (change.next.normalize('NFC') === change.current.normalize('NFC')) return refuse('access.password-same');
  const checked = checkPassword(change.next, account.username);
  if (!checked.ok) return checked;
  const hash = await hashPassword(change.next);
  await updatePassword(db, account.id, { hash, at: change.at, mustChange: false });
  return ok({ ended: await deleteSessionsOf(db, account.id, { except: change.sessionTokenHash }) });
}
