import { readFile } from 'node:fs/promises';
import { isValidDay } from '@benvung/domain/shared/day';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { explainClassification, unverifiedMarks } from '@benvung/domain/standard/explain-classification';
import { whatWouldChange } from '@benvung/domain/standard/what-would-change';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  environmentFailure,
  refusal,
  usageFailure,
} from '../platform/cli/command.ts';
import { type FactsLine, readFactsLines, readTotalsTable } from './read-facts-file.ts';
import { regulations } from './read-regulations.ts';
import { findPovertyStandard, proposeStandards } from './standard.public.ts';

export const classifyCommand: CliCommand = {
  name: 'classify',
  summary: 'Xếp loại các hộ trong một tệp và nói vì sao (classify households and say why)',
  usage: 'FILE [--standard ID] [--day YYYY-MM-DD] [--language vi|en] [--explain] [--json]',
  description:
    'FILE .jsonl: mỗi dòng {"id", "facts", "evidence"}. FILE .csv: mỗi hộ một dòng với các cột Mã hộ, Khu vực, Điểm A, Điểm B ' +
    '(tổng điểm trên phiếu đã ký), có thể thêm Thu nhập, Nông lâm ngư.\n' +
    'Không có --standard thì theo chuẩn quốc gia có hiệu lực ngày --day, hay ngày khảo sát (the standard in force).',
  needsDatabase: false,
  words: [1, 1],
  options: {
    standard: { value: 'ID', summary: 'Chuẩn nghèo, ví dụ VN-2022 (poverty standard)' },
    day: { value: 'DAY', summary: 'Ngày của danh sách .csv (day of a .csv list)' },
    language: { value: 'LANG', summary: 'vi hoặc en' },
    explain: { summary: 'In cả lý do từng dòng (print the reasons)' },
  },
  run: runClassify,
};

async function runClassify(context: CliContext, args: CliArguments) {
  const language = args.text('language') === 'en' ? 'en' : 'vi';
  const lines = await readLines(context, args);
  const households = lines.map(({ id, facts, evidence }) => {
    const { classify, standard } = standardFor(args.text('standard'), facts.surveyDay);
    const result = classify(facts, evidence);
    return {
      id,
      standard: standard.id,
      standardHash: result.standardHash,
      class: result.class,
      incomeScore: result.incomeScore,
      deprivationScore: result.deprivationScore,
      deprivationScoreAtMost: result.deprivationScoreAtMost,
      deprivations: result.deprivations,
      unknownCount: result.unknownCount,
      canBeRecognised: result.canBeRecognised,
      unverified: unverifiedMarks(result, language),
      explanation: explainClassification(standard, result, language),
      whatWouldChange: whatWouldChange(standard, result, language),
    };
  });
  if (context.json) context.printJson({ households });
  else
    for (const household of households) {
      context.out(`${household.id}: ${CLASS_LABELS[household.class][language]} (${household.standard})`);
      for (const mark of household.unverified) context.out(`  ${mark}`);
      if (!args.flag('explain')) continue;
      for (const line of household.explanation) context.out(`  ${line.text} [${line.source}]`);
      for (const change of household.whatWouldChange) context.out(`  → ${change}`);
    }
  return EXIT.ok;
}

async function readLines(context: CliContext, args: CliArguments): Promise<FactsLine[]> {
  const path = context.path(args.words[0] ?? '');
  const day = args.text('day') ?? context.clock.today();
  if (!isValidDay(day))
    throw usageFailure(`--day ${day} không phải một ngày YYYY-MM-DD.`, `--day ${day} is no day.`);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw environmentFailure(`Không đọc được tệp ${path}.`, `The file ${path} cannot be read.`);
  }
  return path.toLowerCase().endsWith('.csv') ? readTotalsTable(text, day) : readFactsLines(text);
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
