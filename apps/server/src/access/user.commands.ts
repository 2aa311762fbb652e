import type { Role } from '@benvung/contract/access';
import { type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import { ROLES, usernameKey } from '@benvung/domain/access/account-rules';
import { checkRoleSet } from '@benvung/domain/access/manage-accounts';
import type { Problem, Result } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { type AuditNote, NATION_PATH } from '../platform/audit/audit-entry.ts';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  type CommandFailure,
  EXIT,
  type ExitCode,
  refusal,
  usageFailure,
} from '../platform/cli/command.ts';
import type { Db } from '../platform/database/database.ts';
import { resolveUnit, type UnitOnDay } from '../territory/territory.public.ts';
import type { StoredGrant } from './access.store.ts';
import { findAccountByName, listAccounts, type ManagedAccount } from './account.store.ts';
import { createAccount } from './add-account.ts';
import {
  changeRoles,
  changeStatus,
  issueOneTimePassword,
  type Managing,
  resetSecondFactor,
} from './manage-account.ts';
import { newPassword } from './password.ts';
import { lineOf, readUnitsOf } from './view-account.ts';

/** What was typed wrongly, against what the data refuses. */
const MISTYPED: readonly ProblemCode[] = ['access.role-unknown', 'access.username-invalid'];

function refused(problem: Problem<ProblemCode>): CommandFailure {
  const fail = MISTYPED.includes(problem.code) ? usageFailure : refusal;
  return fail(problemText(problem, 'vi'), problemText(problem, 'en'));
}

function insist<Value>(result: Result<Value, Problem<ProblemCode>>): Value {
  if (!result.ok) throw refused(result.problem);
  return result.value;
}

const commaList = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

async function unitOf({ database, clock }: CliContext, code: string): Promise<UnitOnDay> {
  const day = clock.today();
  const unit = await resolveUnit(database.db, { unit: code, day });
  if (unit === undefined) throw refused({ code: 'access.unit-unknown', detail: { unit: code, day } });
  return unit;
}

/** Runs an act with an account in one transaction, its entry in the log included. */
async function managingFromHere<Value>(
  { database, clock, actor }: CliContext,
  work: (managing: Managing) => Promise<Value>,
): Promise<Value> {
  return database.db.transaction().execute(async (transaction) => {
    const db = transaction as unknown as Db;
    const notes: AuditNote[] = [];
    const audit = (note: AuditNote) => notes.push(note);
    const value = await work({ db, day: clock.today(), now: clock.now(), manager: null, audit });
    const by = { accountId: null, actor, at: clock.now() };
    if (notes.length > 0)
      await writeAudit(
        db,
        by,
        notes.map((note) => ({ ...note, scopePath: note.scopePath ?? NATION_PATH })),
      );
    return value;
  });
}

async function namedAccount(db: Db, args: CliArguments): Promise<ManagedAccount> {
  const username = usernameKey(args.words[0] ?? '');
  const account = await findAccountByName(db, username);
  if (account === undefined)
    throw refusal(`Không có tài khoản “${username}”.`, `There is no account “${username}”.`);
  return account;
}

