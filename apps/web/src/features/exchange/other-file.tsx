import type { BatchView } from '@benvung/contract/exchange-batch';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { bringFile } from './exchange.api.ts';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

interface OtherFileProps {
  readonly batch: BatchView;
  readonly onBrought: (batchId: string) => void;
}

/** The same list, put right outside: for the same unit and year, as a batch of its own. */
export function OtherFile({ batch, onBrought }: OtherFileProps) {
  const t = useWords(exchangeWords);
  const input = useRef<HTMLInputElement>(null);
  const bring = useCommand({
    send: (file: File, commandId) =>
      bringFile({ unit: batch.unit.id, year: batch.year, opening: batch.opening, file }, commandId),
    changes: [['batches', 'list'], ['jobs']],
    onDone: ({ id }) => onBrought(id),
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt"
        className={styles.hiddenInput}
        tabIndex={-1}
        aria-label={t('otherFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) bring.mutate(file);
        }}
      />
      <Button variant="outline" loading={bring.isPending} onClick={() => input.current?.click()}>
        {t('otherFile')}
      </Button>
      {bring.isError ? <ProblemNotice error={bring.error} /> : null}
    </>
  );
}
