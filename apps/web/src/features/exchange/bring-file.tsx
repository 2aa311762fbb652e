import { MOST_LIST_MB } from '@benvung/contract/exchange';
import { useId, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { useSizeLimit } from '../../platform/use-size-limit.ts';
import { DropArea } from '../../ui/drop-area.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { bringFile } from './exchange.api.ts';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

interface BringFileProps {
  readonly unit: { readonly id: number; readonly name: string };
  readonly years: readonly number[];
  readonly onBrought: (batchId: string) => void;
}

/** The drop area: a file is kept and tried as soon as it is chosen. */
export function BringFile({ unit, years, onBrought }: BringFileProps) {
  const t = useWords(exchangeWords);
  const [year, setYear] = useState(years[0] ?? 0);
  const [opening, setOpening] = useState(false);
  const hint = useId();
  const bring = useCommand({
    send: (file: File, commandId) => bringFile({ unit: unit.id, year, opening, file }, commandId),
    changes: [['batches', 'list'], ['jobs']],
    onDone: (batch) => onBrought(batch.id),
  });
  const { tooBig, take } = useSizeLimit(MOST_LIST_MB, (file) => bring.mutate(file));
  return (
    <DropArea className={styles.drop} overClassName={styles.over} onFile={take}>
      <div className={styles.line}>
        <label className={styles.inline}>
          {t('chosenFor', { unit: unit.name })}
          <select
            className={styles.select}
            value={year}
            onChange={(event) => setYear(Number(event.target.value))}
          >
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.inline}>
          <input type="checkbox" checked={opening} onChange={(event) => setOpening(event.target.checked)} />
          {t('openingList')}
        </label>
      </div>
      <div className={styles.line}>
        <FileButton
          label={t('chooseFile')}
          accept=".xlsx,.csv,.txt,.xlsm,.xls"
          loading={bring.isPending}
          describedBy={hint}
          onFile={take}
        />
        <span id={hint} className={styles.second}>
          {t('dropHere')}
        </span>
      </div>
      {tooBig === null ? null : <Notice kind="error" title={t('tooBig')} />}
      {bring.isError ? <ProblemNotice error={bring.error} /> : null}
    </DropArea>
  );
}
