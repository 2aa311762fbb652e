import { writeAudit } from '../../platform/audit/audit.store.ts';
import { NATION_PATH } from '../../platform/audit/audit-entry.ts';
import { type CliCommand, EXIT } from '../../platform/cli/command.ts';
import { matchNumbers } from './match-numbers.ts';

/** For data from before an act and its document bore one number. */
export const matchNumbersCommand: CliCommand = {
  name: 'document match-numbers',
  summary:
    'Đưa số của tờ trình, ý kiến, quyết định, giấy chứng nhận về một số với văn bản của nó (one number for an act and its document)',
  usage: '[--json]',
  description:
    'A document without a number takes the one its act told, if it is free in the register; an act whose document is numbered takes that number. What another document bears already is told and left. Exit code 1 when some are left.',
  needsDatabase: true,
  words: [0, 0],
  run: async (context) => {
    const { database, clock, actor } = context;
    const now = clock.now();
    const matched = await database.db.transaction().execute(async (db) => {
      const done = await matchNumbers(db, { actor, now });
      const note = {
        act: 'review.match-numbers',
        scopePath: NATION_PATH,
        detail: { matched: done.filter(({ reference }) => reference !== null).length },
      };
      if (done.length > 0) await writeAudit(db, { accountId: null, actor, at: now }, [note]);
      return done;
    });
    const left = matched.filter(({ reference }) => reference === null);
    if (context.json) context.printJson(matched);
    else {
      for (const { act, told, reference } of matched)
        context.out(
          `${act} ${told ?? '–'}: ${reference ?? 'số đã thuộc văn bản khác (another document bears it)'}`,
        );
      context.out(`${matched.length - left.length} đã khớp, ${left.length} còn lại (matched, left)`);
    }
    return left.length === 0 ? EXIT.ok : EXIT.checkFailed;
  },
};
