import { readFile } from 'node:fs/promises';
import { isValidDay } from '@benvung/domain/shared/day';
import type { Language } from '@benvung/domain/shared/text';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  type ExitCode,
  environmentFailure,
  refusal,
  usageFailure,
} from '../platform/cli/command.ts';
import { resolveUnit } from '../territory/territory.public.ts';
import { classifyUnit, unitClassLines } from './classify-unit.ts';
import { describeHousehold, householdLines } from './describe-classification.ts';
import { type FactsLine, readFactsLines, readTotalsTable } from './read-facts-file.ts';
import { regulations } from './read-regulations.ts';
import { findPovertyStandard, proposeStandards } from './standard.public.ts';

export const classifyCommand: CliCommand = {
  name: 'classify',
  summary: 'Xếp loại hộ theo một chuẩn nghèo và nói vì sao (classify households and say why)',
  usage: 'FILE | --unit CODE --year Y [--standard ID] [--day DAY] [--language vi|en] [--explain] [--json]',
  description:
    'FILE .jsonl: mỗi dòng {"id", "facts", "evidence"}. FILE .csv: mỗi hộ một dòng với các cột Mã hộ, Khu vực, Điểm A, Điểm B ' +
    '(tổng điểm trên phiếu đã ký), có thể thêm Thu nhập, Nông lâm ngư.\n' +
    '--unit, --year: xếp loại thử các hộ đã rà soát của một đơn vị, không ghi lại (counts only, nothing is written).\n' +
    'Không có --standard thì theo chuẩn quốc gia có hiệu lực ngày khảo sát (the standard in force on the survey day).',
  needsDatabase: true,
  words: [0, 1],
  options: {
    unit: { value: 'CODE', summary: 'Mã đơn vị hôm nay, hay ngày --day (code of a unit)' },
    year: { value: 'Y', summary: 'Năm rà soát (year of the round)' },
    standard: { value: 'ID', summary: 'Chuẩn nghèo, ví dụ VN-2022 (poverty standard)' },
    day: {
      value: 'DAY',
      summary: 'Ngày của danh sách .csv, hay của mã đơn vị (day of the list or the code)',
    },
    language: { value: 'LANG', summary: 'vi hoặc en' },
    explain: { summary: 'In cả lý do từng dòng (print the reasons)' },
  },
  run: async (context, args) => {
    const [file] = args.words;
    const unit = args.text('unit');
    if (file !== undefined && unit === undefined) return classifyFile(context, args, file);
    if (file === undefined && unit !== undefined) return classifyStored(context, args, unit);
    throw usageFailure('Cho một tệp, hoặc --unit với --year.', 'Give a file, or --unit with --year.');
  },
};

async function classifyFile(context: CliContext, args: CliArguments, file: string): Promise<ExitCode> {
  const language: Language = args.text('language') === 'en' ? 'en' : 'vi';
  const lines = await readLines(context, args, file);
  const households = lines.map(({ id, facts, evidence }) => {
    const { classify, standard } = standardFor(args.text('standard'), facts.surveyDay);
    return describeHousehold(id, standard, classify(facts, evidence), language);
  });
  if (context.json) context.printJson({ households });
  else
    for (const household of households)
      for (const line of householdLines(household, language, args.flag('explain'))) context.out(line);
  return EXIT.ok;
}

async function classifyStored(context: CliContext, args: CliArguments, code: string): Promise<ExitCode> {
  const { db } = context.database;
  const day = dayOf(context, args);
  const year = Number(args.text('year'));
  if (!Number.isInteger(year))
    throw usageFailure('Thiếu --year, năm rà soát.', '--year, the year of the round, is missing.');
  const unit = await resolveUnit(db, { unit: code, day });
  if (unit === undefined)
    throw refusal(`Không có đơn vị mang mã ${code} vào ngày ${day}.`, `No unit has code ${code} on ${day}.`);
  const wanted = {
    path: unit.path,
    year,
    standardOf: (surveyDay: string) => standardFor(args.text('standard'), surveyDay),
  };
  const classes = await classifyUnit(db, wanted);
  if (context.json)
    context.printJson({ unit: { id: unit.id, code: unit.code, name: unit.name }, year, ...classes });
  else for (const line of unitClassLines(classes)) context.out(line);
  return EXIT.ok;
}

async function readLines(context: CliContext, args: CliArguments, file: string): Promise<FactsLine[]> {
  const path = context.path(file);
  const day = dayOf(context, args);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw environmentFailure(`Không đọc được tệp ${path}.`, `The file ${path} cannot be read.`);
  }
  return path.toLowerCase().endsWith('.csv') ? readTotalsTable(text, day) : readFactsLines(text);
}

function dayOf(context: CliContext, args: CliArguments): string {
  const day = args.text('day') ?? context.clock.today();
  if (!isValidDay(day))
    throw usageFailure(`--day ${day} không phải một ngày YYYY-MM-DD.`, `--day ${day} is no day.`);
  return day;
}

function standardFor(id: string | undefined, day: string): CompiledStandard {
  const found = id === undefined ? proposeStandards(day, null).national : findPovertyStandard(id);
  if (found !== undefined) return found;
  const known = [...new Set(regulations().standards.map(({ standard }) => standard.id))].join(', ');
  if (id !== undefined)
    throw usageFailure(`Không có chuẩn nghèo “${id}”. Có: ${known}.`, `There is no standard "${id}".`);
  throw refusal(
    `Ngày ${day} chưa có chuẩn quốc gia chính thức; chọn bằng --standard: ${known}.`,
    `No national standard is in force on ${day}; choose one with --standard.`,
  );
}
