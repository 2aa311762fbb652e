import { REQUEST_CHANNELS } from '@benvung/contract/review-case';
import type { UnitRef } from '@benvung/contract/shared';
import { type RequestForm as Form, REQUEST_FORMS } from '@benvung/domain/review/request/request-form';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { ComboboxField } from '../../../ui/combobox-field.tsx';
import { FormErrors } from '../../../ui/form-errors.tsx';
import styles from '../desk.module.css';
import { type ChosenHousehold, WhichHousehold } from '../request/which-household.tsx';
import { PROCEDURE_KEYS, sendRequest } from './procedure.api.ts';
import { procedureWords } from './procedure.words.ts';

interface RequestFormProps {
  readonly commune: number;
  readonly villages: readonly UnitRef[];
  readonly onReceived: (caseId: string) => void;
}

/** A paper of form 01 or 04 becomes a request, of a household of record or of one that is not registered yet. */
export function RequestForm({ commune, villages, onReceived }: RequestFormProps) {
  const t = useWords(procedureWords);
  const [form, setForm] = useState<Form>('01');
  const [household, setHousehold] = useState<ChosenHousehold | null>(null);
  const [village, setVillage] = useState<string | null>(null);
  const [head, setHead] = useState('');
  const [channel, setChannel] = useState<(typeof REQUEST_CHANNELS)[number]>('office');
  const [asked, setAsked] = useState('');
  const [attempt, setAttempt] = useState(0);
  const receive = useCommand({
    send: (body: object, commandId) => sendRequest({ ...body, commandId }),
    changes: PROCEDURE_KEYS,
    done: () => t('received'),
    onDone: ({ id }) => onReceived(id),
  });
  const isNew = household === 'new';
  const errors = [
    ...(isNew && head.trim() === '' ? [{ field: 'request-head', message: t('headMissing') }] : []),
    ...(isNew && village === null ? [{ field: 'request-village', message: t('villageMissing') }] : []),
  ];
  const said = (field: string) =>
    attempt > 0 ? errors.find((error) => error.field === field)?.message : undefined;
  const submit = () => {
    setAttempt(attempt + 1);
    if (household === null || errors.length > 0) return;
    const whose =
      household === 'new'
        ? { householdId: null, head: head.trim(), villageId: Number(village) }
        : { householdId: household.id, head: household.head, villageId: household.village.id };
    receive.mutate({ communeId: commune, ...whose, form, channel, asked: asked.trim() });
  };
  return (
    <>
      <p>{t('requestLead')}</p>
      {attempt > 0 && errors.length > 0 ? (
        <FormErrors title={t('errors', { count: errors.length })} errors={errors} attempt={attempt} />
      ) : null}
      {receive.isError ? <ProblemNotice error={receive.error} /> : null}
      <div className={styles.form}>
        <ChoiceField
          label={t('form')}
          choices={REQUEST_FORMS.map((one) => ({ value: one, label: t(`form${one}`) }))}
          value={form}
          onChange={(value) => {
            setForm(value || '01');
            if (value === '04' && isNew) setHousehold(null);
          }}
        />
        <WhichHousehold
          commune={commune}
          name=""
          chosen={household}
          missing={attempt > 0}
          exit={form === '04'}
          onChoose={setHousehold}
        />
        {isNew ? (
          <>
            <TextInput
              id="request-head"
              label={t('headName')}
              value={head}
              maxLength={120}
              error={said('request-head')}
              onChange={(event) => setHead(event.currentTarget.value)}
            />
            <VillageOfList
              villages={villages}
              village={village}
              error={said('request-village')}
              onPick={setVillage}
            />
          </>
        ) : null}
        <ChoiceField
          label={t('channel')}
          choices={REQUEST_CHANNELS.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
          value={channel}
          onChange={(value) => setChannel(value || 'office')}
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

interface VillageOfListProps {
  readonly villages: readonly UnitRef[];
  readonly village: string | null;
  readonly error: string | undefined;
  readonly onPick: (village: string | null) => void;
}

/** A village of the commune by a part of its name, with or without diacritics. */
function VillageOfList({ villages, village, error, onPick }: VillageOfListProps) {
  const t = useWords(procedureWords);
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = villages.find(({ id }) => String(id) === village)?.name ?? '';
  const sought = searchKey(typed ?? '');
  return (
    <ComboboxField
      id="request-village"
      label={t('village')}
      text={typed ?? chosen}
      empty={t('villageNone')}
      error={error}
      options={villages
        .filter(({ name }) => searchKey(name).includes(sought))
        .map(({ id, name }) => ({ key: String(id), label: name }))}
      onText={(text) => {
        setTyped(text);
        onPick(null);
      }}
      onPick={({ key }) => {
        setTyped(null);
        onPick(key);
      }}
    />
  );
}
