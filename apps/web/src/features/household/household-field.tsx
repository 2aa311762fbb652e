import type { HouseholdList } from '@benvung/contract/household';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ComboboxField } from '../../ui/combobox-field.tsx';
import { householdsQuery } from './household.api.ts';
import { editWords } from './household-edit.words.ts';

type Found = HouseholdList['households'][number];

interface HouseholdFieldProps {
  readonly id: string;
  readonly label: string;
  /** Among the households of this unit. */
  readonly unitId: number;
  readonly notId: string;
  readonly household: Pick<Found, 'id' | 'head'> | null;
  readonly onPick: (household: Found | null) => void;
  readonly error?: string | undefined;
}

/** Finds another household by its head or its code. */
export function HouseholdField(props: HouseholdFieldProps) {
  const { id, label, unitId, notId, household, onPick, error } = props;
  const t = useWords(editWords);
  const [typed, setTyped] = useState<string | null>(null);
  const [sought, setSought] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSought(typed ?? ''), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const enabled = searchKey(sought).length >= 2;
  const found = useQuery({ ...householdsQuery({ unit: unitId, q: sought, page: 1 }), enabled });
  const offered = enabled
    ? (found.data?.households ?? []).filter((one) => one.id !== notId).slice(0, 12)
    : [];
  return (
    <ComboboxField
      id={id}
      label={label}
      text={typed ?? household?.head ?? ''}
      description={t('otherHint')}
      empty={enabled && !found.isFetching ? t('otherNone') : '…'}
      error={error}
      options={offered.map((one) => ({
        key: one.id,
        label: one.head,
        beside: [one.listCode, one.village.name, `${one.persons}`].filter(Boolean).join(' · '),
      }))}
      onText={(text) => {
        setTyped(text);
        onPick(null);
      }}
      onPick={({ key }) => {
        setTyped(null);
        onPick(offered.find((one) => one.id === key) ?? null);
      }}
    />
  );
}
