import { addDays } from '@benvung/domain/shared/day';
import { RETENTION_KINDS, type RetentionKind } from '@benvung/regulations/retention.schema';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import { NATION_PATH } from '../../platform/audit/audit-entry.ts';
import { type CliCommand, type CliContext, EXIT, usageFailure } from '../../platform/cli/command.ts';
import type { RetentionSweeper } from '../../platform/retention-sweeper.ts';
import { regulations } from '../../standard/standard.public.ts';
import { putOwnPeriod, readOwnPeriods } from './retention.store.ts';

type Sweeper = RetentionSweeper<RetentionKind>;

interface Period {
  readonly kind: RetentionKind;
  readonly keepDays: number | null;
  /** The decision of the body that runs the system, or the source of the default. */
  readonly ground: string;
}

async function periodsOf(context: CliContext): Promise<Map<RetentionKind, Period>> {
  const own = await readOwnPeriods(context.database.db);
  return new Map(
    regulations().retention.map(({ kind, keepDays, ground }) => {
      const decided = own.get(kind);
      const standing =
        decided === undefined
          ? { keepDays, ground: `${ground.document} ${ground.label}` }
          : { keepDays: decided.keepDays, ground: decided.decision };
      return [kind, { kind, ...standing }];
    }),
  );
}

/** Data of a day still lies within a period of n days when it is no older than n days. */
const cutOff = (context: CliContext, keepDays: number): string =>
  `${addDays(context.clock.today(), -keepDays)}T00:00:00+07:00`;

interface Due extends Period {
  readonly label: string;
  readonly due: number | null;
}

async function countDue(context: CliContext, sweepers: readonly Sweeper[]): Promise<Due[]> {
  const periods = await periodsOf(context);
  const due: Due[] = [];
  for (const sweeper of sweepers) {
    const period = periods.get(sweeper.kind)!;
    const count =
      period.keepDays === null
        ? null
        : await sweeper.count(context.database, cutOff(context, period.keepDays));
    due.push({ ...period, label: sweeper.label, due: count });
  }
  return due;
}

const told = ({ label, keepDays, due, ground }: Due): string =>
  `${label}: ${keepDays === null ? 'chưa đặt thời hạn (no period set)' : `${keepDays} ngày, ${due} đến hạn (days, due)`} · ${ground}`;

const show = (sweepers: readonly Sweeper[]): CliCommand => ({
  name: 'retention show',
  summary: 'Thời hạn lưu của từng loại dữ liệu và số đến hạn (periods, and what is due)',
  usage: '',
  needsDatabase: true,
  run: async (context) => {
    const due = await countDue(context, sweepers);
    if (context.json) context.printJson(due);
    else for (const each of due) context.out(told(each));
    return EXIT.ok;
  },
});

const set: CliCommand = {
  name: 'retention set',
  summary: 'Đặt thời hạn lưu theo quyết định của cơ quan (set a period by a decision)',
  usage: 'KIND DAYS|none --decision TEXT',
  description: `KIND: ${RETENTION_KINDS.join(', ')}. none: không đặt thời hạn, không xóa gì (nothing is taken away).`,
  needsDatabase: true,
  words: [2, 2],
  options: {
    decision: { value: 'TEXT', required: true, summary: 'số, ngày, cơ quan (number, day, body)' },
  },
  run: async (context, args) => {
    const [kind = '', typed = ''] = args.words;
    const keepDays = typed === 'none' ? null : Number(typed);
    const decision = (args.text('decision') ?? '').trim();
    if (!RETENTION_KINDS.includes(kind as RetentionKind))
      throw usageFailure(
        `Không có loại “${kind}”. Các loại: ${RETENTION_KINDS.join(', ')}.`,
        `the kinds are ${RETENTION_KINDS.join(', ')}`,
      );
    if (keepDays !== null && (!Number.isInteger(keepDays) || keepDays < 1 || keepDays > 36_500))
      throw usageFailure(`“${typed}” không phải số ngày từ 1 đến 36500.`, 'days from 1 to 36500, or none');
    if (decision.length < 5)
      throw usageFailure('Ghi --decision: số, ngày, cơ quan.', 'name the decision: number, day, body');
    const by = { accountId: null, actor: context.actor, at: context.clock.now() };
    await context.database.db.transaction().execute(async (db) => {
      await putOwnPeriod(db, kind, { keepDays, decision });
      await writeAudit(db, by, [
        {
          act: 'access.set-retention',
          subject: { kind: 'retention', id: kind },
          scopePath: NATION_PATH,
          detail: { keepDays, decision },
        },
      ]);
    });
    if (context.json) context.printJson({ kind, keepDays, decision });
    context.out('Đã đặt (set)');
    return EXIT.ok;
  },
};

const run = (sweepers: readonly Sweeper[]): CliCommand => ({
  name: 'retention run',
  summary: 'Xóa, hoặc xóa danh tính, những gì quá thời hạn lưu (take away what is past its period)',
  usage: '[--dry-run]',
  needsDatabase: true,
  options: { 'dry-run': { summary: 'chỉ đếm (count only)' } },
  run: async (context, args) => {
    const due = await countDue(context, sweepers);
    const done: { kind: RetentionKind; taken: number }[] = [];
    for (const { kind, keepDays, label } of due) {
      const sweeper = sweepers.find((each) => each.kind === kind);
      if (keepDays === null || sweeper === undefined || args.flag('dry-run')) continue;
      const at = context.clock.now();
      const taken = await sweeper.sweep(context.database, cutOff(context, keepDays), at);
      done.push({ kind, taken });
      if (taken > 0) await logSweep(context, { kind, keepDays, taken });
      context.out(`${label}: ${taken}`);
    }
    if (context.json) context.printJson({ due, done });
    else if (args.flag('dry-run')) for (const each of due) context.out(told(each));
    return EXIT.ok;
  },
});

async function logSweep(
  { database, actor, clock }: CliContext,
  { kind, keepDays, taken }: { kind: string; keepDays: number; taken: number },
): Promise<void> {
  await database.db.transaction().execute((db) =>
    writeAudit(db, { accountId: null, actor, at: clock.now() }, [
      {
        act: 'access.run-retention',
        subject: { kind: 'retention', id: kind },
        scopePath: NATION_PATH,
        detail: { keepDays, taken },
      },
    ]),
  );
}

/** `sweepers` come from every feature that keeps something for a time. */
export const retentionCommands = (sweepers: readonly Sweeper[]): readonly CliCommand[] => [
  show(sweepers),
  set,
  run(sweepers),
];
