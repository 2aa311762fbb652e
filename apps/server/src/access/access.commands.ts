import { readFile } from 'node:fs/promises';
import { type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import type { Problem } from '@benvung/domain/shared/result';
import type { AuditHead } from '../platform/audit/audit.store.ts';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { verifyAudit } from '../platform/audit/verify-audit.ts';
import {
  type CliCommand,
  type CommandFailure,
  EXIT,
  refusal,
  usageFailure,
} from '../platform/cli/command.ts';
import { requireReadableFile } from '../platform/cli/file-failure.ts';
import { resolveUnit } from '../territory/territory.public.ts';
import { createAccount } from './add-account.ts';
import { newPassword } from './password.ts';

const refused = (problem: Problem<ProblemCode>): CommandFailure =>
  refusal(problemText(problem, 'vi'), problemText(problem, 'en'));

/** What was typed wrongly, against what the data refuses. */
const MISTYPED: readonly ProblemCode[] = ['access.role-unknown', 'access.username-invalid'];

const refusedDraft = (problem: Problem<ProblemCode>): CommandFailure =>
  MISTYPED.includes(problem.code)
    ? usageFailure(problemText(problem, 'vi'), problemText(problem, 'en'))
    : refused(problem);

const userAdd: CliCommand = {
  name: 'user add',
  summary: 'Thêm tài khoản với một vai trò trên một địa bàn (add an account)',
  usage: 'NAME --role ROLE --unit CODE [--full-name TEXT] [--password-stdin]',
  description:
    'Vai trò (roles): viewer, enumerator, officer, approver, inspector, administrator.\n' +
    'Không có --password-stdin thì mật khẩu được tạo và in ra một lần (without it a password is made and printed once).',
  needsDatabase: true,
  words: [1, 1],
  options: {
    role: { value: 'ROLE', required: true, summary: 'Vai trò (role)' },
    unit: {
      value: 'CODE',
      required: true,
      summary: 'Mã đơn vị hôm nay; VN là cả nước (code of the unit today; VN is the nation)',
    },
    'full-name': { value: 'TEXT', summary: 'Họ tên (full name); không có thì dùng NAME' },
    'password-stdin': { summary: 'Đọc mật khẩu từ đầu vào chuẩn (read the password from standard input)' },
  },
  run: async (context, args) => {
    const { database, clock } = context;
    const code = args.text('unit') ?? '';
    const unit = await resolveUnit(database.db, { unit: code, day: clock.today() });
    if (unit === undefined)
      throw refused({ code: 'access.unit-unknown', detail: { unit: code, day: clock.today() } });
    const typed = args.flag('password-stdin') ? (await context.input()).replace(/\r?\n$/, '') : undefined;
    const password = typed ?? newPassword();
    const name = args.words[0] ?? '';
    const role = args.text('role') ?? '';
    const created = await database.db.transaction().execute(async (db) => {
      const grants = [{ role, unitId: unit.id }];
      const draft = { username: name, fullName: args.text('full-name') ?? name, password, grants };
      const result = await createAccount(db, draft, clock.now());
      if (!result.ok) throw refusedDraft(result.problem);
      const by = { accountId: null, actor: context.actor, at: clock.now() };
      const subject = { kind: 'account', id: result.value.id };
      const detail = { username: result.value.username, role, unitId: unit.id };
      await writeAudit(db, by, [{ act: 'access.add-account', subject, scopePath: unit.path, detail }]);
      return result.value;
    });
    const shown = typed === undefined ? { password } : {};
    if (context.json)
      context.printJson({ ...created, role, unit: { id: unit.id, code: unit.code }, ...shown });
    context.out(`Đã thêm tài khoản “${created.username}”: ${role}, ${unit.name} (account added)`);
    if (typed === undefined && !context.json)
      context.out(`Mật khẩu, chỉ hiện một lần (password, shown once): ${password}`);
    return EXIT.ok;
  },
};

const verifyAuditCommand: CliCommand = {
  name: 'verify audit',
  summary: 'Kiểm tra chuỗi nhật ký: dòng bị sửa, xóa, chèn, đảo (verify the audit log)',
  usage: '[--anchors FILE]',
  description:
    'In ra đầu mỗi chuỗi; hãy cất các dòng ấy ở nơi khác rồi đưa lại bằng --anchors (một tệp từ --json)\n' +
    'để thấy cả khi có người viết lại toàn bộ chuỗi (keep the heads elsewhere; give them back to see a rewritten chain).',
  needsDatabase: true,
  options: {
    anchors: { value: 'FILE', summary: 'Tệp JSON của lần kiểm tra trước (JSON of an earlier run)' },
  },
  run: async (context, args) => {
    const file = args.text('anchors');
    const anchors = file === undefined ? [] : await readAnchors(context.path(file));
    const verdict = await verifyAudit(context.database, anchors);
    if (context.json) context.printJson(verdict);
    for (const { lane, sequence, hash } of verdict.heads) context.out(`${lane}\t${sequence}\t${hash}`);
    for (const { lane, sequence, kind } of verdict.problems)
      context.out(`Chuỗi (lane) ${lane}, dòng (entry) ${sequence}: ${PROBLEM_TEXTS[kind]}`);
    const outcome = verdict.ok
      ? `Nhật ký nguyên vẹn: ${verdict.entries} dòng (the log is whole).`
      : `Nhật ký đã bị can thiệp: ${verdict.problems.length} chỗ (the log was tampered with).`;
    context.out(outcome);
    return verdict.ok ? EXIT.ok : EXIT.checkFailed;
  },
};

const PROBLEM_TEXTS = {
  changed: 'nội dung đã bị sửa (changed)',
  'broken-chain':
    'đứt chuỗi: có dòng bị xóa, chèn hoặc đảo trước đó (an entry before it was removed, put in or moved)',
  truncated: 'thiếu các dòng cuối (the last entries are missing)',
  'beyond-head': 'có dòng sau điểm cuối đã ghi nhận (entries after the recorded end)',
  'head-changed': 'điểm cuối đã ghi nhận bị sửa (the recorded end was changed)',
  'lane-missing': 'mất điểm cuối của cả chuỗi (the whole lane lost its record)',
  'not-as-anchored': 'không khớp bản đã cất giữ (not as anchored)',
} as const;

async function readAnchors(path: string): Promise<AuditHead[]> {
  await requireReadableFile(path);
  try {
    const { heads } = JSON.parse(await readFile(path, 'utf8')) as { heads: AuditHead[] };
    if (Array.isArray(heads)) return heads;
  } catch {
    // Said below, whatever the reason.
  }
  throw usageFailure(`Không đọc được các đầu chuỗi trong ${path}.`, `No heads can be read from ${path}.`);
}

export const accessCommands: readonly CliCommand[] = [userAdd, verifyAuditCommand];
