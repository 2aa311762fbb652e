import type { HouseholdView } from '@benvung/contract/household';
import { useWords } from '../../platform/i18n.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ActForm } from './act-form.tsx';
import styles from './edit.module.css';
import type { ActProps } from './edit-member.tsx';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

interface Typed {
  readonly value: 'yes' | 'no' | 'back';
  readonly reason: string;
}

interface OverrideFlagProps extends ActProps {
  readonly flag: HouseholdView['flags'][number];
  readonly label: string;
}

export function OverrideFlag({ record, flag, label, onClose, onActed }: OverrideFlagProps) {
  const t = useWords(editWords);
  const form = useForm<Typed>(
    `ho.${record.id}.dac-diem.${flag.flag}`,
    () => ({ value: flag.overridden ? 'back' : flag.value === true ? 'no' : 'yes', reason: '' }),
    ({ reason }) => [reason.trim() === '' && { field: 'flag-reason', message: t('flagMissing') }],
  );
  const { typed, put } = form;
  const act = useAct({
    send: (body: Parameters<typeof acts.overrideFlag>[2], commandId) =>
      acts.overrideFlag(record.id, flag.flag, body, commandId),
    done: t(typed.value === 'back' ? 'flagBack' : 'flagSet'),
    undo: ({ version }, { value, reason }) => {
      if (flag.overridden)
        return (commandId) =>
          acts.overrideFlag(
            record.id,
            flag.flag,
            { version, value: flag.value, reason: flag.reason ?? reason },
            commandId,
          );
      return value === null
        ? null
        : (commandId) => acts.overrideFlag(record.id, flag.flag, { version, value: null, reason }, commandId);
    },
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  return (
    <ActForm
      title={t('flagTitle', { flag: label })}
      lead={t('flagLead')}
      button={t('save')}
      errors={form.errors}
      attempt={form.attempt}
      pending={act.isPending}
      problem={act.error}
      last={record.last}
      onSubmit={() =>
        form.press(() =>
          act.mutate({
            version: record.version,
            value: typed.value === 'back' ? null : typed.value === 'yes',
            reason: typed.reason.normalize('NFC').trim(),
          }),
        )
      }
      onClose={onClose}
    >
      <div className={styles.fields}>
        <ChoiceField
          id="flag-value"
          label={t('flagValue')}
          value={typed.value}
          choices={[
            { value: 'yes', label: t('holds') },
            { value: 'no', label: t('holdsNot') },
            ...(flag.overridden ? [{ value: 'back' as const, label: t('takeBack') }] : []),
          ]}
          onChange={(value) => put({ value: value === '' ? 'yes' : value })}
        />
        <TextField
          id="flag-reason"
          label={t('why')}
          maxLength={500}
          value={typed.reason}
          onChange={(reason) => put({ reason })}
          error={form.errorAt('flag-reason')}
        />
      </div>
    </ActForm>
  );
}
