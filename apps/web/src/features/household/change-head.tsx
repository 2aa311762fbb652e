import type { Relation } from '@benvung/domain/household/household-facts';
import { LEAVE_REASONS, type LeaveReason } from '@benvung/domain/household/member-acts';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ActForm } from './act-form.tsx';
import styles from './edit.module.css';
import type { ActProps } from './edit-member.tsx';
import { useFactWord } from './fact.words.ts';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { RelationField } from './relation-field.tsx';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

interface Typed {
  readonly personId: string;
  readonly day: string | null;
  readonly goes: 'stays' | 'leaves';
  readonly relation: Relation | '';
  readonly reason: LeaveReason | '';
  readonly others: Readonly<Record<string, Relation>>;
}

export function ChangeHead(props: ActProps & { readonly personId?: string | undefined }) {
  const { record, today, onClose, onActed, personId } = props;
  const t = useWords(editWords);
  const word = useFactWord();
  const head = record.members.find(({ facts }) => facts.relation === 'head');
  const form = useForm<Typed>(
    `ho.${record.id}.chu-ho`,
    () => ({ personId: personId ?? '', day: today, goes: 'stays', relation: '', reason: '', others: {} }),
    ({ personId: chosen, day, goes, relation, reason }) => [
      chosen === '' && { field: 'head-person', message: t('newHeadMissing') },
      day === null && { field: 'head-day', message: t('dayMissing') },
      goes === 'stays' && relation === '' && { field: 'head-relation', message: t('relationMissing') },
      goes === 'leaves' && reason === '' && { field: 'head-reason', message: t('reasonMissing') },
    ],
  );
  const { typed, put } = form;
  const act = useAct({
    send: (body: Parameters<typeof acts.changeHead>[1], commandId) =>
      acts.changeHead(record.id, body, commandId),
    done: t('headDone'),
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  const others = record.members.filter((one) => one !== head && one.personId !== typed.personId);
  function send() {
    const { personId: chosen, day, goes, relation, reason } = typed;
    if (day === null) return;
    const former =
      goes === 'leaves'
        ? { left: reason as LeaveReason }
        : { relation: relation as Exclude<typeof relation, ''> };
    const known = new Set(others.map((one) => one.personId));
    const relations = Object.fromEntries(Object.entries(typed.others).filter(([id]) => known.has(id)));
    act.mutate({ version: record.version, day, personId: chosen, former, relations });
  }
  return (
    <ActForm
      title={t('changeHead')}
      lead={t('headLead')}
      button={t('headNow')}
      errors={form.errors}
      attempt={form.attempt}
      pending={act.isPending}
      problem={act.error}
      last={record.last}
      restoredAt={form.draft.restoredAt}
      onSubmit={() => form.press(send)}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <ChoiceField
          id="head-person"
          label={t('newHead')}
          value={typed.personId}
          choices={record.members
            .filter((one) => one !== head)
            .map((one) => ({ value: one.personId, label: one.facts.fullName }))}
          onChange={(next) => put({ personId: next })}
          error={form.errorAt('head-person')}
        />
        <DayField
          id="head-day"
          label={t('day')}
          value={typed.day}
          today={today}
          onChange={(day) => put({ day })}
          error={form.errorAt('head-day')}
        />
        <ChoiceField
          id="head-goes"
          label={t('formerHead', { name: head?.facts.fullName ?? '' })}
          value={typed.goes}
          choices={[
            { value: 'stays', label: t('stays') },
            { value: 'leaves', label: t('leaves') },
          ]}
          onChange={(goes) => put({ goes: goes === 'leaves' ? 'leaves' : 'stays' })}
        />
        {typed.goes === 'stays' ? (
          <RelationField
            id="head-relation"
            label={t('formerRelation')}
            value={typed.relation}
            onChange={(relation) => put({ relation })}
            error={form.errorAt('head-relation')}
          />
        ) : (
          <ChoiceField
            id="head-reason"
            label={t('leaveReason')}
            value={typed.reason}
            choices={LEAVE_REASONS.map((one) => ({ value: one, label: word(one) }))}
            onChange={(reason) => put({ reason })}
            error={form.errorAt('head-reason')}
          />
        )}
        {typed.personId === ''
          ? null
          : others.map((one) => (
              <RelationField
                key={one.personId}
                id={`head-${one.personId}`}
                label={t('relationToNewHead', { name: one.facts.fullName })}
                value={typed.others[one.personId] ?? one.facts.relation}
                onChange={(relation) => put({ others: { ...typed.others, [one.personId]: relation } })}
              />
            ))}
      </div>
    </ActForm>
  );
}
