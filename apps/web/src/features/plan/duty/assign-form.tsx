import type { DutyDesks } from '@benvung/contract/plan-duty';
import { type FormEvent, useState } from 'react';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useDraft } from '../../../platform/use-draft.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { assignDuties } from './duty.api.ts';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';
import { DutyTexts, type DutyTextsTyped, NOTHING_TYPED, toldOf } from './duty-texts.tsx';
import { LongText } from './long-text.tsx';

interface AssignFormProps {
  readonly desks: DutyDesks;
  readonly today: string;
  readonly onClose: () => void;
}

export type DeskTarget = 'own' | 'agencies' | 'units' | 'person';

/** What stands in the form, kept in this browser until it is assigned. */
interface Assigned {
  readonly typed: DutyTextsTyped;
  readonly target: DeskTarget;
  readonly chosen: readonly string[];
}

/** A duty for one desk or for many. */
export function AssignForm({ desks, today, onClose }: AssignFormProps) {
  const t = useWords(dutyWords);
  const [pressed, setPressed] = useState(false);
  const draft = useDraft<Assigned>(`duty-assigned-${desks.unit.id}`, () => ({
    typed: NOTHING_TYPED,
    target: desks.agencies.length > 0 ? 'agencies' : 'own',
    chosen: [],
  }));
  const { typed, target } = draft.value;
  const chosen = new Set(draft.value.chosen);
  const change = (part: Partial<Assigned>) => draft.set((last) => ({ ...last, ...part }));
  const setTyped = (next: DutyTextsTyped) => change({ typed: next });
  const command = useCommand({
    send: assignDuties,
    changes: [['duties'], ['home']],
    done: ({ made }) => t('assigned', { count: formatCount(made) }),
    onDone: () => {
      draft.drop();
      onClose();
    },
  });
  const nobody = target !== 'own' && chosen.size === 0;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    setPressed(true);
    const told = toldOf(typed);
    if (told.task === '' || nobody) {
      // to what is missing: the task stands above, out of sight when the button was pressed
      const missing = told.task === '' ? 'textarea' : 'fieldset input, select';
      event.currentTarget.querySelector<HTMLElement>(missing)?.focus();
      return;
    }
    const ids = [...chosen];
    command.mutate({
      unit: desks.unit.id,
      ...told,
      agencies: target === 'agencies' ? ids : [],
      units: target === 'units' ? ids.map(Number) : [],
      person: target === 'person' ? (ids[0] ?? null) : null,
    });
  };
  return (
    <form className={styles.stack} noValidate onSubmit={submit}>
      <LongText
        label={t('task')}
        value={typed.task}
        onChange={(task) => setTyped({ ...typed, task })}
        error={pressed && typed.task.trim() === '' ? t('taskMissing') : undefined}
      />
      <DeskChoice
        {...{ desks, target, chosen }}
        onTarget={(next) => change({ target: next, chosen: [] })}
        onChosen={(next) => change({ chosen: [...next] })}
      />
      {pressed && nobody ? <p className={styles.wrong}>{t('deskMissing')}</p> : null}
      <DutyTexts typed={typed} today={today} onTyped={setTyped} />
      {command.isError ? <ProblemNotice error={command.error} /> : null}
      <FormFoot
        className={styles.cardFoot}
        act={t('assignNow')}
        busy={command.isPending}
        close={t('close')}
        closeLook="subtle"
        onClose={onClose}
      />
    </form>
  );
}

interface DeskChoiceProps {
  /** One desk alone can be chosen. */
  readonly single?: boolean;
  readonly desks: DutyDesks;
  readonly target: DeskTarget;
  readonly chosen: ReadonlySet<string>;
  readonly onTarget: (target: DeskTarget) => void;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

export function DeskChoice({ desks, target, chosen, single = false, onTarget, onChosen }: DeskChoiceProps) {
  const t = useWords(dutyWords);
  const options: Readonly<Record<DeskTarget, readonly { readonly id: string; readonly name: string }[]>> = {
    own: [],
    agencies: desks.agencies.filter(({ closed }) => !closed),
    units: desks.below.map(({ id, name }) => ({ id: String(id), name })),
    person: desks.people,
  };
  const targets = [
    { value: 'agencies', label: t('toAgencies') },
    { value: 'units', label: t('toUnits') },
    { value: 'own', label: t('toOwn') },
    { value: 'person', label: t('toPerson') },
  ] as const;
  const list = options[target];
  const one = single || target === 'person';
  const toggle = (id: string) => {
    if (one) return onChosen(new Set([id]));
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  return (
    <>
      <ChoiceField
        label={t('toWhom')}
        value={target}
        choices={targets}
        onChange={(value) => {
          if (value === '') return;
          onTarget(value);
          onChosen(new Set());
        }}
      />
      {target === 'agencies' && list.length === 0 ? <p>{t('noAgencies')}</p> : null}
      {list.length === 0 ? null : (
        <fieldset className={styles.group}>
          <legend>{targets.find(({ value }) => value === target)?.label}</legend>
          {one ? null : (
            <label>
              <input
                type="checkbox"
                checked={chosen.size === list.length}
                onChange={({ target: box }) => onChosen(new Set(box.checked ? list.map(({ id }) => id) : []))}
              />{' '}
              {t('allBelow')}
            </label>
          )}
          <div className={styles.choices}>
            {list.map(({ id, name }) => (
              <label key={id}>
                <input
                  type={one ? 'radio' : 'checkbox'}
                  name="desk"
                  checked={chosen.has(id)}
                  onChange={() => toggle(id)}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
