import type { ScorecardLoaded } from '@benvung/contract/standard';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CardItems } from './scorecards.tsx';
import { sendScorecard } from './standard.api.ts';
import styles from './standards.module.css';
import { standardsWords } from './standards.words.ts';

/** A filled template is tried at once; what is wrong is told cell by cell, and only a whole card can be loaded. */
export function ScorecardUpload() {
  const t = useWords(standardsWords);
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const tried = useCommand({ send: sendScorecard });
  const loading = useCommand({
    send: sendScorecard,
    changes: [['standards'], ['scorecards']],
    done: () => t('loaded'),
    onDone: () => choose(null),
  });
  function choose(chosen: File | null) {
    setFile(chosen);
    tried.reset();
    loading.reset();
    if (chosen !== null) tried.mutate({ file: chosen, dryRun: true });
  }
  const error = tried.error ?? loading.error;
  return (
    <div className={`${styles.stack} no-print`}>
      <h3>{t('load')}</h3>
      <p id={`${id}-hint`}>{t('loadHint')}</p>
      <span className={styles.actions}>
        <FileButton
          label={t('chooseFile')}
          accept=".xlsx"
          variant="outline"
          loading={tried.isPending}
          describedBy={`${id}-hint`}
          onFile={choose}
        />
        <span>{file?.name}</span>
      </span>
      <div role="status">{tried.isPending ? t('trying') : null}</div>
      {error === null ? null : <ProblemNotice error={error} />}
      {tried.data === undefined || file === null ? null : (
        <Tried
          tried={tried.data}
          busy={loading.isPending}
          onLoad={() => loading.mutate({ file, dryRun: false })}
          onCancel={() => choose(null)}
        />
      )}
    </div>
  );
}

interface TriedProps {
  readonly tried: ScorecardLoaded;
  readonly busy: boolean;
  readonly onLoad: () => void;
  readonly onCancel: () => void;
}

function Tried({ tried: { card, replaces, faults }, busy, onLoad, onCancel }: TriedProps) {
  const t = useWords(standardsWords);
  if (card === null)
    return (
      <Notice kind="error" title={t('faults', { count: faults.length })}>
        <ul className={styles.faults}>
          {faults.map(({ at, reason }) => (
            <li key={`${at} ${reason}`}>{at === '' ? reason : `${at}: ${reason}`}</li>
          ))}
        </ul>
      </Notice>
    );
  const { id, items, status } = card;
  return (
    <>
      <Notice
        kind="done"
        title={t('fine', { id, count: items.length, status: t(status).toLocaleLowerCase() })}
        actions={
          <>
            <Button onClick={onLoad} loading={busy}>
              {t('loadNow')}
            </Button>
            <Button variant="outline" onClick={onCancel}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        {replaces === null ? null : <p>{t('takesPlace', { id: replaces })}</p>}
      </Notice>
      <CardItems card={card} />
    </>
  );
}
