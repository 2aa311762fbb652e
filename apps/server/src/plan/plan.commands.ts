import { basename } from 'node:path';
import type { PlanFinding } from '@benvung/contract/plan';
import { type Language, problemText } from '@benvung/contract/problem-texts';
import { readPlanDocument } from '@benvung/domain/plan/document/read-plan-document';
import { structureView } from '@benvung/domain/plan/document/structure-view';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  type ExitCode,
  usageFailure,
} from '../platform/cli/command.ts';
import { checkSource } from './check-source.ts';
import { PlanFileRefusal } from './files/file-refusal.ts';
import { type ReadSource, readSourceFile } from './files/read-source.ts';
import { structureLines } from './structure-lines.ts';

const SEVERITIES = ['info', 'warning', 'error'] as const;
type Severity = (typeof SEVERITIES)[number];
const MOST_FILES = 1_000;

const language = {
  lang: { value: 'vi|en', summary: 'Ngôn ngữ của lời (language of the messages)' },
};

const checkCommand: CliCommand = {
  name: 'plan check',
  summary: 'Kiểm mâu thuẫn của văn bản kế hoạch (find the contradictions of plan documents)',
  usage: 'FILE… [--json] [--min error|warning|info] [--lang en]',
  description:
    'Đọc .docx, .pdf có lớp chữ, .txt, .md; không mở cơ sở dữ liệu, không gửi đi đâu. Dòng và cột tính từ 1 trong tệp, ' +
    'với .docx và .pdf tính trong chữ trích ra (“text”). Mã thoát: 1 khi có lỗi (error), 2 khi có tệp không đọc được.\n' +
    'Reads .docx, .pdf with a text layer, .txt and .md; opens no database. Lines and columns count from 1 in the file, for ' +
    '.docx and .pdf in the extracted text ("text"). Exit code 1 when there are errors, 2 when a file cannot be read.',
  needsDatabase: false,
  words: [1, MOST_FILES],
  options: {
    min: { value: 'SEVERITY', summary: 'Mức thấp nhất: error, warning, info (lowest severity shown)' },
    ...language,
  },
  run: runCheck,
};

const readCommand: CliCommand = {
  name: 'plan read',
  summary: 'Đọc văn bản kế hoạch thành cấu trúc (read a plan document into its structure)',
  usage: 'FILE [--json]',
  description:
    'Phần đầu, căn cứ, mục, chỉ tiêu, dự án, tiền, nhiệm vụ, thời hạn, bảng, nơi nhận, người ký; mỗi phần có dòng.\n' +
    'Head, grounds, outline, targets, projects, money, duties, deadlines, tables, recipients, signer; each with its line.',
  needsDatabase: false,
  words: [1, 1],
  options: language,
  run: runRead,
};

export const planCommands: readonly CliCommand[] = [checkCommand, readCommand];

interface Reading {
  readonly file: string;
  readonly source?: ReadSource;
  readonly error?: string;
}

async function read(context: CliContext, file: string, language: Language): Promise<Reading> {
  try {
    return { file, source: await readSourceFile(context.path(file)) };
  } catch (error) {
    return { file, error: whyUnread(error, language) };
  }
}

function whyUnread(error: unknown, language: Language): string {
  if (error instanceof PlanFileRefusal) return problemText(error, language);
  const { code } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, { vi: string; en: string }>> = {
    ENOENT: { vi: 'Không có tệp này.', en: 'There is no such file.' },
    EACCES: { vi: 'Không có quyền đọc tệp này.', en: 'This file may not be read.' },
    EPERM: { vi: 'Không có quyền đọc tệp này.', en: 'This file may not be read.' },
    EISDIR: { vi: 'Đây là thư mục, không phải tệp.', en: 'This is a folder, not a file.' },
    ENOTDIR: {
      vi: 'Một phần của đường dẫn không phải thư mục.',
      en: 'A part of the path is not a folder.',
    },
    ENAMETOOLONG: { vi: 'Tên tệp quá dài.', en: 'The name of the file is too long.' },
  };
  if (code === undefined) throw error;
  const other = { vi: `Không đọc được tệp (${code}).`, en: `The file cannot be read (${code}).` };
  return (words[code] ?? other)[language];
}

async function runCheck(context: CliContext, args: CliArguments): Promise<ExitCode> {
  const words = languageOf(args);
  const lowest = severityOf(args);
  const reports: unknown[] = [];
  let exit: ExitCode = EXIT.ok;
  for (const file of args.words) {
    const reading = await read(context, file, words);
    if (reading.source === undefined) {
      exit = EXIT.usage;
      reports.push({ file, error: reading.error, findings: [], structure: null });
      context.err(`${file}: ${reading.error}`);
      continue;
    }
    const { findings, structure } = checkSource(reading.source, words);
    const shown = findings.filter(
      (finding) => SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(lowest),
    );
    if (exit === EXIT.ok && findings.some((finding) => finding.severity === 'error')) exit = EXIT.checkFailed;
    reports.push({
      file,
      ...(reading.source.extracted && { text: reading.source.text }),
      findings: shown,
      structure,
    });
    if (!context.json) tellFindings(context, file, shown, words);
  }
  if (context.json) context.printJson(reports);
  return exit;
}

const LABELS: Readonly<Record<Severity, { vi: string; en: string }>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'info' },
};

function tellFindings(
  context: CliContext,
  file: string,
  findings: readonly PlanFinding[],
  words: Language,
): void {
  if (findings.length === 0)
    context.out(`${basename(file)}: ${words === 'vi' ? 'Không thấy mâu thuẫn.' : 'No contradiction found.'}`);
  for (const { line, column, severity, message, expected, rule, related } of findings) {
    context.out(`${file}:${line}:${column}: ${LABELS[severity][words]}: ${message} [${rule}]`);
    if (expected !== undefined) context.out(`    → ${expected}`);
    for (const one of related ?? [])
      context.out(`    ${words === 'vi' ? 'dòng' : 'line'} ${one.line}: ${one.excerpt}`);
  }
}

async function runRead(context: CliContext, args: CliArguments): Promise<ExitCode> {
  const words = languageOf(args);
  const [file = ''] = args.words;
  const { source, error } = await read(context, file, words);
  if (source === undefined) {
    if (context.json) context.printJson({ file, error, structure: null });
    context.err(`${file}: ${error}`);
    return EXIT.usage;
  }
  const document = readPlanDocument(source.text, source.layout);
  if (context.json) {
    const text = source.extracted ? { text: source.text } : {};
    context.printJson({ file, ...text, structure: structureView(document) });
  } else for (const line of structureLines(document, words)) context.out(line);
  return EXIT.ok;
}

function languageOf(args: CliArguments): Language {
  const given = args.text('lang') ?? 'vi';
  if (given === 'vi' || given === 'en') return given;
  throw usageFailure(
    `--lang chỉ nhận vi hoặc en, không phải “${given}”.`,
    `--lang takes vi or en, not "${given}".`,
  );
}

function severityOf(args: CliArguments): Severity {
  const given = args.text('min') ?? 'info';
  const found = SEVERITIES.find((severity) => severity === given);
  if (found !== undefined) return found;
  throw usageFailure(
    `--min chỉ nhận error, warning hoặc info, không phải “${given}”.`,
    `--min takes error, warning or info, not "${given}".`,
  );
}
