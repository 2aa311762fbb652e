import { Button } from '@mantine/core';
import { useState } from 'react';
import { copyText } from '../../platform/clipboard.ts';
import { useWords } from '../../platform/i18n.ts';
import { ModalBox } from '../../ui/modal-box.tsx';
import styles from './account.module.css';
import { accountsWords } from './accounts.words.ts';

interface OneTimePasswordProps {
  readonly username: string;
  readonly password: string;
  readonly onKept: () => void;
}

/** The one moment in which an administrator sees a password. */
export function OneTimePassword({ username, password, onKept }: OneTimePasswordProps) {
  const t = useWords(accountsWords);
  const [copied, setCopied] = useState(false);
  return (
    <ModalBox title={t('passwordTitle', { username })}>
      <div className={styles.form}>
        <p>{t('passwordLead')}</p>
        <code className={styles.password}>{password}</code>
        <div className={styles.actions}>
          <Button onClick={onKept}>{t('handedOver')}</Button>
          <Button
            variant="outline"
            onClick={() => {
              copyText(password);
              setCopied(true);
            }}
          >
            {t(copied ? 'copied' : 'copyPassword')}
          </Button>
        </div>
      </div>
    </ModalBox>
  );
}
