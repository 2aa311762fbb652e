import { problemText } from '@benvung/contract/problem-texts';
import { verifyTerritory } from '@benvung/domain/territory/verify-territory';
import { type CliCommand, EXIT, refusal } from '../platform/cli/command.ts';
import { followTerritory } from './follow-territory.ts';
import { loadTerritoryList } from './load-territory-list.ts';
import { placeListCommands } from './place-list.commands.ts';
import { readTerritoryList } from './read-territory-list.ts';
import { rowProblemText } from './row-text.ts';
import { readShippedStates, readShippedUnits } from './shipped-territory-files.ts';
import { unreadable } from './unreadable-file.ts';

const verify: CliCommand = {
  name: 'verify territory',
  summary: 'Kiểm tra danh mục hành chính kèm theo: số đơn vị, kế thừa (check the shipped lists of units)',
  usage: '',
  needsDatabase: false,
  run: async (context) => {
    const shipped = await readShippedStates();
    const { states, problems } = verifyTerritory(await readShippedUnits(shipped));
    const details = new Map(
      shipped.map(({ on, label, inPackages, differences }) => [on, { label, inPackages, differences }]),
    );
    if (context.json)
      context.printJson({
        states: states.map((state) => ({
          ...state,
          inPackages: details.get(state.on)?.inPackages,
          differences: details.get(state.on)?.differences,
        })),
        problems,
      });
    else {
      for (const state of states) {
        const { provinces, districts, communes, official, splitCommunes, notAssignableCommunes } = state;
        context.out(`${state.on}  ${details.get(state.on)?.label ?? ''}`);
        context.out(
          `  tỉnh (provinces) ${provinces}/${official.provinces}, huyện (districts) ${districts}/${official.districts}, xã (communes) ${communes}/${official.communes}`,
        );
        if (splitCommunes + notAssignableCommunes > 0)
          context.out(
            `  xã bị chia (split) ${splitCommunes}, không rõ về đâu (not assignable) ${notAssignableCommunes}`,
          );
        for (const { change, codes, why } of details.get(state.on)?.differences ?? [])
          context.out(`  ${CHANGE_WORDS[change]} ${codes.length}: ${codes.join(' ')}\n    ${why}`);
      }
      for (const { code, on, detail } of problems) context.out(`✗ ${on} ${code}: ${detail}`);
      if (problems.length === 0) context.out('✓ 0 lỗi (no problem)');
    }
    return problems.length === 0 ? EXIT.ok : EXIT.checkFailed;
  },
};

const CHANGE_WORDS = {
  excess: 'gói thừa (in the package, not in the list)',
  added: 'bổ sung (added)',
  changed: 'sửa tên, loại (changed)',
} as const;

const load: CliCommand = {
  name: 'territory load',
  summary: 'Nạp danh mục hành chính mới từ tệp JSON, CSV, XLSX (load a newer list of units)',
  usage: 'FILE [--day DAY] [--source TEXT] [--complete]',
  description:
    'Mỗi dòng "đơn vị" (unit): mã, tên có loại, mã cấp trên. Mỗi dòng "chuyển" (successor): mã cũ, các mã mới; không có mã\n' +
    'mới là không rõ về đâu. Sai một dòng thì không ghi gì. Xem docs/guide/territory-lists.md.',
  needsDatabase: true,
  words: [1, 1],
  options: {
    day: { value: 'DAY', summary: 'Ngày hiệu lực YYYY-MM-DD; JSON tự ghi (day in force)' },
    source: { value: 'TEXT', summary: 'Căn cứ: số nghị quyết; JSON tự ghi (the resolution)' },
    complete: { summary: 'Tệp có mọi đơn vị đang có (the file names every unit in force)' },
  },
  run: async (context, args) => {
    const { database, clock } = context;
    const list = await readTerritoryList(context.path(args.words[0] ?? ''), {
      day: args.text('day'),
      source: args.text('source'),
      ...(args.flag('complete') ? { complete: true } : {}),
    }).catch((error: unknown) => {
      throw unreadable(error);
    });
    const by = { actor: context.actor, accountId: null, at: clock.now() };
    const result = await loadTerritoryList(database, list, by);
    if (!result.ok) {
      const { rows = [], ...problem } = result.problem;
      if (context.json) context.printJson({ loaded: false, problem, rows });
      for (const row of rows) context.err(rowProblemText(row));
      throw refusal(problemText(problem, 'vi'), problemText(problem, 'en'));
    }
    const moved = await followTerritory(database, clock.today());
    const { versions, newUnits, ended, villages } = result.value;
    if (context.json)
      context.printJson({
        loaded: true,
        day: list.day,
        versions,
        newUnits,
        ended,
        villages,
        factsMoved: moved,
      });
    else
      context.out(
        `${list.day}: ${versions} thay đổi (changes), ${newUnits} đơn vị mới (new), ${ended} kết thúc (ended), ${villages} thôn theo về (villages moved)`,
      );
    return EXIT.ok;
  },
};

export const territoryCommands: readonly CliCommand[] = [verify, load, ...placeListCommands];
