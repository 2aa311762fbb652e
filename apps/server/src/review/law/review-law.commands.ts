import { readFile } from 'node:fs/promises';
import { problemText } from '@benvung/contract/problem-texts';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import { NATION_PATH } from '../../platform/audit/audit-entry.ts';
import { type CliCommand, EXIT, refusal } from '../../platform/cli/command.ts';
import { loadReviewLaw } from './load-law.ts';
import { readProcedures, readWorkingYears } from './review-law.ts';

const lawLoad: CliCommand = {
  name: 'review-law load',
  summary:
    'Nạp ngày nghỉ của một năm hoặc một quy trình rà soát (load a year’s working days or a review procedure)',
  usage: 'FILE.json [--json]',
  needsDatabase: true,
  words: [1, 1],
  run: async (context, args) => {
    const { database, clock, actor } = context;
    const path = context.path(args.words[0] ?? '');
    const text = await readFile(path, 'utf8');
    await database.db.transaction().execute(async (db) => {
      const loaded = await loadReviewLaw(db, { text, loadedBy: actor, loadedAt: clock.now() });
      if (!loaded.ok) throw refusal(problemText(loaded.problem, 'vi'), problemText(loaded.problem, 'en'));
      const { kind, name } = loaded.value;
      const note = {
        act: 'review.load-law',
        subject: { kind, id: name },
        scopePath: NATION_PATH,
        detail: { name },
      };
      await writeAudit(db, { accountId: null, actor, at: clock.now() }, [note]);
      if (context.json) context.printJson({ kind, name });
      else context.out(`Đã nạp ${kind} ${name} (loaded)`);
    });
    return EXIT.ok;
  },
};

const lawList: CliCommand = {
  name: 'review-law list',
  summary:
    'Các năm đã có bảng ngày nghỉ và các quy trình rà soát (years with working days, and review procedures)',
  usage: '[--json]',
  needsDatabase: true,
  words: [0, 0],
  run: async (context) => {
    const { db } = context.database;
    const years = (await readWorkingYears(db)).map(({ year, status }) => ({ year, status }));
    const procedures = (await readProcedures(db)).map(({ procedure: { id, from, to } }) => ({
      id,
      from,
      to,
    }));
    if (context.json) context.printJson({ years, procedures });
    else {
      for (const { year, status } of years) context.out(`ngày nghỉ (days off) ${year}: ${status}`);
      for (const { id, from, to } of procedures)
        context.out(`quy trình (procedure) ${id}: ${from} – ${to ?? ''}`);
    }
    return EXIT.ok;
  },
};

export const reviewLawCommands: readonly CliCommand[] = [lawLoad, lawList];
