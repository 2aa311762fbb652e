import type { TargetCascade } from '@benvung/contract/plan-target';
import type { UnitRef } from '@benvung/contract/shared';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../platform/day-field.tsx';
import { getLanguage, useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { FormErrors } from '../../../ui/form-errors.tsx';
import { readCount } from './cascade-model.ts';
import { recordActual, TARGET_KEYS } from './target.api.ts';
import styles from './target.module.css';
import { targetWords } from './target.words.ts';

interface ActualFormProps {
  readonly cascade: TargetCascade;
  readonly today: string;
  readonly unit: UnitRef;
}

/** What was reached of an indicator the review does not count. */
export function ActualForm({ cascade, today, unit }: ActualFormProps) {
  const t = useWords(targetWords);
  const byHand = cascade.indicators.filter((one) => one.byHand);
  const units = [...new Map(cascade.rows.map((row) => [row.unit.id, row.unit])).values()];
  const [indicator, setIndicator] = useState(
    byHand.find(({ code }) => cascade.shown.includes(code))?.code ?? byHand[0]?.code ?? '',
  );
  const [unitId, setUnitId] = useState(String(unit.id));
  const [count, setCount] = useState('');
  const [base, setBase] = useState('');
  const [day, setDay] = useState<string | null>(today);
  const [source, setSource] = useState('');
  const [attempt, setAttempt] = useState(0);
  const saving = useCommand({
    send: recordActual,
    changes: TARGET_KEYS,
    done: () => t('actualSaved'),
    onDone: () => {
      setCount('');
      setBase('');
      setAttempt(0);
    },
  });
  const reached = readCount(count);
  const of = readCount(base);
  const errors = [
    ...(reached === null || reached === undefined
      ? [{ field: 'actual-count', message: `${t('actualCount')}: ${t('countHint')}` }]
      : []),
    ...(of === undefined ? [{ field: 'actual-base', message: `${t('actualBase')}: ${t('countHint')}` }] : []),
    ...(source.trim().length < 3
      ? [{ field: 'actual-source', message: `${t('actualSource')}: ${t('reasonNeeded')}` }]
      : []),
    ...(day === null ? [{ field: 'actual-day', message: t('actualDay') }] : []),
  ];
  const save = () => {
    setAttempt((last) => last + 1);
    if (errors.length > 0 || reached === null || reached === undefined || of === undefined || day === null)
      return;
    saving.mutate({
      year: cascade.year,
      unitId: Number(unitId),
      indicator,
      onDay: day,
      count: reached,
      base: of,
      source,
    });
  };
  const said = (field: string) =>
    attempt > 0 ? errors.find((error) => error.field === field)?.message : undefined;
  return (
    <div className="no-print">
      <details>
        <summary>{t('enterActual')}</summary>
        <div className={styles.fields}>
          {attempt > 0 && errors.length > 0 ? (
            <FormErrors title={t('faults')} errors={errors} attempt={attempt} />
          ) : null}
          <ChoiceField
            label={t('chooseIndicator')}
            value={indicator}
            choices={byHand.map(({ code, name }) => ({ value: code, label: name[getLanguage()] }))}
            onChange={setIndicator}
          />
          <ChoiceField
            label={t('actualUnit')}
            value={unitId}
            choices={units.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={setUnitId}
          />
          <TextInput
            id="actual-count"
            label={t('actualCount')}
            value={count}
            inputMode="numeric"
            error={said('actual-count')}
            onChange={({ currentTarget }) => setCount(currentTarget.value)}
          />
          <TextInput
            id="actual-base"
            label={t('actualBase')}
            value={base}
            inputMode="numeric"
            error={said('actual-base')}
            onChange={({ currentTarget }) => setBase(currentTarget.value)}
          />
          <DayField id="actual-day" label={t('actualDay')} value={day} onChange={setDay} today={today} />
          <TextInput
            id="actual-source"
            label={t('actualSource')}
            value={source}
            error={said('actual-source')}
            onChange={({ currentTarget }) => setSource(currentTarget.value)}
          />
          <div>
            <Button loading={saving.isPending} onClick={save}>
              {t('saveActual')}
            </Button>
          </div>
          {saving.isError ? <ProblemNotice error={saving.error} /> : null}
        </div>
      </details>
    </div>
  );
}
