import type { HouseholdRecord } from '@benvung/contract/household';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { useDraft } from '../../platform/use-draft.ts';
import type { FieldError } from '../../ui/form-errors.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ActForm } from './act-form.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import styles from './edit.module.css';
import type { ActProps } from './edit-member.tsx';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { OpenClosedFields } from './open-closed-fields.tsx';
import { useCorrection } from './use-correction.ts';

type TextKey = keyof HouseholdRecord['fields'];
export const TEXT_KEYS = ['listCode', 'registrationNumber', 'phone', 'address'] as const satisfies TextKey[];
const MOST: Readonly<Record<TextKey, number>> = {
  listCode: 40,
  registrationNumber: 40,
  phone: 40,
  address: 300,
};

export interface TypedFields extends Partial<Record<TextKey, string>> {
  readonly location?: string;
}

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** "16.2312, 107.2456"; null for nothing, undefined for what cannot be read. */
export function readPlace(text: string): Place | null | undefined {
  if (text.trim() === '') return null;
  const found = /^\s*(-?\d{1,3}(?:[.]\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:[.]\d+)?)\s*$/.exec(text);
  const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])];
  return found === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180
    ? undefined
    : { latitude, longitude };
}

const writePlace = (place: Place | null): string =>
  place === null ? '' : `${place.latitude}, ${place.longitude}`;

/** What is typed as it will be written; only what was touched. */
export function readFields(typed: TypedFields): Record<string, string | Place | null> {
  const texts = TEXT_KEYS.filter((key) => typed[key] !== undefined).map((key) => [
    key,
    typed[key]?.normalize('NFC').trim() || null,
  ]);
  const place = typed.location === undefined ? undefined : readPlace(typed.location);
  return Object.fromEntries([...texts, ...(place === undefined ? [] : [['location', place]])]);
}

interface HouseholdFieldsProps {
  readonly typed: TypedFields;
  readonly prefix: string;
  readonly onChange: (key: keyof TypedFields, text: string) => void;
  /** Holds a place nobody has opened. */
  readonly placeClosed?: boolean;
  readonly onOpenPlace?: () => void;
  readonly placeError?: string | undefined;
}

/** What is written of a household besides its people. */
export function HouseholdFields(props: HouseholdFieldsProps) {
  const { typed, prefix, onChange, placeClosed = false, onOpenPlace, placeError } = props;
  const t = useWords(editWords);
  return (
    <div className={styles.fields}>
      {TEXT_KEYS.map((key) => (
        <TextField
          key={key}
          id={`${prefix}-${key}`}
          label={t(key)}
          maxLength={MOST[key]}
          placeholder={t('unknown')}
          {...(key === 'phone' ? { inputMode: 'tel' as const } : {})}
          value={typed[key] ?? ''}
          onChange={(text) => onChange(key, text)}
        />
      ))}
      {placeClosed ? (
        <div className={styles.closed}>
          <span className={styles.closedLabel}>{t('location')}</span>
          <span className={styles.closedValue}>{t('closedValue')}</span>
          <Button variant="outline" size="xs" onClick={onOpenPlace}>
            {t('openToEdit')}
          </Button>
        </div>
      ) : (
        <TextField
          id={`${prefix}-location`}
          label={t('location')}
          description={t('locationHint')}
          value={typed.location ?? ''}
          error={placeError}
          onChange={(text) => onChange('location', text)}
        />
      )}
    </div>
  );
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

export function EditHousehold({ record: given, onClose, onActed }: ActProps) {
  const t = useWords(editWords);
  const [record] = useState(given);
  const draft = useDraft<TypedFields>(`ho.${record.id}.ho`, () => ({}));
  const [place, setPlace] = useState<Place | null | undefined>(record.located ? undefined : null);
  const [opening, setOpening] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const stored: TypedFields = {
    ...Object.fromEntries(TEXT_KEYS.map((key) => [key, record.fields[key] ?? ''])),
    ...(place === undefined ? {} : { location: writePlace(place) }),
  };
  const typed = { ...stored, ...draft.value };
  const valuesOf = ({ fields }: HouseholdRecord): Record<string, unknown> => ({
    ...fields,
    ...(place === undefined ? {} : { location: place }),
  });
  const base = valuesOf(record);
  const changes = Object.fromEntries(
    Object.entries(readFields(draft.value)).filter(([key, value]) => !isSame(base[key], value)),
  );
  const placeWrong = draft.value.location !== undefined && readPlace(draft.value.location) === undefined;
  const placeError = placeWrong ? t('locationWrong', { text: draft.value.location ?? '' }) : undefined;
  const errors: FieldError[] =
    placeError === undefined ? [] : [{ field: 'ho-location', message: placeError }];
  const correction = useCorrection({
    id: record.id,
    record,
    valuesOf,
    send: (body, commandId) => acts.correct(record.id, body as never, commandId),
    onDone: (answer) => {
      draft.drop();
      onActed(answer);
      onClose();
    },
  });

  function submit() {
    setAttempt(attempt + 1);
    if (errors.length > 0) return;
    if (Object.keys(changes).length === 0) return onClose();
    void correction.submit(changes);
  }

  const { conflict } = correction;
  return (
    <>
      <ActForm
        title={t('editFields')}
        button={t('save')}
        errors={attempt > 0 ? errors : []}
        attempt={attempt}
        pending={correction.pending}
        problem={correction.problem}
        last={conflict?.fresh.last ?? record.last}
        restoredAt={draft.restoredAt}
        {...(Object.keys(draft.value).length === 0 ? {} : { onDrop: draft.drop })}
        onSubmit={submit}
        onClose={onClose}
      >
        {conflict === null || conflict.fields.length === 0 ? null : (
          <ConflictChoice
            conflict={conflict}
            label={(key) => t(key as TextKey)}
            theirs={(key) => conflict.fresh.fields[key as TextKey] ?? t('unknown')}
            mine={(key) => draft.value[key as TextKey] || t('unknown')}
            onChosen={(mine) => {
              const kept = Object.entries(changes).filter(
                ([key]) => !conflict.fields.includes(key) || mine.has(key),
              );
              if (kept.length === 0) {
                draft.drop();
                return onClose();
              }
              void correction.submit(Object.fromEntries(kept), conflict.fresh.version);
            }}
          />
        )}
        <HouseholdFields
          prefix="ho"
          typed={typed}
          onChange={(key, text) => draft.set((before) => ({ ...before, [key]: text }))}
          placeClosed={place === undefined && draft.value.location === undefined}
          onOpenPlace={() => setOpening(true)}
          placeError={attempt > 0 ? placeError : undefined}
        />
      </ActForm>
      {opening ? (
        <OpenClosedFields
          householdId={record.id}
          fields={['location']}
          onOpened={(_, disclosed) => {
            setPlace(disclosed.location ?? null);
            setOpening(false);
          }}
          onClose={() => setOpening(false)}
        />
      ) : null}
    </>
  );
}
