import { problemText } from '@benvung/contract/problem-texts';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { isValidDay } from '@benvung/domain/shared/day';
import { groupBy } from '@benvung/domain/shared/group-by';
import type { Problem } from '@benvung/domain/shared/result';
import { writeAudit } from '../platform/audit/audit.store.ts';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  refusal,
  usageFailure,
} from '../platform/cli/command.ts';
import type { Db } from '../platform/database/database.ts';
import { listUnitsUnder, resolveUnit, type UnitOnDay } from '../territory/territory.public.ts';
import { chooseRoundStandards, namedIn } from './choose-round-standards.ts';
import { closeRound } from './close-round.ts';
import { lockYear } from './lock-year.ts';
import { openRounds } from './open-round.ts';
import { provinceCodesOf } from './province-codes.ts';
import { listRoundsUnder } from './review-round.store.ts';

const AREA_AND_YEAR = {
  unit: { value: 'CODE', required: true, summary: 'mã đơn vị (unit code)' },
  year: { value: 'Y', required: true, summary: 'năm rà soát (year)' },
} as const;

const NO_LOCAL = 'none';

const roundOpen: CliCommand = {
  name: 'round open',
  summary: 'Mở đợt rà soát định kỳ ở mọi xã của một đơn vị (open the periodic rounds of a unit)',
  usage: '--unit CODE --year Y [--day DAY] [--standard ID] [--local-standard ID|none] [--source TEXT]',
  description:
    'Hộ nghèo, cận nghèo và chưa xác định của năm trước vào sẵn danh sách. Xã đã có đợt thì để nguyên.\n' +
    '--day: ngày chốt mã đơn vị và tuổi (mặc định 31/12). --standard: mặc định chuẩn có hiệu lực ngày đó.\n' +
    '--local-standard: chuẩn cao hơn của tỉnh, mặc định chuẩn tỉnh có hiệu lực ngày đó; none: không dùng. Mỗi hộ khi ấy\n' +
    'có thêm một kết quả: tiền trung ương theo loại quốc gia, tiền địa phương theo loại địa phương.',
  needsDatabase: true,
  options: {
    ...AREA_AND_YEAR,
    day: { value: 'DAY', summary: 'ngày chốt, YYYY-MM-DD (reference day)' },
    standard: { value: 'ID', summary: 'chuẩn nghèo quốc gia (national poverty standard)' },
    'local-standard': { value: 'ID', summary: 'chuẩn của tỉnh, hoặc none (local standard)' },
    source: { value: 'TEXT', summary: 'văn bản mở đợt (the document that opens it)' },
  },
  run: (context, args) =>
    act(context, args, 'review.open-round', async (db, { unit, year }) => {
      const referenceDay = args.text('day') ?? `${year}-12-31`;
      if (!isValidDay(referenceDay))
        throw usageFailure(
          `--day ${referenceDay} không phải một ngày YYYY-MM-DD.`,
          `--day ${referenceDay} is no day.`,
        );
      const today = context.clock.today();
      const communes = await listUnitsUnder(db, { path: unit.path, level: 'commune', day: today });
      const begun = new Set((await listRoundsUnder(db, year, unit.path)).map((round) => round.communeId));
      const missing = communes.filter((commune) => !begun.has(commune.id));
      const provinceOf = await provinceCodesOf(
        db,
        communes.map(({ path }) => path),
        today,
      );
      const local = args.text('local-standard');
      let underLocal = 0;
      for (const [provinceCode, some] of groupBy(missing, ({ path }) => provinceOf(path))) {
        const standards = chooseRoundStandards({
          day: referenceDay,
          provinceCode,
          standardId: args.text('standard'),
          localStandardId: local === NO_LOCAL ? null : local,
        });
        if (!standards.ok) throw told(standards.problem);
        const opened = await openRounds(db, {
          year,
          kind: 'PERIODIC',
          communes: some.map((commune) => ({ communeId: commune.id, scopePath: commune.path })),
          ...namedIn(standards.value),
          referenceDay,
          today,
          source: args.text('source') ?? '',
          demonstration: context.clock.fixed,
          carryOver: true,
        });
        if (!opened.ok) throw told(opened.problem);
        if (standards.value.local !== null) underLocal += opened.value.length;
      }
      const counted = { opened: missing.length, alreadyOpen: begun.size, underLocal };
      return {
        ...counted,
        line:
          `Đã mở đợt ${year} ở ${counted.opened} xã; ${counted.alreadyOpen} xã đã có đợt (opened).` +
          (underLocal > 0 ? ` ${underLocal} xã xếp loại thêm theo chuẩn địa phương (local standard).` : ''),
      };
    }),
};

