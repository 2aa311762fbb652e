import { MOST_PLAN_MB } from '@benvung/contract/plan';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { useSizeLimit } from '../../platform/use-size-limit.ts';
import { DropArea } from '../../ui/drop-area.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Brought } from './plan.api.ts';
import { planWords } from './plan.words.ts';
import styles from './plan-check.module.css';

interface BringDocumentProps {
  readonly busy: boolean;
  /** Called for each of several files dropped at once. */
  readonly onBrought: (document: Brought) => void;
}

/** A document comes as a chosen or dropped file, or as pasted text. */
export function BringDocument({ busy, onBrought }: BringDocumentProps) {
  const t = useWords(planWords);
  const id = useId();
  const [pasted, setPasted] = useState('');
  const nothing = pasted.trim() === '';
  const { tooBig, take } = useSizeLimit(MOST_PLAN_MB, (file) =>
    onBrought({ name: file.name, content: file }),
  );
  return (
    <DropArea className={styles.drop} overClassName={styles.over} onFile={take} several>
      <div className={styles.actions}>
        <FileButton
          label={t('choose')}
          accept=".docx,.pdf,.txt,.md"
          loading={busy}
          describedBy={`${id}-hint`}
          onFile={take}
        />
        <span id={`${id}-hint`}>{t('dropHere')}</span>
      </div>
      {tooBig === null ? null : <Notice kind="error" title={t('tooBig')} />}
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (!nothing)
            onBrought({ name: t('pastedName'), content: new Blob([pasted], { type: 'text/plain' }) });
        }}
      >
        <label className={styles.label} htmlFor={`${id}-text`}>
          {t('paste')}
        </label>
        <textarea
          id={`${id}-text`}
          className={styles.paste}
          rows={6}
          value={pasted}
          spellCheck={false}
          onChange={(event) => setPasted(event.target.value)}
        />
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="outline"
            loading={busy}
            disabled={nothing}
            aria-describedby={nothing ? `${id}-why` : undefined}
          >
            {t('check')}
          </Button>
          {nothing ? <span id={`${id}-why`}>{t('nothingPasted')}</span> : null}
        </div>
      </form>
    </DropArea>
  );
}
