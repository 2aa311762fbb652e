import type { HouseholdView } from '@benvung/contract/household';
import { formatDay, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { useFactWord } from './fact.words.ts';
import { householdWords } from './household.words.ts';
import { editWords } from './household-edit.words.ts';
import styles from './household-life.module.css';

const FLAGS = [
  'minority',
  'localMinority',
  'noLabourCapacity',
  'merit',
  'femaleHead',
  'socialAssistance',
  'recentlyExited',
] as const;
type KnownFlag = (typeof FLAGS)[number];
export const isKnownFlag = (flag: string): flag is KnownFlag => (FLAGS as readonly string[]).includes(flag);

/** Traits of the household that hold, and those nobody knows; set by hand or derived from its members. */
interface TraitsProps {
  readonly flags: HouseholdView['flags'];
  /** Sets a trait by hand; only for who may. Then every trait is shown, the ones that do not hold too. */
  readonly onOverride?: ((flag: string) => void) | undefined;
}

export function Traits({ flags, onOverride }: TraitsProps) {
  const t = useWords(householdWords);
  const edit = useWords(editWords);
  const shown = flags.filter((flag) => flag.value !== false || flag.overridden || onOverride !== undefined);
  return (
    <Block title={t('flags')}>
      {shown.length === 0 ? <p>{t('flagsEmpty')}</p> : null}
      <ul className={styles.plain}>
        {shown.map((flag) => (
          <li key={flag.flag}>
            {isKnownFlag(flag.flag) ? t(flag.flag) : flag.flag}
            {flag.value === null ? `: ${t('unknown')}` : flag.value ? '' : `: ${edit('holdsNot')}`}
            {flag.overridden ? ` (${t('overridden', { reason: flag.reason ?? '' })})` : ''}
            {onOverride === undefined ? null : (
              <button
                type="button"
                className={`${styles.inline} no-print`}
                aria-label={edit('flagTitle', { flag: isKnownFlag(flag.flag) ? t(flag.flag) : flag.flag })}
                onClick={() => onOverride(flag.flag)}
              >
                {edit('setByHand')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function Residences({ residences }: { readonly residences: HouseholdView['residences'] }) {
  const t = useWords(householdWords);
  const word = useFactWord();
  return (
    <Block title={t('residences')}>
      <ul className={styles.plain}>
        {residences.map((one) => (
          <li key={`${one.village.id}-${one.from}`}>
            {one.village.name},{' '}
            {one.to === null
              ? t('residenceNow', { from: formatDay(one.from) })
              : t('residenceThen', { from: formatDay(one.from), to: formatDay(one.to) })}
            {one.reason === '' ? '' : ` (${word(one.reason)})`}
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function History({ events }: { readonly events: HouseholdView['events'] }) {
  const t = useWords(householdWords);
  return (
    <Block title={t('history', { count: events.length })}>
      {events.length === 0 ? <p>{t('historyEmpty')}</p> : null}
      <ol className={styles.events}>
        {events.map((event) => (
          <li key={event.id}>
            <span className={`num ${styles.day}`}>{formatDay(event.onDay)}</span>
            <span>
              {event.text}
              <span className={styles.actor}>
                {' '}
                · {event.actor}, {formatInstant(event.at)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Block>
  );
}
