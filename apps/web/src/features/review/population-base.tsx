import type { PopulationBaseView } from '@benvung/contract/review-desk';
import { BASE_FIELDS, checkBase } from '@benvung/domain/review/population-base';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { DayField } from '../../platform/day-field.tsx';
import { useEditGridLabels } from '../../platform/edit-grid-words.ts';
import { EditGridExport } from '../../platform/export/table-export.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { EditGrid } from '../../ui/edit-grid/edit-grid.tsx';
import type { CellChange, EditColumn } from '../../ui/edit-grid/edit-grid-model.ts';
import { FormErrors } from '../../ui/form-errors.tsx';
import { Notice } from '../../ui/notice.tsx';
import {
  applyBaseChanges,
  baseRows,
  changedLines,
  figuresOf,
  readCount,
  type TypedBase,
  takeSum,
} from './base-rows.ts';
import { baseQuery, DESK_KEYS, sendBase } from './desk.api.ts';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';

interface PopulationBaseProps {
  readonly commune: number;
  readonly year: number;
  readonly today: string;
  /** The reader may write it. */
  readonly may: boolean;
}

/** Totals of all households and persons: the denominators of every rate; typed or pasted, a line a village. */
export function PopulationBase({ commune, year, today, may }: PopulationBaseProps) {
  const base = useQuery(baseQuery(commune, year));
  return (
    <Answer query={base} rows={10}>
      {(data) => <BaseForm base={data} today={today} may={may && data.open} />}
    </Answer>
  );
}

interface BaseFormProps {
  readonly base: PopulationBaseView;
  readonly today: string;
  readonly may: boolean;
}

function BaseForm({ base, today, may }: BaseFormProps) {
  const t = useWords(deskWords);
  const { lines, year } = base;
  const [typed, setTyped] = useState<TypedBase>(new Map());
  const [source, setSource] = useState(base.source);
  const [day, setDay] = useState<string | null>(base.onDay ?? today);
  const [attempt, setAttempt] = useState(0);
  const saving = useCommand({
    send: (body: object, commandId) => sendBase({ ...body, commandId }),
    changes: [...DESK_KEYS, ['tables']],
    done: ({ changed }) => t('savedBase', { count: formatCount(changed) }),
    onDone: () => setTyped(new Map()),
  });
  const changed = changedLines(lines, typed);
  const errors = [
    ...(source.trim() === '' ? [{ field: 'base-source', message: t('baseSourceMissing') }] : []),
    ...(day === null ? [{ field: 'base-day', message: t('dayMissing') }] : []),
  ];
  const refused = changed.filter((line) => !checkBase(figuresOf(line, typed)).ok).length;
  const save = () => {
    setAttempt(attempt + 1);
    if (errors.length > 0 || refused > 0 || changed.length === 0) return;
    saving.mutate({
      communeId: base.commune.id,
      year,
      source: source.trim(),
      onDay: day,
      lines: changed.map((line) => ({
        villageId: line.villageId,
        version: line.version,
        figures: figuresOf(line, typed),
      })),
    });
  };
  const said = (field: string) =>
    attempt > 0 ? errors.find((error) => error.field === field)?.message : undefined;
  return (
    <>
      <p>{t('baseLead')}</p>
      {base.open ? null : <Notice kind="note" title={t('baseLocked')} />}
      {attempt > 0 ? (
        <FormErrors title={t('errors', { count: errors.length })} errors={errors} attempt={attempt} />
      ) : null}
      {may ? (
        <div className={styles.fields}>
          <TextInput
            id="base-source"
            label={t('baseSource')}
            description={t('baseSourceHint')}
            value={source}
            maxLength={500}
            error={said('base-source')}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <DayField
            id="base-day"
            label={t('baseDay')}
            value={day}
            onChange={setDay}
            today={today}
            error={said('base-day')}
          />
        </div>
      ) : base.source === '' ? null : (
        <p>{t('source', { source: base.source })}</p>
      )}
      <BaseGrid {...{ base, typed, setTyped, may }} />
      {attempt > 0 && refused > 0 ? (
        <Notice kind="error" title={t('baseRefused', { count: formatCount(refused) })} />
      ) : null}
      {saving.isError ? <ProblemNotice error={saving.error} /> : null}
      {may ? (
        <div className={`${styles.acts} no-print`}>
          {changed.length === 0 ? (
            <p className={styles.second}>{t('nothingToSave')}</p>
          ) : (
            <>
              <Button onClick={save} loading={saving.isPending}>
                {t('saveBase', { count: formatCount(changed.length) })}
              </Button>
              <Button variant="outline" onClick={() => setTyped(new Map())}>
                {t('discard')}
              </Button>
            </>
          )}
          <Button variant="outline" onClick={() => setTyped(takeSum(lines, typed))}>
            {t('useSum')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface BaseGridProps {
  readonly base: PopulationBaseView;
  readonly typed: TypedBase;
  readonly setTyped: (change: (typed: TypedBase) => TypedBase) => void;
  readonly may: boolean;
}

function BaseGrid({ base, typed, setTyped, may }: BaseGridProps) {
  const t = useWords(deskWords);
  const labels = useEditGridLabels();
  const { lines } = base;
  const columns = useMemo((): EditColumn[] => {
    const read = (text: string) => {
      const value = readCount(text);
      return value === undefined
        ? { refused: t('notCount', { text }) }
        : { text: value === null ? '' : formatCount(value) };
    };
    const [households, persons, ...parts] = BASE_FIELDS;
    const editable = (key: (typeof BASE_FIELDS)[number]): EditColumn => ({
      key,
      title: t(key),
      width: 104,
      numeric: true,
      ...(may ? { read, hint: t('countHint') } : {}),
    });
    const shown = (key: 'kinhHouseholds' | 'kinhPersons'): EditColumn => ({
      key,
      title: t(key),
      width: 88,
      numeric: true,
    });
    return [
      { key: 'name', title: t('village'), width: 200, rowHeader: true },
      editable(households),
      editable(persons),
      shown('kinhHouseholds'),
      shown('kinhPersons'),
      ...parts.map(editable),
      { key: 'last', title: t('lastYear'), width: 96, numeric: true },
    ];
  }, [t, may]);
  const rows = useMemo(() => baseRows(lines, typed, t), [lines, typed, t]);
  const change = useCallback(
    (changes: readonly CellChange[]) => setTyped((last) => applyBaseChanges(lines, last, changes)),
    [lines, setTyped],
  );
  const caption = t('baseCaption', { unit: base.commune.name });
  return (
    <>
      <div data-paper="landscape">
        <EditGrid caption={caption} columns={columns} rows={rows} labels={labels} onChange={change} />
      </div>
      <EditGridExport
        title={caption}
        place={base.commune.name}
        facts={[
          t('baseYear', { year: base.year }),
          ...(base.source === '' ? [] : [t('source', { source: base.source })]),
        ]}
        columns={columns}
        rows={rows}
      />
    </>
  );
}
