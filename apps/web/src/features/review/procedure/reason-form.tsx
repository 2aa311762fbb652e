import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import styles from '../desk.module.css';

interface ReasonFormProps {
  readonly label: string;
  readonly act: string;
  readonly command: { readonly isError: boolean; readonly error: unknown; readonly isPending: boolean };
  readonly onReason: (reason: string) => void;
}

/** What is taken back, with its reason. */
export function ReasonForm({ label, act, command, onReason }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  return (
    <div className={styles.form}>
      {command.isError ? <ProblemNotice error={command.error} /> : null}
      <TextInput
        label={label}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button variant="outline" loading={command.isPending} onClick={() => onReason(reason.trim())}>
          {act}
        </Button>
      </div>
    </div>
  );
}
