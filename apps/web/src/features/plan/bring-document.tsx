import { Button } from '@mantine/core';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Brought } from './plan.api.ts';
import { planWords } from './plan.words.ts';
import styles from './plan-check.module.css';

const MOST_BYTES = 20 * 1024 ** 2;

interface BringDocumentProps {
  readonly busy: boolean;
  readonly onBrought: (document: Brought) => void;
}

/** A document comes as a chosen or dropped file, or as pasted text. */
export function BringDocument({ busy, onBrought }: BringDocumentProps) {
  const t = useWords(planWords);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooBig, setTooBig] = useState(false);
  const [pasted, setPasted] = useState('');
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setTooBig(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) onBrought({ name: file.name, content: file });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button is the way for everyone
    <div
      className={`${styles.drop} ${over ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.actions}>
        <Button loading={busy} aria-describedby={`${id}-hint`} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <span id={`${id}-hint`}>{t('dropHere')}</span>
        <input
          ref={input}
          type="file"
          accept=".docx,.pdf,.txt,.md"
          hidden
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            take(chosen);
          }}
        />
      </div>
      {tooBig ? <Notice kind="error" title={t('tooBig')} /> : null}
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
          variant="outline"
          loading={busy}
          disabled={pasted.trim() === ''}
          onClick={() =>
            onBrought({ name: t('pastedName'), content: new Blob([pasted], { type: 'text/plain' }) })
          }
        >
          {t('check')}
        </Button>
      </div>
    </div>
  );
}
