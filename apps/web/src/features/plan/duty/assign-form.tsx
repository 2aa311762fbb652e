import type { DutyDesks } from '@benvung/contract/plan-duty';
import { type FormEvent, useState } from 'react';
import { DayField } from '../../../platform/day-field.tsx';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { assignDuties } from './duty.api.ts';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';
import { LongText } from './long-text.tsx';

interface AssignFormProps {
  readonly desks: DutyDesks;
  readonly today: string;
  readonly onClose: () => void;
}

type Target = 'own' | 'agencies' | 'units' | 'person';

const partsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(',')
    .flatMap((part) => part.trim() || []);

/** A duty for one desk or for many. */
export function AssignForm({ desks, today, onClose }: AssignFormProps) {
  const t = useWords(dutyWords);
  const [pressed, setPressed] = useState(false);
  const [target, setTarget] = useState<Target>(desks.agencies.length > 0 ? 'agencies' : 'own');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [texts, setTexts] = useState({
    task: '',
    node: '',
    output: '',
    evidence: '',
    period: '',
    partners: '',
  });
  const set = (name: keyof typeof texts) => (value: string) =>
    setTexts((last) => ({ ...last, [name]: value }));
  const command = useCommand({
    send: assignDuties,
    changes: [['duties'], ['home']],
    done: ({ made }) => t('assigned', { count: formatCount(made) }),
    onDone: onClose,
  });
  const nobody = target !== 'own' && chosen.size === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    setPressed(true);
    const task = texts.task.normalize('NFC').trim();
    if (task === '' || nobody) return;
    const ids = [...chosen];
    command.mutate({
      unit: desks.unit.id,
      task,
      node: texts.node.trim() || null,
      output: texts.output.trim(),
      evidenceAsked: texts.evidence.trim(),
      dueOn,
      periodWords: texts.period.trim() || null,
      agencies: target === 'agencies' ? ids : [],
      units: target === 'units' ? ids.map(Number) : [],
      person: target === 'person' ? (ids[0] ?? null) : null,
      partners: partsOf(texts.partners),
    });
  };
  return (
    <form className={styles.stack} noValidate onSubmit={submit}>
      <LongText
        label={t('task')}
        value={texts.task}
        onChange={set('task')}
        error={pressed && texts.task.trim() === '' ? t('taskMissing') : undefined}
      />
      <DeskChoice {...{ desks, target, chosen }} onTarget={setTarget} onChosen={setChosen} />
      {pressed && nobody ? <p className={styles.wrong}>{t('deskMissing')}</p> : null}
      <DayField label={t('dueOn')} value={dueOn} today={today} onChange={setDueOn} />
      <TextField label={t('period')} maxLength={300} value={texts.period} onChange={set('period')} />
      <TextField label={t('node')} maxLength={300} value={texts.node} onChange={set('node')} />
      <TextField label={t('output')} maxLength={300} value={texts.output} onChange={set('output')} />
      <TextField
        label={t('evidenceAsked')}
        maxLength={300}
        value={texts.evidence}
        onChange={set('evidence')}
      />
      <TextField label={t('partners')} maxLength={1000} value={texts.partners} onChange={set('partners')} />
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
  readonly desks: DutyDesks;
  readonly target: Target;
  readonly chosen: ReadonlySet<string>;
  readonly onTarget: (target: Target) => void;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

function DeskChoice({ desks, target, chosen, onTarget, onChosen }: DeskChoiceProps) {
  const t = useWords(dutyWords);
  const options: Readonly<Record<Target, readonly { readonly id: string; readonly name: string }[]>> = {
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
  const toggle = (id: string) => {
    if (target === 'person') return onChosen(new Set([id]));
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
          {target === 'person' ? null : (
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
                  type={target === 'person' ? 'radio' : 'checkbox'}
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
