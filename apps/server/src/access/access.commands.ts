import { readFile } from 'node:fs/promises';
import type { AuditHead } from '../platform/audit/audit.store.ts';
import { AUDIT_PROBLEM_TEXTS, verifyAudit } from '../platform/audit/verify-audit.ts';
import { bilingual, type CliCommand, EXIT, usageFailure } from '../platform/cli/command.ts';
import { requireReadableFile } from '../platform/cli/file-failure.ts';
import { userCommands } from './user.commands.ts';

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
      context.out(
        `Chuỗi (lane) ${lane}, dòng (entry) ${sequence}: ${bilingual(AUDIT_PROBLEM_TEXTS[kind].vi, AUDIT_PROBLEM_TEXTS[kind].en)}`,
      );
    const outcome = verdict.ok
      ? `Nhật ký nguyên vẹn: ${verdict.entries} dòng (the log is whole).`
      : `Nhật ký đã bị can thiệp: ${verdict.problems.length} chỗ (the log was tampered with).`;
    context.out(outcome);
    return verdict.ok ? EXIT.ok : EXIT.checkFailed;
  },
};

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

export const accessCommands: readonly CliCommand[] = [...userCommands, verifyAuditCommand];
