import type { ReviewOfHousehold } from '@benvung/contract/household';
import { CAUSE_LABELS, WISH_LABELS } from '@benvung/domain/household/fact-labels';
import { POVERTY_CAUSES, SUPPORT_WISHES } from '@benvung/domain/household/household-facts';
import { GONE_REASONS } from '@benvung/domain/review/review-record';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { useCommand } from '../../platform/use-command.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ActForm } from './act-form.tsx';
import { correctionWords } from './correct-result.words.ts';
import { asItStands, changeOf, personsOf, type TypedCorrection, toggled } from './correction-model.ts';
import styles from './edit.module.css';
import { useFactWord } from './fact.words.ts';
import { correctResult } from './household.api.ts';
import { useForm } from './use-form.ts';

interface CorrectResultProps {
  readonly householdId: string;
  readonly review: ReviewOfHousehold;
  readonly flagLabel: (flag: string) => string;
  readonly onClose: () => void;
}

/** Corrects a result of a locked year (đính chính): what is not touched stays as it was. */
export function CorrectResult({ householdId, review, flagLabel, onClose }: CorrectResultProps) {
  const t = useWords(correctionWords);
  const { year, result } = review;
  const form = useForm<TypedCorrection>(
    `ho.${householdId}.dinh-chinh.${year}.${review.standard}.${review.version}`,
    () => asItStands(review),
    (typed) => [
      typed.persons.trim() !== '' &&
        personsOf(typed.persons) === null && {
          field: 'correction-persons',
          message: t('personsWrong', { typed: typed.persons.trim() }),
        },
      Object.keys(changeOf(typed, review)).length === 0 && {
        field: result === null ? 'correction-gone' : 'correction-class',
        message: t('nothing'),
      },
      typed.reason.trim() === '' && { field: 'correction-reason', message: t('reasonMissing') },
    ],
  );
  const { typed } = form;
  const command = useCommand({
    send: (body: Parameters<typeof correctResult>[1], commandId) =>
      correctResult(review.roundId, body, commandId),
    changes: [['household'], ['households'], ['desk'], ['home'], ['tables']],
    done: ({ openingFollowed }) => `${t('done')}. ${t(openingFollowed ? 'followed' : 'stays')}`,
    onDone: () => {
      form.draft.drop();
      onClose();
    },
  });
  return (
    <ActForm
      title={t('title', { year })}
      lead={t(result === null ? 'leadGone' : 'lead', { year })}
      button={t('button')}
      errors={form.errors}
      attempt={form.attempt}
      pending={command.isPending}
      problem={command.error}
      restoredAt={form.draft.restoredAt}
      onDrop={form.draft.restoredAt === null ? undefined : form.draft.drop}
      onSubmit={() =>
        form.press(() =>
          command.mutate({
            householdId,
            standardId: review.standard,
            version: review.version,
            reason: typed.reason.normalize('NFC').trim(),
            change: changeOf(typed, review),
          }),
        )
      }
      onClose={onClose}
    >
      <Result {...form} result={result} />
      {result === null || typed.gone !== '' ? null : <Needs {...form} flagLabel={flagLabel} />}
      <TextField
        id="correction-reason"
        label={t('reason')}
        description={t('reasonHint')}
        maxLength={1000}
        value={typed.reason}
        onChange={(reason) => form.put({ reason })}
        error={form.errorAt('correction-reason')}
      />
    </ActForm>
  );
}

interface FieldsProps {
  readonly typed: TypedCorrection;
  readonly put: (change: Partial<TypedCorrection>) => void;
  readonly errorAt: (field: string) => string | undefined;
}

function Result({ typed, put, errorAt, result }: FieldsProps & Pick<ReviewOfHousehold, 'result'>) {
  const t = useWords(correctionWords);
  const language = useLanguage();
  const word = useFactWord();
  return (
    <div className={styles.fields}>
      {result === null || typed.gone !== '' ? null : (
        <>
          <ChoiceField
            id="correction-class"
            label={t('newClass')}
            value={typed.class}
            nothing={t('keep')}
            choices={HOUSEHOLD_CLASSES.map((one) => ({ value: one, label: CLASS_LABELS[one][language] }))}
            onChange={(next) => put({ class: next })}
            error={errorAt('correction-class')}
          />
          <TextField
            id="correction-persons"
            label={t('newPersons')}
            inputMode="numeric"
            maxLength={3}
            placeholder={String(result.persons)}
            value={typed.persons}
            onChange={(persons) => put({ persons })}
            error={errorAt('correction-persons')}
          />
        </>
      )}
      <ChoiceField
        id="correction-gone"
        label={t('gone')}
        value={typed.gone}
        nothing={t('notGone')}
        choices={GONE_REASONS.map((one) => ({ value: one, label: word(one) }))}
        onChange={(gone) => put({ gone })}
        error={errorAt('correction-gone')}
      />
    </div>
  );
}

function Needs({
  typed,
  put,
  flagLabel,
}: FieldsProps & { readonly flagLabel: CorrectResultProps['flagLabel'] }) {
  const t = useWords(correctionWords);
  const language = useLanguage();
  return (
    <div className={styles.fields}>
      <Choices
        legend={t('flags')}
        values={Object.keys(typed.flags)}
        chosen={Object.keys(typed.flags).filter((flag) => typed.flags[flag])}
        label={flagLabel}
        onToggle={(flag) => put({ flags: { ...typed.flags, [flag]: !typed.flags[flag] } })}
      />
      <Choices
        legend={t('causes')}
        values={POVERTY_CAUSES.filter((cause) => cause !== 'illness')}
        chosen={typed.causes}
        label={(cause) => CAUSE_LABELS[cause][language]}
        onToggle={(cause) => put({ causes: toggled(typed.causes, cause) })}
      >
        <ChoiceField
          label={t('illness')}
          value={typed.illness}
          nothing={t('keep')}
          choices={[
            { value: 'yes', label: t('illnessYes') },
            { value: 'no', label: t('illnessNo') },
          ]}
          onChange={(illness) => put({ illness })}
        />
      </Choices>
      <Choices
        legend={t('wishes')}
        values={SUPPORT_WISHES}
        chosen={typed.wishes}
        label={(wish) => WISH_LABELS[wish][language]}
        onToggle={(wish) => put({ wishes: toggled(typed.wishes, wish) })}
      />
    </div>
  );
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly label: (value: Value) => string;
  readonly onToggle: (value: Value) => void;
  readonly children?: ReactNode;
}

function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, values, chosen, label, onToggle, children } = props;
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className={styles.choice}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          {label(value)}
        </label>
      ))}
      {children}
    </fieldset>
  );
}
