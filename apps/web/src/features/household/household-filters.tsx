import { REVIEW_STAGES } from '@benvung/domain/review/review-record';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { householdWords } from './household.words.ts';
import styles from './household-filters.module.css';
import { isMovementName, movementWords } from './movement.words.ts';

export interface Filters {
  readonly year: number | undefined;
  readonly class: string | undefined;
  /** A local standard the class is one of. */
  readonly standard: string | undefined;
  readonly movement: string | undefined;
  readonly stage: string | undefined;
  readonly unverified: boolean;
  readonly soughtName: string;
}

/** What narrows the list beyond unit and year. */
export const NOTHING = {
  class: undefined,
  standard: undefined,
  movement: undefined,
  stage: undefined,
  unverified: false,
  soughtName: '',
} as const satisfies Partial<Filters>;

export const isNarrowed = (filters: Filters): boolean =>
  filters.class !== undefined ||
  filters.standard !== undefined ||
  filters.movement !== undefined ||
  filters.stage !== undefined ||
  filters.unverified ||
  filters.soughtName !== '';

const MOVEMENTS = Object.keys(movementWords.vi);

interface HouseholdFiltersProps {
  readonly filters: Filters;
  readonly years: readonly number[];
  readonly className: (householdClass: string) => string;
  readonly onChange: (change: Partial<Filters>) => void;
  readonly children?: ReactNode;
}

/** Filters above the list; all but the name stand in the address. */
export function HouseholdFilters({ filters, years, className, onChange, children }: HouseholdFiltersProps) {
  const t = useWords(householdWords);
  const move = useWords(movementWords);
  return (
    <div className={`${styles.filters} no-print`}>
      <NameSearch soughtName={filters.soughtName} onSearch={(soughtName) => onChange({ soughtName })} />
      {children}
      <label className={styles.field}>
        {t('year')}
        <select
          className={styles.select}
          value={filters.year ?? ''}
          onChange={(event) =>
            onChange({ year: event.target.value === '' ? undefined : Number(event.target.value) })
          }
        >
          <option value="">{t('all')}</option>
          {(filters.year === undefined || years.includes(filters.year)
            ? years
            : [filters.year, ...years]
          ).map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {t('class')}
        <select
          className={styles.select}
          value={filters.class ?? ''}
          onChange={(event) => onChange({ class: event.target.value || undefined })}
        >
          <option value="">{t('all')}</option>
          {HOUSEHOLD_CLASSES.map((one) => (
            <option key={one} value={one}>
              {className(one)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {t('movement')}
        <select
          className={styles.select}
          value={filters.movement ?? ''}
          onChange={(event) => onChange({ movement: event.target.value || undefined })}
        >
          <option value="">{t('all')}</option>
          {[...new Set([...MOVEMENTS, ...(filters.movement ? [filters.movement] : [])])].map((one) => (
            <option key={one} value={one}>
              {isMovementName(one) ? move(one) : one}
            </option>
          ))}
        </select>
      </label>
      <StageFilter filters={filters} onChange={onChange} />
      {isNarrowed(filters) ? (
        <Button variant="outline" onClick={() => onChange(NOTHING)}>
          {t('clear')}
        </Button>
      ) : null}
    </div>
  );
}

function StageFilter({ filters, onChange }: Pick<HouseholdFiltersProps, 'filters' | 'onChange'>) {
  const t = useWords(householdWords);
  return (
    <>
      <label className={styles.field}>
        {t('stage')}
        <select
          className={styles.select}
          value={filters.stage ?? ''}
          onChange={(event) => onChange({ stage: event.target.value || undefined })}
        >
          <option value="">{t('all')}</option>
          {REVIEW_STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {t(stage)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <input
          type="checkbox"
          className={styles.check}
          checked={filters.unverified}
          onChange={(event) => onChange({ unverified: event.target.checked })}
        />
        {t('onlyUnverified')}
      </label>
    </>
  );
}

interface NameSearchProps {
  readonly soughtName: string;
  readonly onSearch: (name: string) => void;
}

/** Searches a moment after the last key, and at once on Enter. */
function NameSearch({ soughtName, onSearch }: NameSearchProps) {
  const t = useWords(householdWords);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (input.current !== null && document.activeElement !== input.current) input.current.value = soughtName;
  }, [soughtName]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search() {
    clearTimeout(timer.current);
    const name = (input.current?.value ?? '').trim().normalize('NFC');
    if (name !== soughtName) onSearch(name.length < 2 ? '' : name);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chrome 109 does not know the element search
    <form
      role="search"
      className={styles.search}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        search();
      }}
    >
      <input
        ref={input}
        type="search"
        className={styles.input}
        defaultValue={soughtName}
        placeholder={t('search')}
        aria-label={t('search')}
        onChange={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(search, 400);
        }}
      />
    </form>
  );
}
