import { problemText } from '@benvung/contract/problem-texts';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import { bilingual, type CliCommand, EXIT, refusal } from '../platform/cli/command.ts';
import type { Db } from '../platform/database/database.ts';
import { regulations } from '../standard/standard.public.ts';
import { designationsOn } from './designations-on-day.ts';
import { loadDesignations } from './load-designations.ts';
import { loadLocalGroups } from './load-local-groups.ts';
import type { PlaceListLoad, PlaceListOutcome } from './place-list.ts';
import { rowProblemText } from './row-text.ts';
import { resolveUnit } from './territory.public.ts';
import { unreadable } from './unreadable-file.ts';

interface LoadCommand extends Pick<CliCommand, 'name' | 'summary' | 'description'> {
  readonly act: string;
  load(db: Db, load: PlaceListLoad): Promise<PlaceListOutcome>;
}

const loadCommand = ({ act, load, ...told }: LoadCommand): CliCommand => ({
  ...told,
  usage: 'FILE [--dry-run]',
  needsDatabase: true,
  words: [1, 1],
  options: { 'dry-run': { summary: 'Chỉ kiểm tra, không ghi (check only)' } },
  run: async (context, args) => {
    const { database, clock, actor } = context;
    const dryRun = args.flag('dry-run');
    const path = context.path(args.words[0] ?? '');
    const outcome = await database.db
      .transaction()
      .execute(async (db) => {
        const taken = await load(db, { path, dryRun, areas: null, actor, at: clock.now() });
        const { problems, ...counts } = taken;
        if (taken.written)
          await writeAudit(db, { accountId: null, actor, at: clock.now() }, [
            { act, scopePath: NATION_PATH, detail: { ...counts, problems: problems.length } },
          ]);
        return taken;
      })
      .catch((error: unknown) => {
        throw unreadable(error);
      });
    const { problems, rows, added, ended, unchanged, written } = outcome;
    if (context.json) context.printJson({ dryRun, ...outcome });
    if (problems.length > 0) {
      for (const problem of problems) context.err(rowProblemText(problem));
      const problem = { code: 'territory.file-refused', detail: { count: problems.length } } as const;
      throw refusal(problemText(problem, 'vi'), problemText(problem, 'en'));
    }
    if (!context.json)
      context.out(
        `${rows} dòng (rows): ${added} mới (added), ${ended} hết hiệu lực (ended), ${unchanged} đã có (known)${
          written ? '' : bilingual('; chưa ghi gì', 'nothing written')
        }`,
      );
    return EXIT.ok;
  },
});

const designationLoad = loadCommand({
  name: 'designation load',
  summary: 'Nạp loại địa bàn từ tệp CSV, XLSX (load place designations)',
  description:
    'Mỗi dòng: mã đơn vị hoặc tỉnh, huyện, xã, thôn; loại địa bàn; từ ngày; đến hết ngày; quyết định. Sai một dòng thì không ghi gì.',
  act: 'territory.load-designations',
  load: loadDesignations,
});

const localGroupsLoad = loadCommand({
  name: 'local-groups load',
  summary: 'Nạp danh sách dân tộc tại chỗ của tỉnh (load the local ethnic groups of a province)',
  description:
    'Mỗi dòng: mã tỉnh hoặc tên tỉnh; dân tộc; từ ngày; đến hết ngày; căn cứ. Sai một dòng thì không ghi gì.',
  act: 'territory.load-local-groups',
  load: loadLocalGroups,
});

const designationShow: CliCommand = {
  name: 'designation show',
  summary: 'Loại địa bàn của một đơn vị vào một ngày (what a unit is designated as on a day)',
  usage: '--unit CODE [--day DAY] [--json]',
  needsDatabase: true,
  options: {
    unit: { value: 'CODE', summary: 'Mã đơn vị vào ngày ấy (code on that day)' },
    day: { value: 'DAY', summary: 'Ngày YYYY-MM-DD, mặc định hôm nay (today unless told)' },
  },
  run: async (context, args) => {
    const { database, clock } = context;
    const day = args.text('day') ?? clock.today();
    const code = args.text('unit') ?? '';
    const unit = await resolveUnit(database.db, { unit: code, day });
    if (unit === undefined) {
      const problem = { code: 'territory.unit-unknown', detail: { unit: code, day } } as const;
      throw refusal(problemText(problem, 'vi'), problemText(problem, 'en'));
    }
    const found = await designationsOn(database.db, unit.id, day);
    const labels = new Map(regulations().designationKinds.map(({ code: kind, label }) => [kind, label]));
    if (context.json)
      context.printJson({
        unit: { id: unit.id, code: unit.code, name: unit.name },
        day,
        designations: found,
      });
    else if (found.length === 0) context.out('Chưa có loại địa bàn nào (no designation)');
    else
      for (const one of found) {
        const label = labels.get(one.kind);
        const until = one.validTo === null ? '' : ` → ${one.validTo}`;
        context.out(
          `${one.unit.name}: ${bilingual(label?.vi ?? one.kind, label?.en ?? one.kind)}, ${one.validFrom}${until}, ${one.decision}`,
        );
      }
    return EXIT.ok;
  },
};

export const placeListCommands: readonly CliCommand[] = [designationLoad, designationShow, localGroupsLoad];
