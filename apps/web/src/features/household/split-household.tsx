import type { UnitRef } from '@benvung/contract/shared';
import type { Relation } from '@benvung/domain/household/household-facts';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ActForm } from './act-form.tsx';
import styles from './edit.module.css';
import type { ActProps } from './edit-member.tsx';
import { useFactWord } from './fact.words.ts';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import type { RenderVillage } from './move-household.tsx';
import { RelationField } from './relation-field.tsx';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

interface Typed {
  readonly newId: string;
  readonly day: string | null;
  readonly village: UnitRef | null;
  readonly leaving: readonly string[];
  readonly headId: string;
  readonly relations: Readonly<Record<string, Relation>>;
}

/** Whoever was the old head's child is as often the new one's brother: the old word is only kept where it may hold. */
const FIRST_GUESS: Relation = 'other';

export function SplitHousehold(props: ActProps & { readonly renderVillage: RenderVillage }) {
  const { record, today, onClose, onActed, renderVillage } = props;
  const t = useWords(editWords);
  const word = useFactWord();
  const form = useForm<Typed>(
    `ho.${record.id}.tach`,
    () => ({ newId: newId(), day: today, village: record.village, leaving: [], headId: '', relations: {} }),
    ({ day, village, leaving, headId }) => [
      leaving.length === 0 && { field: 'split-who', message: t('nobodyChosen') },
      leaving.length > 0 &&
        !leaving.includes(headId) && { field: 'split-head', message: t('newHeadMissing') },
      village === null && { field: 'split-village', message: t('villageMissing') },
      day === null && { field: 'split-day', message: t('dayMissing') },
    ],
  );
  const { typed, put } = form;
  const act = useAct({
    send: (body: Parameters<typeof acts.split>[1], commandId) => acts.split(record.id, body, commandId),
    done: t('splitDone'),
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  const chosen = record.members.filter(({ personId }) => typed.leaving.includes(personId));
  function send() {
    const { day, village, headId, relations } = typed;
    if (day === null || village === null) return;
    const leaving = Object.fromEntries(
      chosen.map(({ personId }) => [
        personId,
        personId === headId ? ('head' as const) : (relations[personId] ?? FIRST_GUESS),
      ]),
    );
    act.mutate({ version: record.version, day, newId: typed.newId, villageId: village.id, leaving });
  }
  return (
    <ActForm
      title={t('split')}
      lead={t('splitLead')}
      button={t('splitNow', { count: chosen.length })}
      errors={form.errors}
      attempt={form.attempt}
      pending={act.isPending}
      problem={act.error}
      last={record.last}
      restoredAt={form.draft.restoredAt}
      onSubmit={() => form.press(send)}
      onClose={onClose}
    >
      <fieldset className={styles.choices} id="split-who" tabIndex={-1}>
        <legend>{t('whoLeaves')}</legend>
        {record.members.map(({ personId, facts }) =>
          facts.relation === 'head' ? (
            <p key={personId} className={styles.note}>
              {facts.fullName}: {t('headStays')}
            </p>
          ) : (
            <label key={personId} className={styles.choice}>
              <input
                type="checkbox"
                checked={typed.leaving.includes(personId)}
                onChange={(event) =>
                  put({
                    leaving: event.target.checked
                      ? [...typed.leaving, personId]
                      : typed.leaving.filter((one) => one !== personId),
                  })
                }
              />
              {facts.fullName}, {word(facts.relation)}
              {facts.birthDate === null ? '' : `, ${facts.birthDate.slice(0, 4)}`}
            </label>
          ),
        )}
        {form.errorAt('split-who') === undefined ? null : (
          <span className={styles.warning}>{form.errorAt('split-who')}</span>
        )}
      </fieldset>
      <div className={styles.fields}>
        {chosen.length === 0 ? null : (
          <ChoiceField
            id="split-head"
            label={t('newHead')}
            value={typed.leaving.includes(typed.headId) ? typed.headId : ''}
            choices={chosen.map(({ personId, facts }) => ({ value: personId, label: facts.fullName }))}
            onChange={(headId) => put({ headId })}
            error={form.errorAt('split-head')}
          />
        )}
        {chosen
          .filter(({ personId }) => typed.headId !== '' && personId !== typed.headId)
          .map(({ personId, facts }) => (
            <RelationField
              key={personId}
              id={`split-${personId}`}
              label={t('relationToNewHead', { name: facts.fullName })}
              value={typed.relations[personId] ?? FIRST_GUESS}
              onChange={(relation) => put({ relations: { ...typed.relations, [personId]: relation } })}
            />
          ))}
        {renderVillage({
          id: 'split-village',
          label: t('splitVillage'),
          village: typed.village,
          onPick: (village) => put({ village }),
          error: form.errorAt('split-village'),
        })}
        <DayField
          id="split-day"
          label={t('day')}
          value={typed.day}
          today={today}
          onChange={(day) => put({ day })}
          error={form.errorAt('split-day')}
        />
      </div>
    </ActForm>
  );
}
