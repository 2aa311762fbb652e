import { problemText } from '@benvung/contract/problem-texts';
import type { SimulatedHouseholds, SimulationPart } from '@benvung/contract/standard';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { HOUSEHOLD_CLASSES, type HouseholdClass } from '@benvung/domain/standard/household-class';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  refusal,
  usageFailure,
} from '../platform/cli/command.ts';
import { resolveUnit, type UnitOnDay } from '../territory/territory.public.ts';
import { listSimulatedChange, simulateStandard } from './simulate-standard.ts';

export const simulateCommand: CliCommand = {
  name: 'simulate',
  summary:
    'Thử một chuẩn khác trên các hộ đã rà soát: hộ nào sẽ đổi loại (try another standard, nothing is written)',
  usage: '--unit CODE --year Y --standard ID [--from CLASS --to CLASS] [--language vi|en] [--json]',
  description:
    'Tính lại từ câu trả lời đã chốt của năm. Hộ chỉ có tổng điểm trên phiếu giấy không thử được theo bộ chỉ số khác và được\n' +
    'đếm riêng. --from, --to: liệt kê các hộ của một thay đổi và vì sao (POOR, NEAR_POOR, AVERAGE_LIVING_STANDARD,\n' +
    'NOT_POOR, UNDETERMINED). Kết quả thử không dùng để công nhận.',
  needsDatabase: true,
  options: {
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị (unit code)' },
    year: { value: 'Y', required: true, summary: 'năm rà soát (year)' },
    standard: { value: 'ID', required: true, summary: 'chuẩn để thử (the standard to try)' },
    from: { value: 'CLASS', summary: 'loại hộ đang có (class now)' },
    to: { value: 'CLASS', summary: 'loại hộ theo chuẩn thử (class under the standard)' },
    language: { value: 'LANG', summary: 'vi hoặc en' },
  },
  run: async (context, args) => {
    const { database, clock, json, printJson, out } = context;
    const year = Number(args.text('year'));
    if (!Number.isInteger(year)) throw usageFailure('--year phải là một năm.', '--year must be a year.');
    const unit = await resolveUnit(database.db, { unit: args.text('unit') ?? '', day: clock.today() });
    if (unit === undefined) throw refusal('Không có đơn vị này.', 'there is no such unit');
    const change = changeOf(args);
    const wanted = { unitId: unit.id, year, standardId: args.text('standard') ?? '' };
    if (change !== null) {
      const households = await listAll(context, wanted, change, args.text('language') === 'en' ? 'en' : 'vi');
      if (json) printJson({ unit: unit.id, ...wanted, ...change, draft: true, households });
      else
        for (const { head, village, persons, why } of households)
          out(`${head}, ${village}, ${persons} người: ${why}`);
      return EXIT.ok;
    }
    const whole = await simulateAll(context, wanted);
    if (json) printJson({ unit: unit.id, year, ...whole });
    else for (const line of linesOf(whole, unit, year)) out(line);
    return EXIT.ok;
  },
};

const isClass = (word: string | undefined): word is HouseholdClass =>
  (HOUSEHOLD_CLASSES as readonly (string | undefined)[]).includes(word);

function changeOf(args: CliArguments): { from: HouseholdClass; to: HouseholdClass } | null {
  const [from, to] = [args.text('from'), args.text('to')];
  if (from === undefined && to === undefined) return null;
  if (!isClass(from) || !isClass(to))
    throw usageFailure(
      `--from và --to đi cùng nhau, là một trong ${HOUSEHOLD_CLASSES.join(', ')}.`,
      'give both --from and --to, each a class',
    );
  return { from, to };
}

type Wanted = { readonly unitId: number; readonly year: number; readonly standardId: string };
type Whole = Pick<SimulationPart, 'standard' | 'counts' | 'notSimulated'> & { readonly households: number };

async function simulateAll({ database, clock, progress }: CliContext, wanted: Wanted): Promise<Whole> {
  const parts: SimulationPart[] = [];
  let after: string | null = null;
  let done = 0;
  do {
    const part = await simulateStandard(database.db, { ...wanted, after, areas: null, today: clock.today() });
    if (!part.ok) throw refusal(problemText(part.problem, 'vi'), problemText(part.problem, 'en'));
    parts.push(part.value);
    done += part.value.done;
    progress('Đang thử (simulating)', done, parts[0]?.total ?? done);
    after = part.value.next;
  } while (after !== null);
  const counts = HOUSEHOLD_CLASSES.flatMap((from) =>
    HOUSEHOLD_CLASSES.flatMap((to) => {
      const lines = parts
        .flatMap((part) => part.counts)
        .filter((line) => line.from === from && line.to === to);
      const sum = (of: 'households' | 'persons') => lines.reduce((total, line) => total + line[of], 0);
      return lines.length === 0 ? [] : [{ from, to, households: sum('households'), persons: sum('persons') }];
    }),
  );
  const notSimulated = HOUSEHOLD_CLASSES.flatMap((from) =>
    (['noAnswers', 'paperTotals'] as const).flatMap((reason) => {
      const lines = parts
        .flatMap((part) => part.notSimulated)
        .filter((line) => line.from === from && line.reason === reason);
      const households = lines.reduce((total, line) => total + line.households, 0);
      return households === 0 ? [] : [{ from, reason, households }];
    }),
  );
  return { standard: parts[0]!.standard, counts, notSimulated, households: done };
}

const REASONS = {
  noAnswers: 'không có câu trả lời để tính',
  paperTotals: 'chỉ có tổng điểm trên phiếu giấy, không thử được theo bộ chỉ số khác',
} as const;

const linesOf = (
  { standard, counts, notSimulated, households }: Whole,
  unit: UnitOnDay,
  year: number,
): string[] => [
  `${unit.name}, ${year}: ${households} hộ đã rà soát, thử theo ${standard.title.vi}`,
  standard.draft ? '⚠ Thử theo dự thảo, không dùng để công nhận' : '⚠ Kết quả thử, không dùng để công nhận',
  ...counts.map(
    ({ from, to, households: count, persons }) =>
      `  ${CLASS_LABELS[from].vi} → ${CLASS_LABELS[to].vi}: ${count} hộ, ${persons} người${from === to ? '' : '  *'}`,
  ),
  ...notSimulated.map(
    ({ from, reason, households: count }) =>
      `  ${CLASS_LABELS[from].vi}: ${count} hộ chưa thử được, ${REASONS[reason]}`,
  ),
];

async function listAll(
  { database, clock }: CliContext,
  wanted: Wanted,
  change: { from: HouseholdClass; to: HouseholdClass },
  language: 'vi' | 'en',
): Promise<SimulatedHouseholds['households']> {
  const households: SimulatedHouseholds['households'] = [];
  let after: string | null = null;
  do {
    const page = await listSimulatedChange(database.db, {
      ...wanted,
      ...change,
      language,
      after,
      areas: null,
      today: clock.today(),
    });
    if (!page.ok) throw refusal(problemText(page.problem, 'vi'), problemText(page.problem, 'en'));
    households.push(...page.value.households);
    after = page.value.next;
  } while (after !== null);
  return households;
}
