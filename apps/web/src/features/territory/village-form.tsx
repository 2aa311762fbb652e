import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { type Choice, ChoiceField } from '../../ui/choice-field.tsx';
import { type FieldError, FormErrors } from '../../ui/form-errors.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { ModalBox } from '../../ui/modal-box.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { territoryWords } from './territory.words.ts';
import styles from './unit-facts.module.css';

export interface VillageDraft {
  readonly name: string;
  readonly day: string;
  readonly communeId: number;
  readonly decision: string;
}

interface VillageFormProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The verb of the button. */
  readonly verb: string;
  readonly today: string;
  /** Asked for when given: what the name is so far. */
  readonly name?: string;
  readonly asksDay: boolean;
  /** Asked for when given: communes to choose from. */
  readonly communes?: readonly Choice<string>[];
  readonly busy: boolean;
  readonly problem: unknown;
  readonly onSend: (draft: VillageDraft) => void;
  readonly onClose: () => void;
}

/** What a commune decides of a village: a name, a day, a decision; each act asks for its own. */
export function VillageForm(props: VillageFormProps) {
  const { title, lead, verb, today, asksDay, communes, busy, problem, onSend, onClose } = props;
  const t = useWords(territoryWords);
  const id = useId();
  const [name, setName] = useState(props.name ?? '');
  const [day, setDay] = useState<string | null>(today);
  const [communeId, setCommuneId] = useState('');
  const [decision, setDecision] = useState('');
  const [attempt, setAttempt] = useState(0);
  const wants: [boolean, string, string][] = [
    [props.name !== undefined && name.trim() === '', `${id}-name`, t('nameMissing')],
    [communes !== undefined && communeId === '', `${id}-commune`, t('communeMissing')],
    [asksDay && day === null, `${id}-day`, t('dayMissing')],
    [decision.trim() === '', `${id}-decision`, t('decisionMissing')],
  ];
  const errors = wants.flatMap(([missing, field, message]): FieldError[] =>
    missing ? [{ field, message }] : [],
  );
  const errorAt = (field: string) =>
    attempt === 0 ? undefined : errors.find((error) => error.field === `${id}-${field}`)?.message;

  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (errors.length === 0)
      onSend({
        name: name.trim(),
        day: day ?? today,
        communeId: Number(communeId),
        decision: decision.trim(),
      });
  }

  return (
    <ModalBox title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={send} noValidate>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
        <FormErrors
          title={t('toMend', { count: errors.length })}
          errors={attempt === 0 ? [] : errors}
          attempt={attempt}
        />
        {problem === null || problem === undefined ? null : <ProblemNotice error={problem} />}
        {props.name === undefined ? null : (
          <TextField
            id={`${id}-name`}
            label={t('villageName')}
            description={t('villageNameHint')}
            value={name}
            onChange={setName}
            error={errorAt('name')}
          />
        )}
        {communes === undefined ? null : (
          <ChoiceField
            id={`${id}-commune`}
            label={t('newCommune')}
            value={communeId}
            choices={communes}
            nothing=""
            onChange={setCommuneId}
            error={errorAt('commune')}
          />
        )}
        {asksDay ? (
          <DayField
            id={`${id}-day`}
            label={t('from')}
            value={day}
            today={today}
            onChange={setDay}
            error={errorAt('day')}
          />
        ) : null}
        <TextField
          id={`${id}-decision`}
          label={t('decision')}
          description={t('decisionHint')}
          value={decision}
          onChange={setDecision}
          maxLength={500}
          error={errorAt('decision')}
        />
        <FormFoot className={styles.tools} act={verb} busy={busy} close={t('close')} onClose={onClose} />
      </form>
    </ModalBox>
  );
}
