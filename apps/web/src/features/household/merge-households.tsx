import type { Relation } from '@benvung/domain/household/household-facts';
import { useQuery } from '@tanstack/react-query';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ActForm } from './act-form.tsx';
import styles from './edit.module.css';
import type { ActProps } from './edit-member.tsx';
import { acts, recordQuery } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { HouseholdField } from './household-field.tsx';
import { RelationField } from './relation-field.tsx';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

interface Typed {
  readonly day: string | null;
  readonly other: { readonly id: string; readonly head: string } | null;
  readonly relations: Readonly<Record<string, Relation>>;
}

interface MergeHouseholdsProps extends ActProps {
  /** Where the other household is looked for. */
  readonly unitId: number;
}

export function MergeHouseholds({ record, today, unitId, onClose, onActed }: MergeHouseholdsProps) {
  const t = useWords(editWords);
  const form = useForm<Typed>(
    `ho.${record.id}.nhap`,
    () => ({ day: today, other: null, relations: {} }),
    ({ day, other }) => [
      other === null && { field: 'merge-other', message: t('otherMissing') },
      day === null && { field: 'merge-day', message: t('dayMissing') },
    ],
  );
  const { typed, put } = form;
  const other = useQuery({ ...recordQuery(typed.other?.id ?? ''), enabled: typed.other !== null });
  const coming = typed.other === null ? [] : (other.data?.members ?? []);
  const head = record.members.find(({ facts }) => facts.relation === 'head')?.facts.fullName ?? '';
  const act = useAct({
    send: (body: Parameters<typeof acts.merge>[1], commandId) => acts.merge(record.id, body, commandId),
    done: t('mergeDone'),
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  function send() {
    if (typed.day === null || other.data === undefined) return;
    const relations = Object.fromEntries(
      coming.map(({ personId }) => [personId, typed.relations[personId] ?? ('other' as const)]),
    );
    act.mutate({
      version: record.version,
      day: typed.day,
      fromId: other.data.id,
      fromVersion: other.data.version,
      relations,
    });
  }
  return (
    <ActForm
      title={t('merge')}
      lead={t('mergeLead')}
      button={t('mergeNow', { count: coming.length })}
      errors={form.errors}
      attempt={form.attempt}
      pending={act.isPending}
      problem={act.error ?? other.error}
      last={record.last}
      restoredAt={form.draft.restoredAt}
      onSubmit={() => form.press(send)}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <HouseholdField
          id="merge-other"
          label={t('otherHousehold')}
          unitId={unitId}
          notId={record.id}
          household={typed.other}
          onPick={(found) => put({ other: found === null ? null : { id: found.id, head: found.head } })}
          error={form.errorAt('merge-other')}
        />
        <DayField
          id="merge-day"
          label={t('day')}
          value={typed.day}
          today={today}
          onChange={(day) => put({ day })}
          error={form.errorAt('merge-day')}
        />
        {coming.map(({ personId, facts }) => (
          <RelationField
            key={personId}
            id={`merge-${personId}`}
            label={t('relationHere', { name: facts.fullName, head })}
            value={typed.relations[personId] ?? 'other'}
            onChange={(relation) => put({ relations: { ...typed.relations, [personId]: relation } })}
          />
        ))}
      </div>
    </ActForm>
  );
}
