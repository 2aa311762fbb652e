import { Button } from '@mantine/core';
import { useWords } from '../../platform/i18n.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { householdWords } from './household.words.ts';
import styles from './household-filters.module.css';
import type { Filters } from './household-filters.tsx';
import { listWords } from './household-list.words.ts';
import { isMovementName, movementWords } from './movement.words.ts';

interface FilterChipsProps {
  readonly filters: Filters;
  readonly className: (householdClass: string) => string;
  readonly onChange: (change: Partial<Filters>) => void;
}

const STAGES = ['listed', 'surveyed', 'scored', 'recognised'] as const;

/** What narrows the list, each with its way out. */
export function FilterChips({ filters, className, onChange }: FilterChipsProps) {
  const t = useWords(householdWords);
  const say = useWords(listWords);
  const move = useWords(movementWords);
  const { year, movement, unverified, soughtName } = filters;
  const stage = STAGES.find((one) => one === filters.stage);
  const chips: { key: string; label: string; without: Partial<Filters> }[] = [
    ...(year === undefined
      ? []
      : [{ key: 'year', label: `${t('year')} ${year}`, without: { year: undefined } }]),
    ...(filters.class === undefined
      ? []
      : [{ key: 'class', label: className(filters.class), without: { class: undefined } }]),
    ...(movement === undefined
      ? []
      : [
          {
            key: 'movement',
            label: isMovementName(movement) ? move(movement) : movement,
            without: { movement: undefined },
          },
        ]),
    ...(filters.standard === undefined
      ? []
      : [{ key: 'standard', label: filters.standard, without: { standard: undefined } }]),
    ...(stage === undefined ? [] : [{ key: 'stage', label: t(stage), without: { stage: undefined } }]),
    ...(unverified
      ? [{ key: 'unverified', label: t('onlyUnverified'), without: { unverified: false } }]
      : []),
    ...(soughtName === '' ? [] : [{ key: 'name', label: `“${soughtName}”`, without: { soughtName: '' } }]),
  ];
  if (chips.length === 0) return null;
  return (
    <div className={styles.chips}>
      <span>{say('filteredBy')}:</span>
      <ul>
        {chips.map(({ key, label, without }) => (
          <li key={key}>
            <Button
              data-on-paper
              variant="light"
              size="xs"
              aria-label={say('drop', { filter: label })}
              rightSection={<Glyph shape="cross" size={12} />}
              onClick={() => onChange(without)}
            >
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
