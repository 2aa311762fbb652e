import type { UnitRef } from '@benvung/contract/shared';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ComboboxField } from '../../ui/combobox-field.tsx';
import { unitsQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';

interface VillageFieldProps {
  readonly id: string;
  readonly label: string;
  readonly on: string;
  /** Whose villages are offered before anything is typed. */
  readonly communeId: number | null;
  readonly village: UnitRef | null;
  readonly onPick: (village: UnitRef | null) => void;
  readonly error?: string | undefined;
}

/** A village of one's own areas: those of the commune at once, any other by its name. */
export function VillageField({ id, label, on, communeId, village, onPick, error }: VillageFieldProps) {
  const t = useWords(territoryWords);
  const [typed, setTyped] = useState<string | null>(null);
  const [sought, setSought] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSought(typed ?? ''), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const searching = searchKey(sought).length >= 2;
  const near = useQuery({
    ...unitsQuery({ on, parent: communeId ?? 0, level: 'village', limit: 200 }),
    enabled: communeId !== null && !searching,
  });
  const found = useQuery({
    ...unitsQuery({ on, q: sought, level: 'village', mine: 1, limit: 50 }),
    enabled: searching,
  });
  const units = (searching ? found.data?.units : near.data?.units) ?? [];
  return (
    <ComboboxField
      id={id}
      label={label}
      text={typed ?? village?.name ?? ''}
      empty={t('villageNone')}
      placeholder={t('villageHint')}
      error={error}
      options={units.map((unit) => ({
        key: String(unit.id),
        label: unit.name,
        ...(unit.parentName ? { beside: unit.parentName } : {}),
      }))}
      onText={(text) => {
        setTyped(text);
        onPick(null);
      }}
      onPick={({ key }) => {
        const unit = units.find((one) => String(one.id) === key);
        setTyped(null);
        if (unit !== undefined) onPick({ id: unit.id, code: unit.code, level: unit.level, name: unit.name });
      }}
    />
  );
}
