import type { FileFormat } from '@benvung/contract/exchange';
import { type FormEvent, useState } from 'react';
import { FormFoot } from '../../ui/form-foot.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../i18n.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { exportWords } from './export.words.ts';
import type { ClosedChoice } from './export-menu.tsx';
import styles from './purpose-form.module.css';

const SHORTEST = 3;

interface PurposeFormProps {
  readonly format: FileFormat;
  readonly closed: readonly ClosedChoice[];
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSend: (purpose: string, closed: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Why a list of people leaves, and which closed fields go with it: none unless ticked. */
export function PurposeForm({ format, closed, busy, error, onSend, onClose }: PurposeFormProps) {
  const t = useWords(exportWords);
  const [purpose, setPurpose] = useState('');
  const [missing, setMissing] = useState(false);
  const [fields, setFields] = useState<readonly string[]>([]);
  const toggle = (value: string) =>
    setFields(fields.includes(value) ? fields.filter((one) => one !== value) : [...fields, value]);
  function submit(event: FormEvent) {
    event.preventDefault();
    const said = purpose.trim().normalize('NFC');
    setMissing(said.length < SHORTEST);
    if (said.length >= SHORTEST) onSend(said, fields);
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{t('purposeLead')}</p>
      {error === null ? null : <ProblemNotice error={error} />}
      <TextField
        label={t('purpose')}
        value={purpose}
        maxLength={500}
        autoFocus
        error={missing ? t('purposeMissing') : undefined}
        onChange={setPurpose}
      />
      {closed.length === 0 ? null : (
        <fieldset className={styles.closed}>
          <legend>{t('closedFields')}</legend>
          {closed.map(({ value, label }) => (
            <label key={value} className={styles.one}>
              <input type="checkbox" checked={fields.includes(value)} onChange={() => toggle(value)} />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <FormFoot
        className={styles.buttons}
        act={t('exportNow', { format: format === 'xlsx' ? 'Excel' : t(format) })}
        busy={busy}
        close={t('close')}
        onClose={onClose}
      />
    </form>
  );
}
