import type { BatchView } from '@benvung/contract/exchange-batch';
import { Button } from '@mantine/core';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Reading } from './exchange.api.ts';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

const NAMES = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI', 'windows-1258': 'Windows-1258' } as const;

interface OldLettersProps {
  readonly found: NonNullable<BatchView['found']>;
  readonly busy: boolean;
  readonly onRead: (reading: Reading) => void;
}

/** A file in letters from before Unicode: how it would look, and the offer to turn it. */
export function OldLetters({ found, busy, onRead }: OldLettersProps) {
  const t = useWords(exchangeWords);
  return (
    <Notice
      kind="warning"
      title={t('oldLetters', { name: NAMES[found.encoding] })}
      actions={
        <Button loading={busy} onClick={() => onRead({ encoding: found.encoding })}>
          {t('convert')}
        </Button>
      }
    >
      <p>{t('oldLettersLead')}</p>
      <table className={`${styles.table} ${styles.preview}`}>
        <thead>
          <tr>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {found.preview.map(({ before, after }) => (
            <tr key={before}>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
