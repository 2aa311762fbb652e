import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import styles from './edit.module.css';
import { useFactWord } from './fact.words.ts';
import { editWords } from './household-edit.words.ts';

export type FactWord = Parameters<ReturnType<typeof useFactWord>>[0];

interface DayAndReasonProps<Reason extends FactWord> {
  /** The fields are `${prefix}-day` and `${prefix}-reason`. */
  readonly prefix: string;
  readonly typed: { readonly day: string | null; readonly reason: Reason | '' };
  readonly reasons: readonly Reason[];
  readonly today: string;
  readonly put: (change: { day?: string | null; reason?: Reason | '' }) => void;
  readonly errorAt: (field: string) => string | undefined;
}

/** When it happened, and why: what the household's history keeps of every act. */
export function DayAndReason<Reason extends FactWord>(props: DayAndReasonProps<Reason>) {
  const { prefix, typed, reasons, today, put, errorAt } = props;
  const t = useWords(editWords);
  const word = useFactWord();
  return (
    <div className={styles.fields}>
      <DayField
        id={`${prefix}-day`}
        label={t('day')}
        value={typed.day}
        today={today}
        onChange={(day) => put({ day })}
        error={errorAt(`${prefix}-day`)}
      />
      <ChoiceField
        id={`${prefix}-reason`}
        label={t('reason')}
        value={typed.reason}
        choices={reasons.map((reason) => ({ value: reason, label: word(reason) }))}
        onChange={(reason) => put({ reason })}
        error={errorAt(`${prefix}-reason`)}
      />
    </div>
  );
}
