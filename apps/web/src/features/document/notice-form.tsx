import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { useMissing } from '../../platform/use-missing.ts';
import { FormFoot } from '../../ui/form-foot.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { draftNotice } from './document.api.ts';
import styles from './document.module.css';
import { documentWords } from './document.words.ts';
import { numberingQuery } from './numbering.api.ts';
import { HEAD_SIGNS, SignerFields } from './signer-fields.tsx';

interface NoticeFormProps {
  readonly unit: number;
  readonly today: string;
  readonly onMade: (id: string) => void;
  readonly onClose: () => void;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A notice written by hand; every other document comes from the act it belongs to. */
export function NoticeForm({ unit, today, onMade, onClose }: NoticeFormProps) {
  const t = useWords(documentWords);
  const [subject, setSubject] = useState('');
  const [to, setTo] = useState('');
  const [text, setText] = useState('');
  const [signer, setSigner] = useState(HEAD_SIGNS);
  const missing = useMissing();
  const numbering = useQuery(numberingQuery({ unit, kind: 'notice', day: today }));
  const make = useCommand({
    send: (_: null, commandId) =>
      draftNotice(
        {
          unit,
          subject,
          addressees: lines(to),
          sections: [{ heading: '', paragraphs: lines(text) }],
          signatory: signer.name.trim() === '' ? null : signer,
        },
        commandId,
      ),
    changes: [['documents', 'list']],
    onDone: ({ id }) => onMade(id),
  });
  return (
    <form
      className={styles.drop}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.allTold(subject, text)) make.mutate(null);
      }}
    >
      <TextField
        label={t('subject')}
        value={subject}
        maxLength={500}
        error={missing.at(subject, t('subject'))}
        onChange={setSubject}
        autoFocus
      />
      <Area label={t('addressees')} value={to} rows={2} onChange={setTo} />
      <Area label={t('text')} value={text} rows={6} error={missing.at(text, t('text'))} onChange={setText} />
      <SignerFields value={signer} onChange={setSigner} known={numbering.data?.signatories ?? []} />
      <p className={styles.second}>{t('signNote')}</p>
      {make.isError ? <ProblemNotice error={make.error} /> : null}
      <FormFoot
        className={styles.line}
        act={t('save')}
        busy={make.isPending}
        close={t('close')}
        onClose={onClose}
      />
    </form>
  );
}

interface AreaProps {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

function Area({ label, value, rows, error, onChange }: AreaProps) {
  const id = useId();
  return (
    <div className={styles.area}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles.input}
        rows={rows}
        value={value}
        spellCheck={false}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      {error === undefined ? null : (
        <span id={`${id}-error`} className={styles.missing}>
          {error}
        </span>
      )}
    </div>
  );
}
