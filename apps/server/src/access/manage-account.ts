import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ROLES } from '@benvung/domain/access/account-rules';
import {
  administersNation,
  checkManages,
  decideRoleChange,
  type HeldRole,
  keepsAdministrator,
  NATION_UNIT,
} from '@benvung/domain/access/manage-accounts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { AuditNote } from '../platform/audit/audit-entry.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { insertGrant, type StoredGrant } from './access.store.ts';
import {
  countOtherNationAdministrators,
  countVersion,
  deleteGrant,
  findAccountById,
  holdAccount,
  type ManagedAccount,
  updateExternalName,
  updateName,
  updatePassword,
  updateStatus,
} from './account.store.ts';
import { createAccount } from './add-account.ts';
import { readHeldUnits } from './held-units.ts';
import { hashPassword, newPassword } from './password.ts';
import { placeRoles } from './place-roles.ts';
import { turnOff } from './second-factor.store.ts';
import { deleteSessionsOf } from './session.store.ts';
import { forgetAttempts } from './sign-in-lock.store.ts';

type Refusable<Value> = Result<Value, Problem<ProblemCode>>;

/** Who manages an account, by a screen within their areas or by the command line, which may everything. */
export interface Managing {
  readonly db: Db;
  readonly day: string;
  readonly now: string;
  /** null for the command line. */
  readonly manager: { readonly accountId: string; readonly held: readonly HeldRole[] } | null;
  audit(note: AuditNote): void;
}

export interface Managed {
  readonly account: ManagedAccount;
  readonly held: readonly HeldRole[];
  readonly scopePath: string;
}

const adminAreas = ({ manager }: Managing): readonly string[] =>
  manager === null
    ? [NATION_PATH]
    : manager.held.filter(({ role }) => role === 'administrator').map(({ path }) => path);

/** An account of one's areas; one that holds nothing there does not exist for the manager. */
export async function findManaged(managing: Managing, id: string, hold = false): Promise<Refusable<Managed>> {
  const account = await (hold ? holdAccount : findAccountById)(managing.db, id);
  if (account === undefined) return refuse('shared.not-found');
  const held = await placeRoles(managing.db, account.grants, managing.day);
  const areas = adminAreas(managing);
  const here = held.find(({ path }) => isInside(areas, path));
  if (here === undefined && !areas.includes(NATION_PATH)) return refuse('shared.not-found');
  return ok({ account, held, scopePath: here?.path ?? NATION_PATH });
}

/** Why this manager may not renew or close the way into the account; null when they may. */
export function refusalToManage(
  { manager }: Managing,
  { account, held }: Managed,
): Problem<ProblemCode> | null {
  if (manager === null) return null;
  if (account.demonstration) return { code: 'access.demonstration-account' };
  const checked = checkManages({ manager, account: { id: account.id, held } });
  return checked.ok ? null : checked.problem;
}

/** The account, held for a change that this manager may make at the version they saw. */
async function holdForChange(
  managing: Managing,
  { id, version }: { readonly id: string; readonly version?: number | undefined },
): Promise<Refusable<Managed>> {
  const found = await findManaged(managing, id, true);
  if (!found.ok) return found;
  const refused = refusalToManage(managing, found.value);
  if (refused !== null) return { ok: false, problem: refused };
  return countChange(managing, found.value, version);
}

async function countChange(
  { db }: Managing,
  managed: Managed,
  version: number | undefined,
): Promise<Refusable<Managed>> {
  const { account } = managed;
  const isCurrent = await countVersion(db, { id: account.id, version: version ?? account.version });
  return isCurrent ? ok(managed) : refuse('shared.version-conflict');
}

type AccountNote = Pick<AuditNote, 'act' | 'detail'>;

function record({ audit }: Managing, { account, scopePath }: Managed, note: AccountNote): Refusable<Changed> {
  const detail = { username: account.username, ...note.detail };
  audit({ act: note.act, subject: { kind: 'account', id: account.id }, scopePath, detail });
  return ok({ id: account.id, version: account.version + 1 });
}

interface Changed {
  readonly id: string;
  readonly version: number;
}

interface Change {
  readonly id: string;
  readonly version?: number | undefined;
}

export async function renameAccount(
  managing: Managing,
  change: Change & { readonly fullName: string },
): Promise<Refusable<Changed>> {
  const fullName = change.fullName.normalize('NFC').trim();
  if (fullName === '') return refuse('access.full-name-missing');
  const held = await holdForChange(managing, change);
  if (!held.ok) return held;
  await updateName(managing.db, change.id, { fullName, key: searchKey(fullName) });
  return record(managing, held.value, { act: 'access.rename-account' });
}

export async function changeRoles(
  managing: Managing,
  change: Change & { readonly grants: readonly StoredGrant[] },
): Promise<Refusable<Changed>> {
  const { db, manager } = managing;
  const found = await findManaged(managing, change.id, true);
  if (!found.ok) return found;
  const { account, held } = found.value;
  if (manager !== null && account.demonstration) return refuse('access.demonstration-account');
  const placed = await placeWanted(managing, change.grants, held);
  if (!placed.ok) return placed;
  const decided = decideRoleChange({
    manager: manager ?? COMMAND_LINE,
    account: { id: account.id, held },
    wanted: placed.value,
  });
  if (!decided.ok) return decided;
  const { given, withdrawn } = decided.value;
  const kept = await keepAdministrator(managing, account, administersNation(withdrawn));
  if (!kept.ok) return kept;
  const counted = await countChange(managing, found.value, change.version);
  if (!counted.ok) return counted;
  for (const grant of withdrawn) await deleteGrant(db, account.id, grant);
  for (const grant of given) await insertGrant(db, account.id, grant);
  const plain = (roles: readonly HeldRole[]) => roles.map(({ role, unitId }) => `${role}:${unitId}`);
  const detail = { given: plain(given), withdrawn: plain(withdrawn) };
  return record(managing, found.value, { act: 'access.change-roles', detail });
}

