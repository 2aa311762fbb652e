import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { mapDaysQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';

interface MapDayChoiceProps {
  readonly on: string;
  readonly today: string;
  /** Undefined: today again. */
  readonly onDay: (day: string | undefined) => void;
}

/** The day of the map: today, a day it changed, or the one of a copied address. */
export function MapDayChoice({ on, today, onDay }: MapDayChoiceProps) {
  const t = useWords(territoryWords);
  const days = useQuery(mapDaysQuery).data?.days.map(({ day }) => day) ?? [];
  const others = [...new Set([...days, on])].filter((day) => day !== today).sort();
  return (
    <ChoiceField
      label={t('mapDay')}
      value={on}
      choices={[
        { value: today, label: t('mapToday', { day: formatDay(today) }) },
        ...others.map((day) => ({
          value: day,
          label: days.includes(day) ? t('mapFrom', { day: formatDay(day) }) : formatDay(day),
        })),
      ]}
      onChange={(day) => onDay(day === today || day === '' ? undefined : day)}
    />
  );
}
