import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TargetCascade, TargetRow } from '@benvung/contract/plan-target';
import { type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import { checkLine, checkParts } from '@benvung/domain/plan/target/check-cascade';
import { faultSentence } from '@benvung/domain/plan/target/fault-sentence';
import { printRate } from '@benvung/domain/plan/target/rate';
import {
  partsOfStock,
  partsOfWhole,
  SPLIT_METHODS,
  type SplitMethod,
  splitTarget,
} from '@benvung/domain/plan/target/split-target';
import { startLine } from '@benvung/domain/plan/target/start-line';
import {
  assignedOf,
  openingRate,
  plannedRate,
  type TargetLine,
  withAssigned,
} from '@benvung/domain/plan/target/target';
import { groupThousands } from '@benvung/domain/shared/phrase';
import type { Problem } from '@benvung/domain/shared/result';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  refusal,
  usageFailure,
} from '../../platform/cli/command.ts';
import { resolveUnit } from '../../territory/territory.public.ts';
import { adjustTargets, type TypedLine } from './change-targets.ts';
import { readTargetAnnex } from './import-annex.ts';
import { readCascade } from './read-cascade.ts';

import { mapDayOf } from './target-unit.ts';

const place = {
  unit: {
    value: 'CODE',
    required: true,
    summary: 'mã đơn vị giao chỉ tiêu (code of the unit that hands down)',
  },
  year: { value: 'Y', required: true, summary: 'năm (year)' },
  indicator: { value: 'CODE', summary: 'chỉ tiêu, mặc định poor (indicator, poor unless told)' },
};

const showCommand: CliCommand = {
  name: 'target show',
  summary: 'Chỉ tiêu của một đơn vị và cấp dưới, kiểm cộng (targets of a unit and those below, checked)',
  usage: '--unit CODE --year Y [--indicator CODE] [--json]',
  description:
    'Mã thoát 1 khi có số không khớp: cộng không bằng, tỷ lệ khác số đếm, vượt khả năng thoát.\n' +
    'Exit code 1 when figures contradict: sums, rates against counts, more than can leave.',
  needsDatabase: true,
  options: place,
  run: async (context, args) => {
    const cascade = await cascadeOf(context, args);
    const faults = faultsOf(cascade);
    if (context.json) context.printJson({ ...cascade, faults });
    else
      for (const line of [...cascadeLines(cascade), ...faults.map((fault) => `▲ ${fault}`)])
        context.out(line);
    return faults.length > 0 ? EXIT.checkFailed : EXIT.ok;
  },
};

const importCommand: CliCommand = {
  name: 'target import',
  summary: 'Nhập phụ lục chỉ tiêu từ .xlsx, .csv hoặc văn bản (import an annex of targets)',
  usage: 'FILE --unit CODE --year Y [--indicator CODE] [--dry-run]',
  description: 'Ghi tất cả hoặc không ghi gì.\nWrites all of it or nothing.',
  needsDatabase: true,
  words: [1, 1],
  options: { ...place, 'dry-run': { summary: 'chỉ đọc thử (read only)' } },
  run: async (context, args) => {
    const [file = ''] = args.words;
    const { unitId, year, today } = await placeOf(context, args);
    const indicator = args.text('indicator') ?? 'poor';
    const read = await readTargetAnnex(context.database.db, await readFile(context.path(file)), {
      unitId,
      year,
      indicator,
      file: basename(file),
      areas: null,
      today,
      language: 'vi',
    });
    if (!read.ok) throw failure(read.problem);
    for (const fault of read.value.faults) context.err(`▲ ${fault}`);
    const { mistakes } = read.value;
    for (const mistake of mistakes) context.err(`■ ${mistake}`);
    if (mistakes.length > 0)
      throw failure({ code: 'plan-target.annex-mistakes', detail: { count: mistakes.length } });
    const lines = read.value.rows.flatMap(({ unit, version, line }): TypedLine[] =>
      unit === null ? [] : [{ unitId: unit.id, indicator, version, line }],
    );
    if (!args.flag('dry-run')) await write(context, { year, lines, reason: read.value.file });
    context.out(`${lines.length} dòng${args.flag('dry-run') ? ', chưa ghi' : ' đã ghi'} (rows)`);
    return EXIT.ok;
  },
};

const splitCommand: CliCommand = {
  name: 'target split',
  summary: 'Chia chỉ tiêu của đơn vị cho cấp dưới (split a unit’s target among those below)',
  usage: '--unit CODE --year Y [--indicator CODE] --by stock|rate|capacity [--dry-run]',
  description:
    'Ô đã khóa và chỉ tiêu đã giao giữ nguyên; các phần cộng lại đúng bằng tổng.\n' +
    'What is locked or fixed stays; the parts add up to the whole.',
  needsDatabase: true,
  options: {
    ...place,
    by: {
      value: 'METHOD',
      required: true,
      summary: 'theo số hộ, tỷ lệ, khả năng thoát (by stock, rate, capacity)',
    },
    'dry-run': { summary: 'chỉ xem đề xuất (show only)' },
  },
  run: async (context, args) => {
    const method = SPLIT_METHODS.find((one) => one === args.text('by'));
    if (method === undefined)
      throw usageFailure('--by chỉ nhận stock, rate hoặc capacity.', '--by takes stock, rate or capacity.');
    const cascade = await cascadeOf(context, args);
    const split = splitOf(cascade, method);
    const open = split.filter(({ row }) => !isHeld(row));
    for (const { row, assigned } of split) context.out(`${row.unit.name}: ${groupThousands(assigned, 'vi')}`);
    if (args.flag('dry-run')) return EXIT.ok;
    const lines = open.map(({ row, line }) => ({
      unitId: row.unit.id,
      indicator: row.indicator,
      version: row.version,
      line,
    }));
    await write(context, { year: cascade.year, lines, reason: `Chia theo ${method}` });
    return EXIT.ok;
  },
};

