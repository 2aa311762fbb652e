import { RELATION_LABELS } from '@benvung/domain/household/fact-labels';
import { RELATIONS, type Relation } from '@benvung/domain/household/household-facts';
import type { ReactNode } from 'react';
import { useLanguage } from '../../platform/i18n.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';

interface RelationFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: Relation | '';
  readonly onChange: (relation: Relation) => void;
  readonly error?: string | undefined;
}

/** What someone is to a head who is another person. */
export function RelationField({ id, label, value, onChange, error }: RelationFieldProps) {
  const language = useLanguage();
  return (
    <ChoiceField
      id={id}
      label={label}
      value={value}
      choices={RELATIONS.filter((one) => one !== 'head').map((one) => ({
        value: one as Relation,
        label: RELATION_LABELS[one][language],
      }))}
      onChange={(next) => {
        if (next !== '') onChange(next);
      }}
      error={error}
    />
  );
}
