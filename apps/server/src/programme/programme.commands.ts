import { readFile } from 'node:fs/promises';
import type { ProgrammeView } from '@benvung/contract/programme';
import { isValidDay } from '@benvung/domain/shared/day';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  refusal,
  usageFailure,
} from '../platform/cli/command.ts';
import { listProgrammes } from './list-programmes.ts';
import { loadProgramme } from './load-programme.ts';

const programmeCommand: CliCommand = {
  name: 'programme',
  summary: 'Cây chương trình đang thi hành vào một ngày (the tree of the programme in force on a day)',
  usage: '[--day YYYY-MM-DD] [--json]',
  description:
    'Tên, cơ quan chủ trì và nguồn của từng nút; nút chưa thấy tên chỉ có số, ghi “chưa đối chiếu văn bản”. --json in mọi chương trình.\n' +
    'Name, leading body and source of each node; a node without a known name has its number alone. --json prints all programmes.',
  needsDatabase: true,
  options: {
    day: { value: 'YYYY-MM-DD', summary: 'Ngày; hôm nay nếu không ghi (the day; today unless told)' },
  },
  run: runProgramme,
};

const loadCommand: CliCommand = {
  name: 'programme load',
  summary: 'Nạp cây chương trình, bản mới hoặc chương trình mới (load a new version or a new programme)',
  usage: 'FILE.json [--json]',
  description:
    'Tệp cùng dạng với packages/regulations/programme-tree/*/*/tree.json; bản cùng mã thay bản trước. Sai một chỗ thì không nạp gì.\n' +
    'The file has the form of packages/regulations/programme-tree/*/*/tree.json; one of the same id takes its place. One fault and nothing is loaded.',
  needsDatabase: true,
  words: [1, 1],
  run: async (context, args) => {
    const { database, clock, actor } = context;
    const path = context.path(args.words[0] ?? '');
    const text = await readFile(path, 'utf8');
    await database.db.transaction().execute(async (db) => {
      const loaded = await loadProgramme(db, { text, loadedBy: actor, loadedAt: clock.now() });
      if (!('id' in loaded)) {
        const faults = loaded.join('\n  ');
        throw refusal(`Chưa nạp ${path}:\n  ${faults}`, `${path} was not loaded:\n  ${faults}`);
      }
      const { id, nodes } = loaded;
      await writeAudit(db, { accountId: null, actor, at: clock.now() }, [
        { act: 'plan.load-programme', scopePath: NATION_PATH, detail: { name: id } },
      ]);
      if (context.json) context.printJson({ id, nodes: nodes.length });
      else context.out(`Đã nạp ${id}: ${nodes.length} nút (nodes loaded)`);
    });
    return EXIT.ok;
  },
};

export const programmeCommands: readonly CliCommand[] = [programmeCommand, loadCommand];

async function runProgramme(context: CliContext, args: CliArguments) {
  const day = args.text('day') ?? context.clock.today();
  if (!isValidDay(day))
    throw usageFailure(`“${day}” không phải ngày dạng năm-tháng-ngày.`, `"${day}" is no day.`);
  const list = await listProgrammes(context.database.db, day, 'vi');
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
