import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ComboboxField } from '../../ui/combobox-field.tsx';
import { ethnicGroupsQuery } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';

interface EthnicGroupFieldProps {
  readonly id: string;
  readonly label: string;
  readonly code: string | null;
  readonly onChange: (code: string | null) => void;
}

const fold = (text: string): string => searchKey(text).replaceAll(' ', '');

/** A group of the catalogue, found by any of its names or its number, written with or without marks. */
export function EthnicGroupField({ id, label, code, onChange }: EthnicGroupFieldProps) {
  const t = useWords(editWords);
  const groups = useQuery(ethnicGroupsQuery).data?.groups;
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = groups?.find((group) => group.code === code);
  const options = useMemo(() => {
    const key = fold(typed ?? '');
    return (groups ?? [])
      .map((group) => {
        const names = [group.name, ...group.aliases];
        const fits = names.find((name) => fold(name).includes(key));
        const exact = group.code === typed?.trim() || String(Number(group.code)) === typed?.trim();
        return { group, alias: fits === group.name ? undefined : fits, fits: exact || fits !== undefined };
      })
      .filter(({ fits }) => fits)
      .map(({ group, alias }) => ({
        key: group.code,
        label: group.name,
        beside: alias === undefined ? group.code : `${alias} · ${group.code}`,
      }));
  }, [groups, typed]);
  return (
    <ComboboxField
      id={id}
      label={label}
      text={typed ?? chosen?.name ?? code ?? ''}
      placeholder={t('unknown')}
      description={t('ethnicHint')}
      empty={t('ethnicNone')}
      options={options}
      onText={(text) => {
        setTyped(text);
        if (text.trim() === '') onChange(null);
      }}
      onPick={(option) => {
        setTyped(null);
        onChange(option.key);
      }}
    />
  );
}
