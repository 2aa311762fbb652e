import { Button } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { useMissing } from '../../platform/use-missing.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './document.module.css';
import { documentWords } from './document.words.ts';
import { type IncomingTold, keepIncoming } from './numbering.api.ts';
import { numberingWords } from './numbering.words.ts';
import { SignedFileButton } from './signed-file-button.tsx';

interface IncomingFormProps {
  readonly unit: number;
  readonly today: string;
  readonly subject?: string | undefined;
  readonly body?: string | undefined;
  readonly onKept: (id: string) => void;
  readonly onClose?: () => void;
}

/** A paper of a body that does not work in the system: its reference, day and body, with the scan. */
export function IncomingForm({ unit, today, onKept, onClose, ...given }: IncomingFormProps) {
  const t = useWords(numberingWords);
  const shared = useWords(documentWords);
  const [reference, setReference] = useState('');
  const [body, setBody] = useState(given.body ?? '');
  const [day, setDay] = useState<string | null>(null);
  const [subject, setSubject] = useState(given.subject ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const missing = useMissing();
  const keep = useCommand({
    send: ({ told, scan }: { told: IncomingTold; scan: File }, commandId) =>
      keepIncoming(told, scan, commandId),
    changes: [['documents']],
    done: (kept) => t('kept', { reference: kept.reference }),
    onDone: ({ id }) => onKept(id),
  });
  const whole = [reference, body, subject].every((text) => text.trim() !== '') && day !== null;
  return (
    <form
      className={styles.drop}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        missing.allTold(reference, day, body, subject);
        if (!whole || day === null || file === null) return;
        const told = {
          unit,
          reference: reference.trim(),
          day,
          body: body.trim(),
          subject: subject.trim(),
        };
        keep.mutate({ told, scan: file });
      }}
    >
      {tried && file === null ? <Notice kind="error" title={t('scanMissing')} /> : null}
      {keep.isError ? <ProblemNotice error={keep.error} /> : null}
      <TextField
        label={t('reference')}
        value={reference}
        maxLength={120}
        error={missing.at(reference, t('reference'))}
        onChange={setReference}
      />
      <DayField
        label={t('paperDay')}
        value={day}
        error={missing.at(day, t('paperDay'))}
        onChange={setDay}
        today={today}
      />
      <TextField
        label={t('body')}
        value={body}
        maxLength={300}
        error={missing.at(body, t('body'))}
        onChange={setBody}
      />
      <TextField
        label={t('subject')}
        value={subject}
        maxLength={500}
        error={missing.at(subject, t('subject'))}
        onChange={setSubject}
      />
      <div className={styles.line}>
        <SignedFileButton label={t('scan')} variant="outline" onFile={setFile} />
        <span className={styles.second}>
          {file === null ? shared('attachNote') : t('scanChosen', { name: file.name })}
        </span>
      </div>
      <div className={styles.line}>
        <Button type="submit" loading={keep.isPending}>
          {t('keepIncoming')}
        </Button>
        {onClose === undefined ? null : (
          <Button variant="outline" onClick={onClose}>
            {shared('close')}
          </Button>
        )}
      </div>
    </form>
  );
}
