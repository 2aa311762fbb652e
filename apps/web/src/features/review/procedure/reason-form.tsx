import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import styles from '../desk.module.css';
import { procedureWords } from './procedure.words.ts';

interface ReasonFormProps {
  readonly label: string;
  readonly act: string;
  readonly command: { readonly isError: boolean; readonly error: unknown; readonly isPending: boolean };
  readonly onReason: (reason: string) => void;
}

/** What is taken back, with its reason. */
export function ReasonForm({ label, act, command, onReason }: ReasonFormProps) {
  const t = useWords(procedureWords);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim() !== '') onReason(reason.trim());
  };
  return (
    <div className={`${styles.form} no-print`}>
      {command.isError ? <ProblemNotice error={command.error} /> : null}
      <TextInput
        label={label}
        value={reason}
        maxLength={1000}
        error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button variant="outline" loading={command.isPending} onClick={send}>
          {act}
        </Button>
      </div>
    </div>
  );
}