export const targetCommands: readonly CliCommand[] = [showCommand, importCommand, splitCommand];

async function placeOf(context: CliContext, args: CliArguments) {
  const year = Number(args.text('year'));
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    throw usageFailure('--year phải là một năm.', '--year must be a year.');
  const today = context.clock.today();
  const unit = args.text('unit') ?? '';
  const found = await resolveUnit(context.database.db, { unit, day: mapDayOf(year, today) });
  if (found === undefined) throw failure({ code: 'plan-target.unit-not-found', detail: { unit } });
  return { unitId: found.id, year, today };
}

async function cascadeOf(context: CliContext, args: CliArguments): Promise<TargetCascade> {
  const asked = await placeOf(context, args);
  const read = await readCascade(context.database.db, {
    ...asked,
    indicators: args.text('indicator') ?? 'poor',
    areas: null,
    demonstration: context.clock.fixed,
  });
  if (!read.ok) throw failure(read.problem);
  return read.value;
}

const failure = (problem: Problem<ProblemCode>) =>
  refusal(problemText(problem, 'vi'), problemText(problem, 'en'));

async function write(
  { database, clock, actor }: CliContext,
  { year, lines, reason }: { year: number; lines: readonly TypedLine[]; reason: string },
): Promise<void> {
  const at = clock.now();
  await database.withSession(async (_session, db) => {
    const changed = await adjustTargets(db, lines, {
      year,
      areas: null,
      today: clock.today(),
      demonstration: clock.fixed,
      acting: { actor, accountId: null, at },
      reason,
    });
    if (!changed.ok) throw failure(changed.problem);
    await writeAudit(
      db,
      { accountId: null, actor, at },
      changed.value.map(({ unitId, scopePath, indicator }) => ({
        act: 'plan.adjust-target',
        subject: { kind: 'unit', id: String(unitId) },
        scopePath,
        detail: { year, indicators: [indicator] },
      })),
    );
  });
}

const isHeld = ({ locked, state }: TargetRow): boolean => locked || state === 'fixed';

function splitOf(
  { rows: [own, ...rows], indicators, shown: [code] }: TargetCascade,
  method: SplitMethod,
): { row: TargetRow; assigned: number; line: TargetLine }[] {
  const kind = indicators.find((one) => one.code === code)?.kind ?? 'stock';
  const whole = own?.line ? assignedOf(kind, own.line) : null;
  if (own === undefined || whole === null)
    throw failure({ code: 'plan-target.parent-not-told', detail: { unit: own?.unit.name ?? '' } });
  const figures = rows.map((row) => {
    const line = row.line ?? startLine(row.facts, kind);
    return {
      id: row.unit.id,
      stock: line.opening.count ?? 0,
      rate: openingRate(line),
      capacity: (line.opening.count ?? 0) - (row.facts.noLabour ?? 0),
      base: line.planned.base ?? line.opening.base,
      locked: isHeld(row) ? (assignedOf(kind, line) ?? 0) : null,
    };
  });
  const parts =
    kind === 'stock' ? partsOfStock(method, figures) : partsOfWhole(figures, { capped: kind === 'coverage' });
  const split = splitTarget(whole, parts);
  if (!split.ok) throw failure(split.problem);
  return rows.map((row) => {
    const assigned = split.value.get(row.unit.id) ?? 0;
    return { row, assigned, line: withAssigned(kind, row.line ?? startLine(row.facts, kind), assigned) };
  });
}

function faultsOf({ rows, indicators, shown }: TargetCascade): string[] {
  return shown.flatMap((code) => {
    const kind = indicators.find((one) => one.code === code)?.kind ?? 'stock';
    const [own, ...below] = rows.filter(({ indicator }) => indicator === code);
    const lines = below.flatMap(({ line }) => (line === null ? [] : [line]));
    const inRows = [own, ...below].flatMap((row) =>
      row?.line
        ? checkLine(row.line, {
            kind,
            counted: row.facts.opening,
            capacity: row.facts.noLabour === null ? null : (row.facts.opening ?? 0) - row.facts.noLabour,
          }).map((fault) => `${row.unit.name}: ${faultSentence(fault, 'vi')}`)
        : [],
    );
    const sums = own?.line ? checkParts(kind, own.line, lines) : [];
    return [...inRows, ...sums.map((fault) => `${own?.unit.name}: ${faultSentence(fault, 'vi')}`)];
  });
}

const STATES = {
  draft: 'đang soạn',
  proposed: 'đã gửi',
  asked: 'đề nghị đổi',
  agreed: 'đã đồng ý',
  fixed: 'đã giao',
} as const;
const number = (value: number | null) => (value === null ? '–' : groupThousands(value, 'vi'));
const percent = (rate: number | null) => (rate === null ? '–' : `${printRate(rate)} %`);

function cascadeLines({ unit, year, rows, indicators, shown }: TargetCascade): string[] {
  return shown.flatMap((code) => {
    const indicator = indicators.find((one) => one.code === code);
    const kind = indicator?.kind ?? 'stock';
    return [
      `${indicator?.name.vi ?? code}, ${unit.name}, ${year}`,
      ...rows
        .filter((row) => row.indicator === code)
        .map(({ unit: one, line, state, facts }) =>
          line === null
            ? `  ${one.name}: chưa có (đầu kỳ ${number(facts.opening)})`
            : `  ${one.name}: ${number(line.opening.count)} (${percent(openingRate(line))}) giao ${number(assignedOf(kind, line))}, còn ${number(line.planned.count)} (${percent(plannedRate(line))}) · ${STATES[state ?? 'draft']}`,
        ),
    ];
  });
}
