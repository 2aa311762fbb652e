import type { SignatoryTold } from '@benvung/contract/document';
import { useId } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { numberingWords } from './numbering.words.ts';

type Authority = NonNullable<SignatoryTold['authority']>;
const AUTHORITIES = ['KT', 'TL', 'TUQ', 'Q'] as const;

export const HEAD_SIGNS: SignatoryTold = { name: '', position: 'Chủ tịch', authority: null };

interface SignerFieldsProps {
  /** Name and position as typed; the name may be empty. */
  readonly value: SignatoryTold;
  readonly onChange: (value: SignatoryTold) => void;
  /** Who signed for the body before. */
  readonly known: readonly SignatoryTold[];
  readonly error?: string | undefined;
}

/** A deputy signs in the head's place unless another authority is told. */
const authorityOf = (position: string, { authority }: SignatoryTold): SignatoryTold['authority'] =>
  /^phó/iu.test(position.trim()) && (authority === null || authority === 'TM') ? 'KT' : authority;

/** Who signs: a name known for the body brings its position and authority along. */
export function SignerFields({ value, onChange, known, error }: SignerFieldsProps) {
  const t = useWords(numberingWords);
  const list = useId();
  const named = (name: string) => {
    const before = known.find((one) => one.name === name);
    onChange(before ?? { ...value, name });
  };
  const placed = value.authority === 'KT' || value.authority === 'TL' || value.authority === 'TUQ';
  return (
    <>
      <TextField
        id="signer-name"
        label={t('signer')}
        value={value.name}
        maxLength={120}
        list={list}
        error={error}
        onChange={named}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={`${one.name} ${one.position}`} value={one.name}>
            {one.position}
          </option>
        ))}
      </datalist>
      <TextField
        label={t('position')}
        value={value.position}
        maxLength={120}
        onChange={(position) => onChange({ ...value, position, authority: authorityOf(position, value) })}
      />
      <ChoiceField
        label={t('authority')}
        value={value.authority ?? ''}
        nothing={t('authority.')}
        choices={AUTHORITIES.map((one) => ({ value: one as Authority, label: t(`authority.${one}`) }))}
        onChange={(authority) => onChange({ ...value, authority: authority === '' ? null : authority })}
      />
      {placed ? (
        <TextField
          label={t('inPlaceOf')}
          description={t('inPlaceNote')}
          value={value.inPlaceOf ?? ''}
          maxLength={120}
          onChange={(inPlaceOf) => {
            const { inPlaceOf: _, ...rest } = value;
            onChange(inPlaceOf === '' ? rest : { ...rest, inPlaceOf });
          }}
        />
      ) : null}
    </>
  );
}
