import { LEAVE_REASONS, type LeaveReason } from '@benvung/domain/household/member-acts';
import { useWords } from '../../platform/i18n.ts';
import { ActForm } from './act-form.tsx';
import { DayAndReason } from './day-and-reason.tsx';
import type { ActProps } from './edit-member.tsx';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

interface Typed {
  readonly day: string | null;
  readonly reason: LeaveReason | '';
}

export function RemoveMember({
  record,
  today,
  onClose,
  onActed,
  personId,
}: ActProps & { readonly personId: string }) {
  const t = useWords(editWords);
  const member = record.members.find((one) => one.personId === personId);
  const form = useForm<Typed>(
    `ho.${record.id}.roi.${personId}`,
    () => ({ day: today, reason: '' }),
    ({ day, reason }) => [
      day === null && { field: 'leave-day', message: t('dayMissing') },
      reason === '' && { field: 'leave-reason', message: t('reasonMissing') },
    ],
  );
  const act = useAct({
    send: (body: Parameters<typeof acts.removeMember>[2], commandId) =>
      acts.removeMember(record.id, personId, body, commandId),
    done: t('removed'),
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  if (member === undefined) return null;
  const { day, reason } = form.typed;
  return (
    <ActForm
      title={t('removeTitle', { name: member.facts.fullName })}
      lead={t('removeLead')}
      button={t('removeNow')}
      errors={form.errors}
      attempt={form.attempt}
      pending={act.isPending}
      problem={act.error}
      last={record.last}
      onSubmit={() =>
        form.press(() => {
          if (day !== null && reason !== '') act.mutate({ version: record.version, day, reason });
        })
      }
      onClose={onClose}
    >
      <DayAndReason
        prefix="leave"
        typed={form.typed}
        reasons={LEAVE_REASONS}
        today={today}
        put={form.put}
        errorAt={form.errorAt}
      />
    </ActForm>
  );
}
