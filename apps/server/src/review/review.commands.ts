import { type CliCommand, EXIT, usageFailure } from '../platform/cli/command.ts';
import { isLocalStandard } from '../standard/standard.public.ts';
import { listLastKnownUnits, resolveUnit } from '../territory/territory.public.ts';
import { reviewLawCommands } from './law/review-law.commands.ts';
import type { LedgerProblem } from './ledger-problem.ts';
import { rebuildCountersUnder } from './rebuild-counters.ts';
import { matchNumbersCommand } from './recognition/match-numbers.commands.ts';
import { roundCommands } from './round.commands.ts';
import { type LedgerVerdict, verifyLedger } from './verify-ledger.ts';

const verifyLedgerCommand: CliCommand = {
  name: 'verify ledger',
  summary: 'Kiểm sổ diễn biến: đầu kỳ + vào − ra = cuối kỳ (verify the movement ledger)',
  usage: '[--unit CODE] [--year Y] [--rebuild]',
  description:
    'So số đang giữ với số cộng lại từ hồ sơ, kiểm từng thôn có cân không, và đầu kỳ có bằng cuối kỳ năm trước không.\n' +
    'Thoát với mã 1 khi có chỗ không khớp. --rebuild: cộng lại từ hồ sơ trước khi kiểm.',
  needsDatabase: true,
  options: {
    unit: { value: 'CODE', summary: 'mã đơn vị; không có: cả nước (unit code)' },
    year: { value: 'Y', summary: 'năm; không có: mọi năm (year)' },
    rebuild: { summary: 'cộng lại số đang giữ (rebuild the counters first)' },
  },
  run: async ({ database, clock, json, printJson, out, progress }, args) => {
    const text = args.text('year');
    const year = text === undefined ? null : Number(text);
    if (year !== null && !Number.isInteger(year))
      throw usageFailure('--year phải là một năm.', '--year must be a year.');
    const code = args.text('unit') ?? 'VN';
    const day = clock.today();
    const unit = await resolveUnit(database.db, { unit: code, day });
    if (unit === undefined)
      throw usageFailure(`Không có đơn vị mã ${code} vào ngày ${day}.`, `there is no unit ${code} on ${day}`);
    const rebuilt = args.flag('rebuild')
      ? await rebuildCountersUnder(database, { path: unit.path, year, today: day })
      : null;
    const verdict = await verifyLedger(database.db, {
      path: unit.path,
      year,
      progress: (done, total) => progress('Đang kiểm (verifying)', done, total),
    });
    const ok = verdict.problems.length === 0;
    if (json) printJson({ ok, ...verdict, ...(rebuilt === null ? {} : { rebuilt }) });
    else {
      const ids = [
        ...verdict.problems.flatMap(({ communeId, villageId }) => [communeId, villageId]),
        ...verdict.notCompared.split.flatMap(({ communeId, partsOf }) => [communeId, ...partsOf]),
      ];
      const units = await listLastKnownUnits(database.db, ids, day);
      const names = new Map([...units].map(([id, { name }]) => [id, name]));
      for (const line of verdictLines(verdict, names)) out(line);
    }
    return ok ? EXIT.ok : EXIT.checkFailed;
  },
};

const KIND_WORDS: Readonly<Record<LedgerProblem['kind'], string>> = {
  counter: 'Số đang giữ sai',
  balance: 'Không cân',
  opening: 'Đầu kỳ khác cuối kỳ năm trước',
};

function verdictLines(verdict: LedgerVerdict, names: ReadonlyMap<number, string>): string[] {
  const { years, communes, lines, problems, notCompared } = verdict;
  const nameOf = (id: number) => names.get(id) ?? `đơn vị ${id}`;
  const place = ({ communeId, villageId }: LedgerProblem) =>
    [villageId, communeId]
      .filter((id) => id !== 0)
      .map(nameOf)
      .join(', ');
  return [
    `Đã kiểm ${communes} xã, ${lines} dòng, các năm ${years.join(', ') || '(chưa có)'}.`,
    ...problems.map(
      (problem) =>
        `✗ ${problem.year} ${place(problem)}${isLocalStandard(problem.standard) ? `, theo chuẩn ${problem.standard}` : ''}: ${KIND_WORDS[problem.kind]}. ${problem.detail}`,
    ),
    ...(notCompared.firstYear > 0 ? [`  ${notCompared.firstYear} xã chưa có năm trước để so đầu kỳ.`] : []),
    ...notCompared.split.map(
      ({ year, communeId, partsOf }) =>
        `  ${year} ${nameOf(communeId)}: nhận một phần của ${partsOf.map(nameOf).join(', ')}, chỉ so đầu kỳ từng thôn.`,
    ),
    problems.length === 0 ? '✓ Sổ cân.' : `${problems.length} chỗ không khớp.`,
  ];
}

export const reviewCommands: readonly CliCommand[] = [
  ...roundCommands,
  ...reviewLawCommands,
  matchNumbersCommand,
  verifyLedgerCommand,
];
