import { createHash } from 'node:crypto';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { isTotpCode, typedCode } from '@benvung/domain/access/second-factor';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import type { SecretBox } from '../platform/secret-box.ts';
import { findAccountById, type ManagedAccount } from './account.store.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { takeRecoveryCode, takeStep } from './second-factor.store.ts';
import { instantAfter } from './session-life.ts';
import { countBeforehand, type Parts, recordFailure } from './sign-in.ts';
import { forgetAttempts } from './sign-in-lock.store.ts';
import { matchCode } from './totp.ts';

type Refusable<Value> = Result<Value, Problem<ProblemCode>>;
type Way = 'password' | 'openId';

const PURPOSE = 'second-step';
/** What a cookie keeps between the first step of signing in and the second. */
export const SECOND_STEP_COOKIE = 'benvung_step';
export const SECOND_STEP_PATH = '/api/session';
export const SECOND_STEP_SECONDS = 300;

interface FirstStep {
  readonly accountId: string;
  readonly way: Way;
  readonly until: string;
  /** Of the password hash: whoever's password was changed meanwhile begins anew. */
  readonly mark: string;
}

const markOf = (passwordHash: string): string =>
  createHash('sha256').update(passwordHash).digest('hex').slice(0, 16);

/** What proves, for five minutes and to this server only, that the first step was passed. */
export function sealFirstStep(
  secrets: SecretBox,
  account: { readonly id: string; readonly password_hash: string },
  { way, now }: { way: Way; now: string },
): string {
  const step: FirstStep = {
    accountId: account.id,
    way,
    until: instantAfter(now, SECOND_STEP_SECONDS * 1000),
    mark: markOf(account.password_hash),
  };
  return secrets.seal(JSON.stringify(step), PURPOSE);
}

/** Whether the code is the second factor of whoever passed the first step. Wrong codes count as failed sign-ins. */
export async function checkSecondStep(
  parts: Parts & { readonly secrets: SecretBox },
  typed: { readonly sealed: string | undefined; readonly code: string },
): Promise<Refusable<{ account: ManagedAccount; way: Way; by: 'app' | 'recoveryCode' }>> {
  const { db } = parts.database;
  const text = parts.secrets.open(typed.sealed ?? '', PURPOSE);
  if (text === undefined) return refuse('access.second-step-over');
  const step = JSON.parse(text) as FirstStep;
  const account = step.until > parts.clock.now() ? await findAccountById(db, step.accountId) : undefined;
  if (account === undefined || account.status !== 'active' || markOf(account.password_hash) !== step.mark)
    return refuse('access.second-step-over');
  const counted = await countBeforehand(parts, account.username);
  if (!counted.ok) return counted;
  const taken = await takeCode(db, parts, { account, code: typed.code });
  if (!taken.ok) {
    await recordFailure(parts, account, counted.value, 'access.second-factor-failed');
    return taken;
  }
  await forgetAttempts(db, account.username);
  return ok({ account, way: step.way, by: taken.value });
}

/** Uses up a code of the app or a recovery code: each opens once. */
export async function takeCode(
  db: Db,
  { clock, secrets }: Pick<Parts, 'clock'> & { readonly secrets: SecretBox },
  { account, code }: { readonly account: ManagedAccount; readonly code: string },
): Promise<Refusable<'app' | 'recoveryCode'>> {
  const typed = typedCode(code);
  const now = clock.now();
  if (!isTotpCode(typed)) {
    const hash = hashRecoveryCode(account.id, typed);
    const taken = await takeRecoveryCode(db, account.id, { hash, at: now });
    return taken ? ok('recoveryCode') : refuse('access.second-factor-wrong');
  }
  const secret = openTotpSecret(secrets, account);
  if (secret === undefined) return refuse('access.second-factor-unreadable');
  const step = matchCode({ secret, lastStep: account.totp_last_step }, typed, now);
  if (step === undefined || !(await takeStep(db, account.id, step)))
    return refuse('access.second-factor-wrong');
  return ok('app');
}

const totpPurpose = (accountId: string): string => `totp:${accountId}`;

export const sealTotpSecret = (secrets: SecretBox, accountId: string, secret: string): string =>
  secrets.seal(secret, totpPurpose(accountId));

export const openTotpSecret = (
  secrets: SecretBox,
  { id, totp_secret }: Pick<ManagedAccount, 'id' | 'totp_secret'>,
): string | undefined => secrets.open(totp_secret ?? '', totpPurpose(id));
