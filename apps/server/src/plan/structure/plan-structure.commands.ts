import { readFile } from 'node:fs/promises';
import { planContent, planProposal } from '@benvung/contract/plan-structure';
import { type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import { PLAN_STATES } from '@benvung/domain/plan/structure/plan-life';
import type { Problem } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  refusal,
  usageFailure,
} from '../../platform/cli/command.ts';
import { regulations } from '../../standard/standard.public.ts';
import { resolveUnit } from '../../territory/territory.public.ts';
import { readSourceFile } from '../files/read-source.ts';
import { startPlan } from './act-on-plan.ts';
import { proposeFromSource } from './propose-from-source.ts';
import { listPlans } from './view-plan.ts';

const proposeCommand: CliCommand = {
  name: 'plan propose',
  summary: 'Đọc văn bản thành dự thảo kế hoạch (read a document into a draft plan)',
  usage: 'FILE [--json]',
  description:
    'Mỗi dòng kèm chữ gốc và số dòng; không lưu gì. Với --json: sửa tệp, bỏ dòng sai, rồi “plan start”.\n' +
    'Each row with its source; nothing is kept. With --json: correct the file, then "plan start".',
  needsDatabase: false,
  words: [1, 1],
  run: async (context, args) => {
    const [file = ''] = args.words;
    const proposal = proposeFromSource(await readSourceFile(context.path(file)), {
      today: context.clock.today(),
      trees: regulations().programmeTrees,
    });
    if (context.json) context.printJson(proposal);
    else
      for (const [part, rows] of Object.entries(proposal.content))
        if (Array.isArray(rows))
          for (const { id } of rows as { id: string }[])
            context.out(
              `${part}: dòng ${proposal.sources[id]?.line ?? '?'}: ${proposal.sources[id]?.text ?? ''}`,
            );
    return EXIT.ok;
  },
};

const startCommand: CliCommand = {
  name: 'plan start',
  summary: 'Bắt đầu kế hoạch từ dự thảo đã xem (start a plan from a draft that was looked through)',
  usage: 'DRAFT.json --unit CODE --confirmed [--from Y] [--to Y]',
  description:
    'DRAFT.json là kết quả “plan propose --json” sau khi một người đã xem và sửa từng phần.\n' +
    'DRAFT.json is the answer of "plan propose --json" after a person looked through each part.',
  needsDatabase: true,
  words: [1, 1],
  options: {
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị lập kế hoạch (code of the unit)' },
    confirmed: { summary: 'từng phần đã được xem (each part was looked at)' },
    from: { value: 'Y', summary: 'từ năm, mặc định năm của văn bản (first year)' },
    to: { value: 'Y', summary: 'đến năm (last year)' },
  },
  run: startFromDraft,
};

async function startFromDraft(context: CliContext, args: CliArguments) {
  if (!args.flag('confirmed'))
    throw usageFailure(
      'Thêm --confirmed sau khi một người đã xem từng phần của dự thảo.',
      'Add --confirmed after a person looked through each part of the draft.',
    );
  const [file = ''] = args.words;
  const draft = draftOf(await readFile(context.path(file), 'utf8'));
  const today = context.clock.today();
  const years = draft.years ?? { from: Number(today.slice(0, 4)), to: Number(today.slice(0, 4)) };
  const yearFrom = yearTold(args, 'from') ?? years.from;
  const yearTo = yearTold(args, 'to') ?? yearTold(args, 'from') ?? years.to;
  const unit = await unitOf(context, args);
  const asked = {
    unit: unit.id,
    kind: yearFrom === yearTo ? ('annual' as const) : ('period' as const),
    yearFrom,
    yearTo,
    programme: draft.programme,
    content: draft.content,
  };
  const by = { actor: context.actor, now: context.clock.now(), today, areas: ['/1/'] };
  const started = await context.database.withSession(async (_session, db) => {
    const answer = await startPlan(db, asked, by);
    if (!answer.ok) throw failure(answer.problem);
    await writeAudit(db, { accountId: null, actor: context.actor, at: by.now }, [
      {
        act: 'plan.start',
        subject: { kind: 'plan', id: answer.value.id },
        scopePath: unit.path,
        detail: { year: yearFrom },
      },
    ]);
    return answer.value;
  });
  if (context.json) context.printJson({ id: started.id });
  else context.out(`${started.id}: đang soạn (draft)`);
  return EXIT.ok;
}

function yearTold(args: CliArguments, option: string): number | undefined {
  const told = args.text(option);
  if (told === undefined) return undefined;
  const year = Number(told);
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    throw usageFailure(`--${option} phải là một năm.`, `--${option} must be a year.`);
  return year;
}

const draftFile = planProposal.pick({ programme: true, years: true }).extend({ content: planContent });

function draftOf(text: string): z.infer<typeof draftFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refusal('Tệp không phải JSON.', 'The file is no JSON.');
  }
  const read = draftFile.safeParse(json);
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.join('.') ?? '';
  throw refusal(
    `Dự thảo sai ở “${at}”: ${read.error.issues[0]?.message ?? ''}`,
    `The draft is wrong at "${at}".`,
  );
}

const STATE_WORDS: Readonly<Record<(typeof PLAN_STATES)[number] | 'none', string>> = {
  draft: 'đang soạn (draft)',
  submitted: 'đã trình (submitted)',
  approved: 'đã duyệt (approved)',
  issued: 'đã ban hành (issued)',
  replaced: 'đã thay thế (replaced)',
  none: 'chưa có (none)',
};

const listCommand: CliCommand = {
  name: 'plan list',
  summary: 'Đơn vị nào đã có kế hoạch của năm, ở bước nào (who has a plan of the year)',
  usage: '--unit CODE [--year Y] [--json]',
  needsDatabase: true,
  options: {
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị (code of the unit)' },
    year: { value: 'Y', summary: 'năm (year)' },
  },
  run: async (context, args) => {
    const today = context.clock.today();
    const year = yearTold(args, 'year') ?? Number(today.slice(0, 4));
    const unit = await unitOf(context, args);
    const list = await listPlans(context.database.db, { unit, year, page: 1, today });
    if (context.json) context.printJson(list);
    else {
      for (const line of list.lines.filter(({ planId }) => planId !== null))
        context.out(
          `${line.unit.name}: ${line.state === null ? '' : STATE_WORDS[line.state]} ${line.reference ?? ''}`.trim(),
        );
      const counted = [...PLAN_STATES, 'none' as const].flatMap((state) =>
        list.counts[state] === undefined ? [] : [`${STATE_WORDS[state]} ${list.counts[state]}`],
      );
      context.out(counted.join(', '));
    }
    return EXIT.ok;
  },
};

async function unitOf(context: CliContext, args: CliArguments) {
  const unit = args.text('unit') ?? '';
  const found = await resolveUnit(context.database.db, { unit, day: context.clock.today() });
  if (found !== undefined) return found;
  throw refusal(`Không có đơn vị ${unit}.`, `There is no unit ${unit}.`);
}

const failure = (problem: Problem<ProblemCode>) =>
  refusal(problemText(problem, 'vi'), problemText(problem, 'en'));

export const planStructureCommands: readonly CliCommand[] = [proposeCommand, startCommand, listCommand];
