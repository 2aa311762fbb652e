import { problemText } from '@benvung/contract/problem-texts';
import { FileRefusal } from '../exchange/sheet-rows.public.ts';
import { refusal } from '../platform/cli/command.ts';
import { UnreadableList } from './read-named-rows.ts';

/** What a terminal is told of a file that cannot be read; any other error as it is. */
export function unreadable(error: unknown): unknown {
  if (error instanceof FileRefusal) return refusal(problemText(error, 'vi'), problemText(error, 'en'));
  const reason =
    error instanceof UnreadableList
      ? error.message
      : (error as { code?: string }).code === 'ENOENT'
        ? 'không có tệp này (no such file)'
        : undefined;
  if (reason === undefined) return error;
  const problem = { code: 'territory.file-unreadable', detail: { reason } } as const;
  return refusal(problemText(problem, 'vi'), problemText(problem, 'en'));
}