/** Whoever may run the command line holds the database itself. */
const COMMAND_LINE = {
  accountId: '',
  held: ROLES.map((role): HeldRole => ({ role, unitId: NATION_UNIT, path: NATION_PATH })),
};

/** What is asked for with its paths: a unit must be on today's map, or be held there already. */
async function placeWanted(
  { db, day }: Managing,
  grants: readonly StoredGrant[],
  held: readonly HeldRole[],
): Promise<Refusable<readonly HeldRole[]>> {
  const onMap = await readHeldUnits(db, grants, day);
  const wanted: HeldRole[] = [];
  for (const { role, unitId } of grants) {
    const path = onMap.get(unitId)?.path ?? held.find((one) => one.unitId === unitId)?.path;
    if (path === undefined) return refuse('access.unit-unknown', { unit: unitId, day });
    if (!wanted.some((one) => one.role === role && one.unitId === unitId))
      wanted.push({ role, unitId, path });
  }
  return ok(wanted);
}

/** A new account with no way in yet: a password for one use is the next step. */
export async function openAccount(
  managing: Managing,
  draft: {
    readonly id: string;
    readonly username: string;
    readonly fullName: string;
    readonly grants: readonly StoredGrant[];
  },
): Promise<Refusable<Changed>> {
  const { db, now, manager } = managing;
  const placed = await placeWanted(managing, draft.grants, []);
  if (!placed.ok) return placed;
  const decided = decideRoleChange({
    manager: manager ?? COMMAND_LINE,
    account: { id: draft.id, held: [] },
    wanted: placed.value,
  });
  if (!decided.ok) return decided;
  if (await findAccountById(db, draft.id)) return refuse('shared.command-reused');
  const made = await createAccount(db, { ...draft, password: newPassword() }, now);
  if (!made.ok) return made;
  managing.audit({
    act: 'access.add-account',
    subject: { kind: 'account', id: draft.id },
    scopePath: placed.value[0]?.path ?? NATION_PATH,
    detail: {
      username: made.value.username,
      given: placed.value.map(({ role, unitId }) => `${role}:${unitId}`),
    },
  });
  return ok({ id: draft.id, version: 1 });
}

async function keepAdministrator(
  { db }: Managing,
  account: ManagedAccount,
  losesNation: boolean,
): Promise<Refusable<void>> {
  if (!losesNation || account.status !== 'active') return ok(undefined);
  return keepsAdministrator({ losesNation, others: await countOtherNationAdministrators(db, account.id) });
}

/** A disabled account is signed out everywhere at once. */
export async function changeStatus(
  managing: Managing,
  change: Change & { readonly status: 'active' | 'disabled' },
): Promise<Refusable<Changed>> {
  const held = await holdForChange(managing, change);
  if (!held.ok) return held;
  const { account } = held.value;
  const disables = change.status === 'disabled';
  const kept = await keepAdministrator(managing, account, disables && administersNation(account.grants));
  if (!kept.ok) return kept;
  await updateStatus(managing.db, account.id, change.status);
  if (disables) await deleteSessionsOf(managing.db, account.id, {});
  return record(managing, held.value, { act: disables ? 'access.disable-account' : 'access.enable-account' });
}

/**
 * A password for one use, told once: it must be changed at the next sign-in. Every session ends, and a name locked by
 * wrong attempts is free again. The second factor stays: losing it is another matter with another entry in the log.
 */
export async function issueOneTimePassword(
  managing: Managing,
  change: Change,
): Promise<Refusable<{ username: string; password: string }>> {
  const held = await holdForChange(managing, change);
  if (!held.ok) return held;
  const { account } = held.value;
  const password = newPassword();
  const hash = await hashPassword(password);
  await updatePassword(managing.db, account.id, { hash, at: managing.now, mustChange: true });
  await deleteSessionsOf(managing.db, account.id, {});
  await forgetAttempts(managing.db, account.username);
  record(managing, held.value, { act: 'access.reset-password' });
  return ok({ username: account.username, password });
}

/** For someone who lost the telephone and the recovery codes. Sessions end: whoever holds one may be the finder. */
export async function resetSecondFactor(managing: Managing, change: Change): Promise<Refusable<Changed>> {
  const held = await holdForChange(managing, change);
  if (!held.ok) return held;
  await turnOff(managing.db, change.id);
  await deleteSessionsOf(managing.db, change.id, {});
  return record(managing, held.value, { act: 'access.reset-second-factor' });
}

export async function endSessionsOf(
  managing: Managing,
  change: Change & { readonly sessionId?: string | undefined },
): Promise<Refusable<Changed>> {
  const held = await holdForChange(managing, change);
  if (!held.ok) return held;
  const ended = await deleteSessionsOf(managing.db, change.id, { sessionId: change.sessionId });
  return record(managing, held.value, { act: 'access.end-sessions', detail: { ended } });
}

/** Lets whoever the provider knows by this name in; null takes it back. Rights stay those of the account. */
export async function allowExternalName(
  managing: Managing,
  change: Change & { readonly externalName: string | null },
): Promise<Refusable<Changed>> {
  const held = await holdForChange(managing, change);
  if (!held.ok) return held;
  const name = change.externalName?.normalize('NFC').trim().toLowerCase() ?? null;
  if (!(await updateExternalName(managing.db, change.id, name))) return refuse('access.external-name-taken');
  const act = name === null ? 'access.forbid-open-id' : 'access.allow-open-id';
  return record(managing, held.value, { act });
}
