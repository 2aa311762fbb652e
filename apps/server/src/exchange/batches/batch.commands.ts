import { problemText } from '@benvung/contract/problem-texts';
import { bilingual, type CliCommand, EXIT, refusal, usageFailure } from '../../platform/cli/command.ts';
import { findBatch, listBatches } from './batch.store.ts';
import { undoBatch } from './undo-batch.ts';
import { summaryOf } from './view-batch.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const SHOWN = 100;

const list: CliCommand = {
  name: 'batch list',
  summary: 'Các lô đã nhập, mới nhất trước (batches taken in, newest first)',
  usage: '',
  needsDatabase: true,
  words: [0, 0],
  options: {},
  run: async (context) => {
    const { batches, total } = await listBatches(context.database.db, 'list', { page: 1, pageSize: SHOWN });
    if (context.json) context.printJson({ total, batches: batches.map(summaryOf) });
    else
      for (const { id, createdAt, year, unitName, state, actor, fileName } of batches)
        context.out([id, createdAt.slice(0, 16), year, unitName, state, actor, fileName].join('\t'));
    return EXIT.ok;
  },
};

const undo: CliCommand = {
  name: 'batch undo',
  summary: 'Hoàn tác một lô, khi chưa có gì dựa vào (undo a batch while nothing was built on it)',
  usage: 'BATCH',
  needsDatabase: true,
  words: [1, 1],
  options: {},
  run: async (context, { words: [id = ''] }) => {
    const batch = UUID.test(id) ? await findBatch(context.database.db, id) : undefined;
    if (batch?.kind !== 'list')
      throw usageFailure(`Không có lô ${id}. Xem: benvung batch list`, `There is no batch ${id}.`);
    if (batch.state !== 'published') {
      const problem = { code: 'exchange.batch-not-published' } as const;
      throw refusal(problemText(problem, 'vi'), problemText(problem, 'en'));
    }
    const undone = await undoBatch(
      {
        database: context.database,
        clock: context.clock,
        progress: async ({ done }) =>
          context.progress(bilingual(`Đã rút ${done} hộ`, `${done} households taken back`)),
      },
      id,
      { accountId: null, actor: context.actor },
    );
    if (!undone.ok) throw refusal(problemText(undone.problem, 'vi'), problemText(undone.problem, 'en'));
    context.out(bilingual(`Đã hoàn tác lô ${batch.fileName}`, 'undone'));
    return EXIT.ok;
  },
};

export const batchCommands: readonly CliCommand[] = [list, undo];
