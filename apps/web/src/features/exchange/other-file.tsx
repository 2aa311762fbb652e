import type { BatchView } from '@benvung/contract/exchange-batch';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { bringFile } from './exchange.api.ts';
import { exchangeWords } from './exchange.words.ts';

interface OtherFileProps {
  readonly batch: BatchView;
  readonly onBrought: (batchId: string) => void;
}

/** The same list, put right outside: for the same unit and year, as a batch of its own. */
export function OtherFile({ batch, onBrought }: OtherFileProps) {
  const t = useWords(exchangeWords);
  const bring = useCommand({
    send: (file: File, commandId) =>
      bringFile({ unit: batch.unit.id, year: batch.year, opening: batch.opening, file }, commandId),
    changes: [['batches', 'list'], ['jobs']],
    onDone: ({ id }) => onBrought(id),
  });
  return (
    <>
      <FileButton
        label={t('otherFile')}
        accept=".xlsx,.csv,.txt"
        variant="outline"
        loading={bring.isPending}
        onFile={(file) => bring.mutate(file)}
      />
      {bring.isError ? <ProblemNotice error={bring.error} /> : null}
    </>
  );
}
