import type { UnitRef } from '@benvung/contract/shared';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { Button, type OptionsFilter, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { FormErrors } from '../../../ui/form-errors.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../desk.module.css';
import { PROCEDURE_KEYS, sendRequest } from './procedure.api.ts';
import { procedureWords } from './procedure.words.ts';

interface RequestFormProps {
  readonly commune: number;
  readonly villages: readonly UnitRef[];
  /** A registered household that asks; null: one that is not registered yet. */
  readonly household: { readonly id: string; readonly head: string; readonly villageId: number } | null;
  readonly onReceived: (caseId: string) => void;
}

/** Villages whose name holds what is typed, with or without diacritics. */
const byWords: OptionsFilter = ({ options, search }) =>
  options.filter((one) => 'label' in one && searchKey(one.label).includes(searchKey(search)));

const CHANNELS = ['office', 'post', 'online'] as const;

/** A paper of form 01 or 04 becomes a request. */
export function RequestForm({ commune, villages, household, onReceived }: RequestFormProps) {
  const t = useWords(procedureWords);
  const [form, setForm] = useState('01');
  const [village, setVillage] = useState<string | null>(
    household === null ? null : String(household.villageId),
  );
  const [head, setHead] = useState(household?.head ?? '');
  const [channel, setChannel] = useState<string>('office');
  const [asked, setAsked] = useState('');
  const [attempt, setAttempt] = useState(0);
  const receive = useCommand({
    send: (body: object, commandId) => sendRequest({ ...body, commandId }),
    changes: PROCEDURE_KEYS,
    done: () => t('received'),
    onDone: ({ id }) => onReceived(id),
  });
  const errors = [
    ...(head.trim() === '' ? [{ field: 'request-head', message: t('headMissing') }] : []),
    ...(village === null ? [{ field: 'request-village', message: t('villageMissing') }] : []),
  ];
  const said = (field: string) =>
    attempt > 0 ? errors.find((error) => error.field === field)?.message : undefined;
  const submit = () => {
    setAttempt(attempt + 1);
    if (errors.length > 0) return;
    receive.mutate({
      communeId: commune,
      villageId: Number(village),
      form,
      householdId: household?.id ?? null,
      head: head.trim(),
      channel,
      asked: asked.trim(),
    });
  };
  return (
    <>
      <p>{t('requestLead')}</p>
      {attempt > 0 ? (
        <FormErrors title={t('errors', { count: errors.length })} errors={errors} attempt={attempt} />
      ) : null}
      {receive.isError ? <ProblemNotice error={receive.error} /> : null}
      <Notice
        kind="note"
        title={household === null ? t('newHousehold') : t('forHousehold', { head: household.head })}
      />
      <div className={styles.form}>
        <Select
          label={t('form')}
          data={[
            { value: '01', label: t('form01') },
            { value: '04', label: t('form04') },
          ]}
          value={form}
          allowDeselect={false}
          onChange={(value) => setForm(value ?? '01')}
        />
        <TextInput
          id="request-head"
          label={t('headName')}
          value={head}
          maxLength={120}
          readOnly={household !== null}
          error={said('request-head')}
          onChange={(event) => setHead(event.currentTarget.value)}
        />
        <Select
          id="request-village"
          label={t('village')}
          searchable
          filter={byWords}
          nothingFoundMessage={t('villageNone')}
          data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={village}
          error={said('request-village')}
          onChange={setVillage}
        />
        <Select
          label={t('channel')}
          data={CHANNELS.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
          value={channel}
          allowDeselect={false}
          onChange={(value) => setChannel(value ?? 'office')}
        />
        <Textarea
          label={t('askedLabel')}
          value={asked}
          maxLength={1000}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
        <div>
          <Button loading={receive.isPending} onClick={submit}>
            {t('receive')}
          </Button>
        </div>
      </div>
    </>
  );
}
