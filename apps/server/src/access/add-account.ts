import type { ProblemCode } from '@benvung/contract/problem-texts';
import { type AccountDraft, checkAccountDraft, usernameKey } from '@benvung/domain/access/account-rules';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertAccount, insertGrant } from './access.store.ts';
import { hashPassword } from './password.ts';

export interface NewAccountDraft extends AccountDraft {
  readonly fullName: string;
  /** Made by the client; a new one unless told. */
  readonly id?: string;
  /** The password is for one use. */
  readonly mustChangePassword?: boolean;
  /** Accounts of a demonstration go with it and may be shown with their password on the sign-in page. */
  readonly demonstration?: boolean;
}

/** Makes an account with its roles. Run it outside the narrowed role, which sees no passwords. */
export async function createAccount(
  db: Db,
  draft: NewAccountDraft,
  at: string,
): Promise<Result<{ id: string; username: string }, Problem<ProblemCode>>> {
  const username = usernameKey(draft.username);
  const checked = checkAccountDraft({ ...draft, username });
  if (!checked.ok) return checked;
  const id = draft.id ?? newId();
  const inserted = await insertAccount(db, {
    id,
    username,
    fullName: draft.fullName.normalize('NFC').trim(),
    passwordHash: await hashPassword(draft.password),
    demonstration: draft.demonstration ?? false,
    mustChangePassword: draft.mustChangePassword ?? false,
    createdAt: at,
  });
  if (!inserted) return refuse('access.username-taken', { username });
  for (const grant of draft.grants) await insertGrant(db, id, grant);
  return ok({ id, username });
}