const userAdd: CliCommand = {
  name: 'user add',
  summary: 'Thêm tài khoản với vai trò trên một địa bàn (add an account)',
  usage: 'NAME --role ROLE[,ROLE…] --unit CODE [--full-name TEXT] [--password-stdin]',
  description:
    `Vai trò (roles): ${ROLES.join(', ')}.\n` +
    'Quản trị viên chỉ giao được vai trò mình giữ (an administrator hands out only roles they hold themselves).\n' +
    'agency chỉ thấy việc của bàn cơ quan mình, không thấy số liệu hộ (agency sees the duties of its own desk, no households).\n' +
    'Không có --password-stdin thì mật khẩu dùng một lần được tạo và in ra (without it a one-time password is printed).',
  needsDatabase: true,
  words: [1, 1],
  options: {
    role: { value: 'ROLE', required: true, summary: 'Vai trò, cách nhau bởi dấu phẩy (roles, with commas)' },
    unit: {
      value: 'CODE',
      required: true,
      summary: 'Mã đơn vị hôm nay; VN là cả nước (code of the unit today; VN is the nation)',
    },
    'full-name': { value: 'TEXT', summary: 'Họ tên (full name); không có thì dùng NAME' },
    'password-stdin': { summary: 'Đọc mật khẩu từ đầu vào chuẩn (read the password from standard input)' },
  },
  run: async (context, args) => {
    const { clock } = context;
    const unit = await unitOf(context, args.text('unit') ?? '');
    const typed = args.flag('password-stdin') ? (await context.input()).replace(/\r?\n$/, '') : undefined;
    const password = typed ?? newPassword();
    const name = args.words[0] ?? '';
    const roles = commaList(args.text('role'));
    const created = await managingFromHere(context, async ({ db, audit }) => {
      const grants = roles.map((role) => ({ role, unitId: unit.id }));
      const draft = { username: name, fullName: args.text('full-name') ?? name, password, grants };
      insist(checkRoleSet(grants));
      const account = insist(
        await createAccount(db, { ...draft, mustChangePassword: typed === undefined }, clock.now()),
      );
      const given = roles.map((role) => `${role}:${unit.id}`);
      const subject = { kind: 'account', id: account.id };
      const detail = { username: account.username, given };
      audit({ act: 'access.add-account', subject, scopePath: unit.path, detail });
      return account;
    });
    const role = roles.join(', ');
    const shown = typed === undefined ? { password } : {};
    if (context.json)
      context.printJson({ ...created, role, unit: { id: unit.id, code: unit.code }, ...shown });
    context.out(`Đã thêm tài khoản “${created.username}”: ${role}, ${unit.name} (account added)`);
    if (typed === undefined && !context.json) tellPassword(context, password);
    return EXIT.ok;
  },
};

const tellPassword = (context: CliContext, password: string): void =>
  context.out(`Mật khẩu, chỉ hiện một lần (password, shown once): ${password}`);

const MOST_LISTED = 1000;

const userList: CliCommand = {
  name: 'user list',
  summary: 'Liệt kê tài khoản, vai trò và trạng thái (list accounts)',
  usage: '[--unit CODE] [--search TEXT]',
  needsDatabase: true,
  options: {
    unit: { value: 'CODE', summary: 'Chỉ tài khoản có vai trò trong đơn vị này (roles within this unit)' },
    search: { value: 'TEXT', summary: 'Tên đăng nhập hoặc họ tên, gõ thiếu dấu cũng được (name)' },
  },
  run: async (context, args) => {
    const { database, clock } = context;
    const sought = args.text('search');
    const code = args.text('unit');
    const path = code === undefined ? undefined : (await unitOf(context, code)).path;
    const { rows, total } = await listAccounts(database.db, {
      areas: [NATION_PATH],
      day: clock.today(),
      path,
      searchKey: sought === undefined ? undefined : searchKey(sought),
      username: sought === undefined ? undefined : usernameKey(sought),
      limit: MOST_LISTED,
      offset: 0,
    });
    const units = await readUnitsOf(database.db, rows, clock.today());
    const lines = rows.map((account) => lineOf(account, units, clock.now()));
    if (context.json) context.printJson({ total, accounts: lines });
    for (const { username, fullName, status, roles, secondFactorSince } of lines) {
      const held = roles.map(({ role, unit }) => `${role}:${unit.code ?? unit.id}`).join(' ');
      const state = status === 'active' ? '' : '\tđã khóa (disabled)';
      context.out(`${username}\t${fullName}\t${held}${secondFactorSince === null ? '' : '\tTOTP'}${state}`);
    }
    if (total > rows.length) context.err(`… ${total - rows.length} tài khoản nữa (more accounts)`);
    return EXIT.ok;
  },
};

