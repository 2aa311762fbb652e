import { JOIN_REASONS, type JoinReason } from '@benvung/domain/household/member-acts';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { ActForm } from './act-form.tsx';
import { DayAndReason } from './day-and-reason.tsx';
import type { ActProps } from './edit-member.tsx';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { LikelySame } from './likely-same.tsx';
import { type Facts, knownOf } from './member-facts.ts';
import { MemberFields } from './member-fields.tsx';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

interface Typed {
  readonly personId: string;
  readonly day: string | null;
  readonly reason: JoinReason | '';
  readonly facts: Facts;
}

export function AddMember({ record, today, onClose, onActed }: ActProps) {
  const t = useWords(editWords);
  const form = useForm<Typed>(
    `ho.${record.id}.them`,
    () => ({ personId: newId(), day: today, reason: '', facts: {} }),
    ({ day, reason, facts }) => [
      (facts.fullName ?? '').trim() === '' && { field: 'add-fullName', message: t('nameMissing') },
      !facts.relation && { field: 'add-relation', message: t('relationMissing') },
      day === null && { field: 'add-day', message: t('dayMissing') },
      reason === '' && { field: 'add-reason', message: t('reasonMissing') },
    ],
  );
  const { typed, put } = form;
  const act = useAct({
    send: (body: Parameters<typeof acts.addMember>[1], commandId) =>
      acts.addMember(record.id, body, commandId),
    done: t('added'),
    undo:
      ({ version }, { member, day }) =>
      (commandId) =>
        acts.removeMember(
          record.id,
          member.personId,
          { version, day, reason: 'enteredByMistake' },
          commandId,
        ),
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  function send() {
    const { day, reason, facts, personId } = typed;
    const { fullName, relation } = facts;
    if (day === null || reason === '' || !fullName || !relation) return;
    const member = { ...knownOf(facts), personId, fullName: fullName.trim(), relation };
    act.mutate({ version: record.version, day, reason, member });
  }
  const said = (key: 'fullName' | 'relation') => form.errorAt(`add-${key}`);
  return (
    <ActForm
      title={t('addMember')}
      button={t('addNow')}
      errors={form.errors}
      attempt={form.attempt}
      pending={act.isPending}
      problem={act.error}
      last={record.last}
      restoredAt={form.draft.restoredAt}
      onDrop={form.draft.drop}
      onSubmit={() => form.press(send)}
      onClose={onClose}
    >
      <MemberFields
        prefix="add"
        facts={typed.facts}
        today={today}
        errors={{
          ...(said('fullName') === undefined ? {} : { fullName: said('fullName') ?? '' }),
          ...(said('relation') === undefined ? {} : { relation: said('relation') ?? '' }),
        }}
        onChange={(fact, value) => put({ facts: { ...typed.facts, [fact]: value } })}
      />
      <LikelySame villageId={record.village.id} householdId={record.id} members={[typed.facts]} />
      <DayAndReason
        prefix="add"
        typed={form.typed}
        reasons={JOIN_REASONS}
        today={today}
        put={form.put}
        errorAt={form.errorAt}
      />
    </ActForm>
  );
}
