import type { TargetAnnexRead, TargetCascade } from '@benvung/contract/plan-target';
import type { TargetKind } from '@benvung/domain/plan/target/indicator';
import { assignedOf, openingRate, plannedRate, type TargetLine } from '@benvung/domain/plan/target/target';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { formatCount } from '../../../platform/formats.ts';
import { getLanguage, useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { DropArea } from '../../../ui/drop-area.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { ColumnHeads } from '../../../ui/table-head.tsx';
import { countText, rateText } from './cascade-rows.ts';
import { adjustTargets, readAnnex, TARGET_KEYS } from './target.api.ts';
import styles from './target.module.css';
import { targetWords } from './target.words.ts';

interface AnnexDeskProps {
  readonly cascade: TargetCascade;
  readonly onWritten: () => void;
}

/** A table of targets as file or paste: read and shown with its own faults first, written when a person says so. */
export function AnnexDesk({ cascade, onWritten }: AnnexDeskProps) {
  const t = useWords(targetWords);
  const id = useId();
  const { unit, year } = cascade;
  const [indicator, setIndicator] = useState('poor');
  const [text, setText] = useState('');
  const reading = useMutation({
    mutationFn: ({ file, content }: { file: string; content: Blob }) =>
      readAnnex({ unit: unit.id, year, indicator, file, content }),
  });
  const bring = (file: File | undefined) => {
    if (file !== undefined) reading.mutate({ file: file.name, content: file });
  };
  return (
    <div className={styles.list}>
      <p>{t('annexLead')}</p>
      <div className={styles.choices}>
        <ChoiceField
          label={t('annexIndicator')}
          value={indicator}
          choices={cascade.indicators.map(({ code, name }) => ({ value: code, label: name[getLanguage()] }))}
          onChange={(value) => {
            setIndicator(value);
            reading.reset();
          }}
        />
      </div>
      <DropArea className={styles.drop} overClassName={styles.over} onFile={bring}>
        <FileButton
          label={t('annexFile')}
          accept=".xlsx,.csv,.txt"
          loading={reading.isPending}
          onFile={bring}
        />
        <span>{t('annexDrop')}</span>
      </DropArea>
      <div>
        <label htmlFor={id}>{t('annexPaste')}</label>
        <textarea
          id={id}
          className={styles.paste}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button
          variant="outline"
          loading={reading.isPending}
          onClick={() => reading.mutate({ file: t('annexPasted'), content: new Blob([text]) })}
        >
          {t('annexRead')}
        </Button>
      </div>
      {reading.isError ? <ProblemNotice error={reading.error} /> : null}
      {reading.data === undefined ? null : (
        <AnnexFound
          read={reading.data}
          kind={cascade.indicators.find(({ code }) => code === reading.data.indicator)?.kind ?? 'stock'}
          year={year}
          onWritten={onWritten}
        />
      )}
    </div>
  );
}

type Column = readonly [word: keyof (typeof targetWords)['vi'], of: (line: TargetLine) => string];
const OPENING: readonly Column[] = [
  ['opening', ({ opening }) => countText(opening.count)],
  ['openingRate', (line) => rateText(openingRate(line))],
];
const PLANNED: Column = ['planned', ({ planned }) => countText(planned.count)];
const RATE: Column = ['rate', (line) => rateText(plannedRate(line))];
const COLUMNS: Readonly<Record<TargetKind, readonly Column[]>> = {
  stock: [...OPENING, ['reduce', (line) => countText(assignedOf('stock', line))], PLANNED, RATE],
  coverage: [...OPENING, ['annexBase', ({ planned }) => countText(planned.base)], PLANNED, RATE],
  amount: [PLANNED],
};

const Sentences = ({ of }: { readonly of: readonly string[] }) => (
  <ul>
    {of.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

interface AnnexFoundProps {
  readonly read: TargetAnnexRead;
  readonly kind: TargetKind;
  readonly year: number;
  readonly onWritten: () => void;
}

function AnnexFound({ read, kind, year, onWritten }: AnnexFoundProps) {
  const t = useWords(targetWords);
  const writing = useCommand({
    send: adjustTargets,
    changes: TARGET_KEYS,
    done: ({ changed }) => t('annexWritten', { count: changed }),
    onDone: onWritten,
  });
  const { rows, faults, mistakes, indicator, file } = read;
  const write = () =>
    writing.mutate({
      year,
      reason: file,
      lines: rows.flatMap(({ unit, version, line }) =>
        unit === null ? [] : [{ unitId: unit.id, indicator, version, ...line }],
      ),
    });
  return (
    <section className={styles.list} aria-label={t('annexRows', { rows: rows.length })}>
      <p role="status">{t('annexRows', { rows: formatCount(rows.length) })}</p>
      {mistakes.length === 0 ? null : (
        <Notice kind="error" title={t('annexMistakes', { count: mistakes.length })}>
          <Sentences of={mistakes} />
        </Notice>
      )}
      {faults.length > 0 ? (
        <Notice kind="warning" title={t('annexFaults')}>
          <Sentences of={faults} />
        </Notice>
      ) : mistakes.length === 0 ? (
        <Notice kind="done" title={t('annexFits')} />
      ) : null}
      <TableBox className={styles.scroll} label={file}>
        <table className={styles.table}>
          <caption className="visually-hidden">{file}</caption>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('annexUnit')}</th>
              <ColumnHeads words={COLUMNS[kind].map(([word]) => word)} t={t} className={styles.number} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, name, unit, line }) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                <td className={unit === null ? styles.short : undefined}>
                  {unit === null ? `▲ ${t('notFound')}` : unit.name}
                </td>
                {COLUMNS[kind].map(([word, of]) => (
                  <td key={word} className={styles.number}>
                    {of(line)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {mistakes.length === 0 ? (
        <div>
          <Button loading={writing.isPending} onClick={write}>
            {t('annexWrite', { count: formatCount(rows.length) })}
          </Button>
        </div>
      ) : null}
      {writing.isError ? <ProblemNotice error={writing.error} /> : null}
    </section>
  );
}
