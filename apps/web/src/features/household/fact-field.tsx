import { MEMBER_CODE_LABELS } from '@benvung/domain/household/fact-labels';
import { checkIdentityNumber, plainIdentityNumber } from '@benvung/domain/household/identity-number';
import type { ReactNode } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { type Choice, ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './edit.module.css';
import { EthnicGroupField } from './ethnic-group-field.tsx';
import { editWords } from './household-edit.words.ts';
import { CODED_OR_WORDS, type Fact, type Facts, labelOf, YES_OR_NO } from './member-facts.ts';

export interface FactFieldProps {
  readonly id: string;
  readonly fact: Fact;
  readonly facts: Facts;
  readonly today: string;
  readonly onChange: (fact: Fact, value: Facts[Fact]) => void;
  readonly error?: string | undefined;
}

/** One question about a person; nothing chosen is "not known", never "no". */
export function FactField(props: FactFieldProps) {
  const { id, fact, facts, today, onChange, error } = props;
  const t = useWords(editWords);
  const language = useLanguage();
  const label = labelOf(fact, language);
  const value = facts[fact] ?? null;
  const set = (next: string | boolean | null) => onChange(fact, next as Facts[Fact]);
  const coded = MEMBER_CODE_LABELS[fact];
  if (fact === 'birthDate')
    return (
      <DayField
        id={id}
        label={label}
        value={value as string | null}
        yearAlone
        today={today}
        onChange={set}
        {...(error === undefined ? {} : { error })}
      />
    );
  if (fact === 'ethnicity')
    return <EthnicGroupField id={id} label={label} code={value as string | null} onChange={set} />;
  if (fact === 'identityNumber')
    return (
      <TextField
        id={id}
        label={label}
        inputMode="numeric"
        maxLength={30}
        value={(value as string | null) ?? ''}
        description={<IdentityDoubts facts={facts} today={today} />}
        onChange={(text) => set(text === '' ? null : text)}
      />
    );
  if (fact === 'relation' && value === 'head') return <Told label={label}>{t('headByChange')}</Told>;
  if (coded !== undefined) {
    const codes = Object.keys(coded).filter((code) => fact !== 'relation' || code !== 'head');
    const noted = fact === 'disabilityForm' || fact === 'disabilityDegree';
    return (
      <ChoiceField
        id={id}
        label={label}
        value={(value as string | null) ?? ''}
        choices={codes.map(
          (code): Choice<string> => ({ value: code, label: coded[code]?.[language] ?? code }),
        )}
        nothing={fact === 'relation' ? '' : t(noted ? 'unknownOrNone' : 'unknown')}
        error={error}
        onChange={(next) => set(next === '' ? null : next)}
      />
    );
  }
  if (YES_OR_NO.includes(fact))
    return <YesOrNo id={id} label={label} value={value as boolean | null} onChange={set} />;
  if (CODED_OR_WORDS[fact] !== undefined) return <CodedOrWords {...props} label={label} />;
  return (
    <TextField
      id={id}
      label={label}
      maxLength={fact === 'insuranceGroup' ? 60 : 120}
      value={(value as string | null) ?? ''}
      error={error}
      onChange={(text) => set(text === '' && fact !== 'fullName' ? null : text)}
    />
  );
}

const Told = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={styles.closed}>
    <span className={styles.closedLabel}>{label}</span>
    <span className={styles.note}>{children}</span>
  </div>
);

interface YesOrNoProps {
  readonly id: string;
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}

function YesOrNo({ id, label, value, onChange }: YesOrNoProps) {
  const t = useWords(editWords);
  return (
    <ChoiceField
      id={id}
      label={label}
      value={value === null ? '' : value ? 'yes' : 'no'}
      choices={[
        { value: 'yes', label: t('holds') },
        { value: 'no', label: t('holdsNot') },
      ]}
      nothing={t('unknown')}
      onChange={(next) => onChange(next === '' ? null : next === 'yes')}
    />
  );
}

const IN_WORDS = 'inWords';

function CodedOrWords({ id, fact, facts, onChange, label }: FactFieldProps & { readonly label: string }) {
  const t = useWords(editWords);
  const language = useLanguage();
  const codes = CODED_OR_WORDS[fact] ?? {};
  const value = (facts[fact] ?? null) as string | null;
  const inWords = value !== null && !(value in codes);
  return (
    <div className={styles.closed}>
      <ChoiceField
        id={id}
        label={label}
        value={value === null ? '' : inWords ? IN_WORDS : value}
        choices={[
          ...Object.entries(codes).map(([code, text]) => ({ value: code, label: text[language] })),
          { value: IN_WORDS, label: t('otherWords') },
        ]}
        nothing={t('unknown')}
        onChange={(next) => onChange(fact, next === '' ? null : next === IN_WORDS ? ' ' : next)}
      />
      {inWords ? (
        <TextField
          id={`${id}-words`}
          label={`${label}: ${t('inWords').toLowerCase()}`}
          maxLength={120}
          value={value.trimStart()}
          onChange={(text) => onChange(fact, text === '' ? ' ' : text)}
        />
      ) : null}
    </div>
  );
}

/** What is doubtful about the number as it is typed; it never blocks. */
function IdentityDoubts({ facts, today }: { readonly facts: Facts; readonly today: string }) {
  const t = useWords(editWords);
  const number = plainIdentityNumber(facts.identityNumber ?? '');
  if (number === '') return t('identityHint');
  const known = { sex: facts.sex ?? null, birthDate: facts.birthDate ?? null, today };
  const doubts = checkIdentityNumber(number, known);
  if (doubts.length === 0) return t('identityHint');
  return <span className={styles.warning}>▲ {doubts.map(({ code }) => t(code)).join(' ')}</span>;
}