const roundClose: CliCommand = {
  name: 'round close',
  summary: 'Kết thúc các đợt rà soát của một đơn vị (close the rounds of a unit)',
  usage: '--unit CODE --year Y',
  description: 'Tất cả hoặc không: một xã chưa xong thì không xã nào được kết thúc, và lý do được nói ra.',
  needsDatabase: true,
  options: AREA_AND_YEAR,
  run: (context, args) =>
    act(context, args, 'review.close-round', async (db, { unit, year }) => {
      const rounds = await listRoundsUnder(db, year, unit.path);
      if (rounds.length === 0) throw told({ code: 'review.round-not-begun' });
      const open = rounds.filter((round) => round.status === 'OPEN');
      for (const { id, communeId } of open) {
        const closed = await closeRound(db, {
          roundId: id,
          today: context.clock.today(),
          said: { actor: context.actor, at: context.clock.now() },
        });
        if (closed.ok) continue;
        const day = context.clock.today();
        const commune = await resolveUnit(db, { unit: communeId, day });
        throw told(closed.problem, commune?.name);
      }
      return { closed: open.length, line: `Đã kết thúc đợt ${year} ở ${open.length} xã (closed).` };
    }),
};

const roundLock: CliCommand = {
  name: 'round lock',
  summary: 'Khóa số liệu một năm của một đơn vị (lock a unit’s year)',
  usage: '--unit CODE --year Y',
  description: 'Mọi đợt phải đã kết thúc. Sau khi khóa chỉ sửa được bằng đính chính.',
  needsDatabase: true,
  options: AREA_AND_YEAR,
  run: (context, args) =>
    act(context, args, 'review.lock-year', async (db, { unit, year }) => {
      const locked = await lockYear(db, {
        year,
        path: unit.path,
        today: context.clock.today(),
        said: { actor: context.actor, at: context.clock.now() },
      });
      if (!locked.ok) throw told(locked.problem);
      return { ...locked.value, line: `Đã khóa năm ${year} ở ${locked.value.locked} xã (locked).` };
    }),
};

type Outcome = { readonly line: string } & Readonly<Record<string, string | number>>;

/** One act on the rounds of a unit's year, in one transaction with its entry in the log. */
async function act(
  context: CliContext,
  args: CliArguments,
  name: string,
  work: (db: Db, wanted: { unit: UnitOnDay; year: number }) => Promise<Outcome>,
) {
  const { database, clock, actor } = context;
  const year = Number(args.text('year'));
  if (!Number.isInteger(year)) throw usageFailure('--year phải là một năm.', '--year must be a year.');
  const code = args.text('unit') ?? '';
  const unit = await resolveUnit(database.db, { unit: code, day: clock.today() });
  if (unit === undefined) throw told({ code: 'review.unit-not-found', detail: { unit: code } });
  const { line, ...counted } = await database.db.transaction().execute(async (db) => {
    const done = await work(db, { unit, year });
    const { line: _said, ...detail } = done;
    await writeAudit(db, { accountId: null, actor, at: clock.now() }, [
      {
        act: name,
        subject: { kind: 'unit', id: String(unit.id) },
        scopePath: unit.path,
        detail: { year, ...detail },
      },
    ]);
    return done;
  });
  if (context.json) context.printJson({ unit: unit.id, year, ...counted });
  else context.out(`${unit.name}: ${line}`);
  return EXIT.ok;
}

const told = (problem: Problem<ReviewProblemCode | 'shared.not-found'>, place?: string) => {
  const where = place === undefined ? '' : `${place}: `;
  return refusal(where + problemText(problem, 'vi'), problemText(problem, 'en'));
};

export const roundCommands: readonly CliCommand[] = [roundOpen, roundClose, roundLock];
