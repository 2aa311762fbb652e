import type { ProgrammeView } from '@benvung/contract/programme';
import { isValidDay } from '@benvung/domain/shared/day';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  usageFailure,
} from '../platform/cli/command.ts';
import { listProgrammes } from './list-programmes.ts';

const programmeCommand: CliCommand = {
  name: 'programme',
  summary: 'Cây chương trình đang thi hành vào một ngày (the tree of the programme in force on a day)',
  usage: '[--day YYYY-MM-DD] [--json]',
  description:
    'Tên, cơ quan chủ trì và nguồn của từng nút; nút chưa thấy tên chỉ có số, ghi “chưa đối chiếu văn bản”. --json in mọi chương trình.\n' +
    'Name, leading body and source of each node; a node without a known name has its number alone. --json prints all programmes.',
  needsDatabase: false,
  options: {
    day: { value: 'YYYY-MM-DD', summary: 'Ngày; hôm nay nếu không ghi (the day; today unless told)' },
  },
  run: runProgramme,
};

export const programmeCommands: readonly CliCommand[] = [programmeCommand];

async function runProgramme(context: CliContext, args: CliArguments) {
  const day = args.text('day') ?? context.clock.today();
  if (!isValidDay(day))
    throw usageFailure(`“${day}” không phải ngày dạng năm-tháng-ngày.`, `"${day}" is no day.`);
  const list = listProgrammes(day, 'vi');
  if (context.json) context.printJson(list);
  else
    for (const line of describe(
      list.programmes.find((programme) => programme.inForce),
      day,
    ))
      context.out(line);
  return EXIT.ok;
}

function describe(programme: ProgrammeView | undefined, day: string): readonly string[] {
  if (programme === undefined)
    return [`Không có chương trình nào đang thi hành ngày ${day} (no programme on that day).`];
  const { name, ground, leads, nodes } = programme;
  return [
    name,
    `${ground}${leads.length === 0 ? '' : ` · ${leads.join(', ')}`}`,
    ...nodes.map((node) => {
      const unseen = node.verified ? '' : ' [chưa đối chiếu văn bản]';
      const led = node.leads.length === 0 ? '' : ` · ${node.leads.join(', ')}`;
      return `${'  '.repeat(node.depth + 1)}${node.label}${node.name === null ? '' : `: ${node.name}`}${led}${unseen}`;
    }),
  ];
}
