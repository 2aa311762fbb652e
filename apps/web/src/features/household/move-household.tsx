import type { UnitRef } from '@benvung/contract/shared';
import type { ReactNode } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ActForm } from './act-form.tsx';
import styles from './edit.module.css';
import type { ActProps } from './edit-member.tsx';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

/** A field that finds a village; it belongs to the territory, the page hands it in. */
export type RenderVillage = (field: {
  readonly id: string;
  readonly label: string;
  readonly village: UnitRef | null;
  readonly onPick: (village: UnitRef | null) => void;
  readonly error?: string | undefined;
}) => ReactNode;

interface Typed {
  readonly day: string | null;
  readonly village: UnitRef | null;
}

export function MoveHousehold(props: ActProps & { readonly renderVillage: RenderVillage }) {
  const { record, today, onClose, onActed, renderVillage } = props;
  const t = useWords(editWords);
  const form = useForm<Typed>(
    `ho.${record.id}.chuyen`,
    () => ({ day: today, village: null }),
    ({ day, village }) => [
      village === null && { field: 'move-village', message: t('villageMissing') },
      day === null && { field: 'move-day', message: t('dayMissing') },
    ],
  );
  const { day, village } = form.typed;
  const act = useAct({
    send: (body: Parameters<typeof acts.move>[1], commandId) => acts.move(record.id, body, commandId),
    done: t('moved'),
    onDone: (answer) => {
      form.draft.drop();
      onActed(answer);
      onClose();
    },
  });
  return (
    <ActForm
      title={t('move')}
      lead={t('moveLead')}
      button={t('moveNow')}
      errors={form.errors}
      attempt={form.attempt}
      pending={act.isPending}
      problem={act.error}
      last={record.last}
      restoredAt={form.draft.restoredAt}
      onSubmit={() =>
        form.press(() => {
          if (day !== null && village !== null)
            act.mutate({ version: record.version, day, villageId: village.id });
        })
      }
      onClose={onClose}
    >
      <div className={styles.fields}>
        {renderVillage({
          id: 'move-village',
          label: t('newVillage'),
          village,
          onPick: (next) => form.put({ village: next }),
          error: form.errorAt('move-village'),
        })}
        <DayField
          id="move-day"
          label={t('day')}
          value={day}
          today={today}
          onChange={(next) => form.put({ day: next })}
          error={form.errorAt('move-day')}
        />
      </div>
    </ActForm>
  );
}
