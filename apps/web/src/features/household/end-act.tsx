import type { HouseholdActed } from '@benvung/contract/household-acts';
import { useWords } from '../../platform/i18n.ts';
import { ActForm } from './act-form.tsx';
import { DayAndReason, type FactWord } from './day-and-reason.tsx';
import type { ActProps } from './edit-member.tsx';
import { editWords } from './household-edit.words.ts';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

interface EndActProps<Reason extends FactWord> extends ActProps {
  /** What is kept of the typing lies under it. */
  readonly draft: string;
  /** The fields are `${prefix}-day` and `${prefix}-reason`. */
  readonly prefix: string;
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  /** The verb of the button, done. */
  readonly done: string;
  readonly reasons: readonly Reason[];
  readonly send: (
    body: { readonly version: number; readonly day: string; readonly reason: Reason },
    commandId: string,
  ) => Promise<HouseholdActed>;
}

/** Somebody leaves, or a file is closed: when and why is all that is asked. */
export function EndAct<Reason extends FactWord>(props: EndActProps<Reason>) {
  const { record, today, onClose, onActed, draft, prefix, reasons, send, done, ...words } = props;
  const t = useWords(editWords);
  const form = useForm<{ readonly day: string | null; readonly reason: Reason | '' }>(
    draft,
    () => ({ day: today, reason: '' }),
    ({ day, reason }) => [
      day === null && { field: `${prefix}-day`, message: t('dayMissing') },
      reason === '' && { field: `${prefix}-reason`, message: t('reasonMissing') },
    ],
  );
  const act = useAct({
    send,
    done,
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  const { day, reason } = form.typed;
  return (
    <ActForm
      {...words}
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
        prefix={prefix}
        typed={form.typed}
        reasons={reasons}
        today={today}
        put={form.put}
        errorAt={form.errorAt}
      />
    </ActForm>
  );
}
