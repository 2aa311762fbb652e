import { END_REASONS, type EndReason } from '@benvung/domain/household/move-household';
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
  readonly reason: EndReason | '';
}

export function EndHousehold({ record, today, onClose, onActed }: ActProps) {
  const t = useWords(editWords);
  const form = useForm<Typed>(
    `ho.${record.id}.khep`,
    () => ({ day: today, reason: '' }),
    ({ day, reason }) => [
      day === null && { field: 'end-day', message: t('dayMissing') },
      reason === '' && { field: 'end-reason', message: t('reasonMissing') },
    ],
  );
  const act = useAct({
    send: (body: Parameters<typeof acts.end>[1], commandId) => acts.end(record.id, body, commandId),
    done: t('ended'),
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  const { day, reason } = form.typed;
  return (
    <ActForm
      title={t('end')}
      lead={t('endLead')}
      button={t('endNow')}
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
        prefix="end"
        typed={form.typed}
        reasons={END_REASONS}
        today={today}
        put={form.put}
        errorAt={form.errorAt}
      />
    </ActForm>
  );
}