function statusCommand(word: 'disable' | 'enable', summary: string, done: string): CliCommand {
  return {
    name: `user ${word}`,
    summary,
    usage: 'NAME',
    needsDatabase: true,
    words: [1, 1],
    run: async (context, args): Promise<ExitCode> => {
      const status = word === 'disable' ? 'disabled' : 'active';
      const changed = await managingFromHere(context, async (managing) => {
        const { id } = await namedAccount(managing.db, args);
        return insist(await changeStatus(managing, { id, status }));
      });
      if (context.json) context.printJson({ ...changed, status });
      context.out(`${done} “${args.words[0]}”.`);
      return EXIT.ok;
    },
  };
}

const userReset: CliCommand = {
  name: 'user reset',
  summary: 'Cấp mật khẩu dùng một lần, hoặc bỏ lớp bảo vệ thứ hai (reset a way in)',
  usage: 'NAME [--second-factor]',
  description:
    'Mọi phiên của tài khoản kết thúc (every session ends). Mật khẩu chỉ hiện một lần và phải đổi khi đăng nhập\n' +
    '(the password is shown once and must be changed at the next sign-in).',
  needsDatabase: true,
  words: [1, 1],
  options: {
    'second-factor': { summary: 'Bỏ lớp bảo vệ thứ hai, giữ mật khẩu (the second factor instead)' },
  },
  run: async (context, args) => {
    if (args.flag('second-factor')) {
      const changed = await managingFromHere(context, async (managing) => {
        const { id } = await namedAccount(managing.db, args);
        return insist(await resetSecondFactor(managing, { id }));
      });
      if (context.json) context.printJson(changed);
      context.out(`Đã bỏ lớp bảo vệ thứ hai của “${args.words[0]}” (second factor reset).`);
      return EXIT.ok;
    }
    const issued = await managingFromHere(context, async (managing) => {
      const { id } = await namedAccount(managing.db, args);
      return insist(await issueOneTimePassword(managing, { id }));
    });
    if (context.json) context.printJson(issued);
    else tellPassword(context, issued.password);
    return EXIT.ok;
  },
};

const userRoles: CliCommand = {
  name: 'user roles',
  summary: 'Giao và thu hồi vai trò (give and withdraw roles)',
  usage: 'NAME [--give ROLE:CODE[,…]] [--withdraw ROLE:CODE[,…]]',
  description: 'Ví dụ (for example): user roles hoa --give officer:20044,viewer:VN --withdraw approver:20044',
  needsDatabase: true,
  words: [1, 1],
  options: {
    give: { value: 'ROLE:CODE', summary: 'Vai trò và mã đơn vị, cách nhau bởi dấu phẩy (to give)' },
    withdraw: { value: 'ROLE:CODE', summary: 'Như trên (to withdraw)' },
  },
  run: async (context, args) => {
    const given = await readGrants(context, args.text('give'));
    const withdrawn = await readGrants(context, args.text('withdraw'));
    const changed = await managingFromHere(context, async (managing) => {
      const { id, grants } = await namedAccount(managing.db, args);
      const stays = grants.filter((held) => !withdrawn.some((one) => isSame(one, held)));
      const wanted = [...stays, ...given.filter((one) => !stays.some((held) => isSame(one, held)))];
      return insist(await changeRoles(managing, { id, grants: wanted }));
    });
    if (context.json) context.printJson(changed);
    context.out(`Đã đổi vai trò của “${args.words[0]}” (roles changed).`);
    return EXIT.ok;
  },
};

const isSame = (one: StoredGrant, other: StoredGrant): boolean =>
  one.role === other.role && one.unitId === other.unitId;

async function readGrants(context: CliContext, text: string | undefined): Promise<StoredGrant[]> {
  const grants: StoredGrant[] = [];
  for (const part of commaList(text)) {
    const [role = '', code = ''] = part.split(':');
    grants.push({ role: role as Role, unitId: (await unitOf(context, code)).id });
  }
  return grants;
}

export const userCommands: readonly CliCommand[] = [
  userAdd,
  userList,
  statusCommand('disable', 'Khóa tài khoản và kết thúc mọi phiên (disable an account)', 'Đã khóa (disabled)'),
  statusCommand('enable', 'Mở lại tài khoản (enable an account)', 'Đã mở lại (enabled)'),
  userReset,
  userRoles,
];
