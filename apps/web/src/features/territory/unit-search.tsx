import type { UnitRef } from '@benvung/contract/shared';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ComboboxField } from '../../ui/combobox-field.tsx';
import { unitsQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';

interface UnitSearchProps {
  readonly on: string;
  readonly onPick: (unit: UnitRef) => void;
}

/** Any unit of a day's map by a part of its name, however it is written. */
export function UnitSearch({ on, onPick }: UnitSearchProps) {
  const t = useWords(territoryWords);
  const [text, setText] = useState('');
  const asking = searchKey(text).length >= 2;
  const found = useQuery({ ...unitsQuery({ on, q: text, limit: 20 }), enabled: asking });
  const units = asking ? (found.data?.units ?? []) : [];
  return (
    <ComboboxField
      label={t('seek')}
      placeholder={t('seekHint')}
      text={text}
      onText={setText}
      options={units.map((unit) => ({
        key: String(unit.id),
        label: unit.name,
        beside: unit.parentName ?? t(unit.level),
      }))}
      empty={asking ? t('none', { day: formatDay(on) }) : t('typeMore')}
      onPick={({ key }) => {
        const unit = units.find(({ id }) => String(id) === key);
        setText('');
        if (unit !== undefined) onPick(unit);
      }}
    />
  );
}
