import { problemText } from '@benvung/contract/problem-texts';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import {
  type CliCommand,
  CommandFailure,
  EXIT,
  environmentFailure,
  refusal,
} from '../platform/cli/command.ts';
import { listUsableScorecards } from './list-scorecards.ts';
import { loadScorecard } from './load-scorecard.ts';
import { regulations } from './read-regulations.ts';
import { readScorecardFile } from './read-scorecard-file.ts';
import { STATUS_WORDS, writeScorecardFile } from './scorecard-template.ts';

const scorecardLoad: CliCommand = {
  name: 'scorecard load',
  summary: 'Nạp một thang điểm từ Excel (load a scorecard from Excel)',
  usage: 'FILE.xlsx [--json]',
  needsDatabase: true,
  words: [1, 1],
  run: async (context, args) => {
    const { database, clock, actor } = context;
    const file = await readScorecardFile(context.path(args.words[0] ?? ''));
    if (!file.ok) {
      const lines = file.faults.map(({ at, reason }) => `${at}: ${reason}`);
      throw new CommandFailure(EXIT.refused, lines.join('\n'));
    }
    const { scorecard } = file;
    await database.db.transaction().execute(async (db) => {
      const loaded = await loadScorecard(db, { scorecard, loadedBy: actor, loadedAt: new Date(clock.now()) });
      if (!loaded.ok) throw refusal(problemText(loaded.problem, 'vi'), problemText(loaded.problem, 'en'));
      const subject = { kind: 'scorecard', id: scorecard.id };
      const note = {
        act: 'standard.load-scorecard',
        subject,
        scopePath: NATION_PATH,
        detail: { status: scorecard.status },
      };
      await writeAudit(db, { accountId: null, actor, at: clock.now() }, [note]);
    });
    const { id, status } = scorecard;
    if (context.json) context.printJson({ id, status, items: scorecard.items.length });
    else context.out(`Đã nạp thang điểm ${id}, ${STATUS_WORDS[status]} (scorecard loaded)`);
    return EXIT.ok;
  },
};

const scorecardTemplate: CliCommand = {
  name: 'scorecard template',
  summary: 'Ghi tệp Excel mẫu của thang điểm (write the Excel template of a scorecard)',
  usage: 'FILE.xlsx',
  needsDatabase: false,
  words: [1, 1],
  run: async (context, args) => {
    const path = context.path(args.words[0] ?? '');
    const example = regulations().scorecards.find(({ scorecard }) => scorecard.status === 'synthetic');
    if (example === undefined) throw new Error('the package ships no synthetic scorecard');
    try {
      await writeScorecardFile(path, example.scorecard);
    } catch (error) {
      throw environmentFailure(`Không ghi được ${path}: ${(error as Error).message}`, `cannot write ${path}`);
    }
    context.out(`Đã ghi ${path}; nội dung là thang điểm thử nghiệm (template written with the trial card)`);
    return EXIT.ok;
  },
};

const scorecardList: CliCommand = {
  name: 'scorecard list',
  summary: 'Các thang điểm đang có (the scorecards at hand)',
  usage: '[--json]',
  needsDatabase: true,
  run: async (context) => {
    const cards = await listUsableScorecards(context.database.db);
    const shown = cards.map(
      ({ scorecard: { id, standardId, formCode, region, version, status, source } }) => ({
        id,
        standardId,
        formCode,
        region,
        version,
        status,
        source,
      }),
    );
    if (context.json) context.printJson({ scorecards: shown });
    else for (const { id, status, source } of shown) context.out(`${id}  ${STATUS_WORDS[status]}  ${source}`);
    return EXIT.ok;
  },
};

export const scorecardCommands: readonly CliCommand[] = [scorecardLoad, scorecardTemplate, scorecardList];
