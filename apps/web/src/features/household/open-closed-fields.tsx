import type { HouseholdView, sensitiveFields } from '@benvung/contract/household';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { ModalBox } from '../../ui/modal-box.tsx';
import { openClosedFields } from './household.api.ts';
import { householdWords } from './household.words.ts';
import styles from './members.module.css';

export type ClosedField = HouseholdView['members'][number]['closed'][number];
/** Opened values by person; kept only while the page is open. */
export type Opened = ReadonlyMap<string, Readonly<Record<string, string | null>>>;
type Disclosed = z.infer<typeof sensitiveFields>;

interface OpenClosedFieldsProps {
  readonly householdId: string;
  readonly fields: readonly (ClosedField | 'location')[];
  readonly onOpened: (values: Opened, disclosed: Disclosed) => void;
  readonly onClose: () => void;
}

export function OpenClosedFields({ householdId, fields, onOpened, onClose }: OpenClosedFieldsProps) {
  const t = useWords(householdWords);
  const [missing, setMissing] = useState(false);
  const open = useMutation({
    mutationFn: (reason: string) => openClosedFields(householdId, { reason, fields: [...fields] }),
    onSuccess: (disclosed) =>
      onOpened(new Map(disclosed.members.map((one) => [one.personId, one.values])), disclosed),
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
      .trim()
      .normalize('NFC');
    setMissing(reason.length < 3);
    if (reason.length >= 3) open.mutate(reason);
  }

  return (
    <ModalBox title={t('openTitle')} onClose={onClose}>
      <form onSubmit={submit} className={styles.form} noValidate>
        <p>{t('openLead')}</p>
        <p>{fields.map((field) => t(field)).join(', ')}</p>
        {open.isError ? <ProblemNotice error={open.error} /> : null}
        <TextInput
          name="reason"
          label={t('reason')}
          maxLength={500}
          autoComplete="off"
          error={missing ? t('reasonMissing') : undefined}
        />
        <div className={styles.buttons}>
          <Button type="submit">{t('openNow', { count: fields.length })}</Button>
          <Button variant="outline" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </form>
    </ModalBox>
  );
}
