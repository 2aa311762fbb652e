import type { HouseholdView } from '@benvung/contract/household';
import type { HouseholdActed } from '@benvung/contract/household-acts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { duplicatesWords } from './duplicates.words.ts';
import styles from './edit.module.css';
import { editWords } from './household-edit.words.ts';

interface ActWarningsProps {
  readonly warnings: HouseholdActed['warnings'];
  readonly onSeen: () => void;
}

/** What should be looked at again after an act; it blocked nothing. */
const waiting = new Map<string, HouseholdActed>();

/** An act that leads to another page hands over what it warned of. */
export const handOver = (answer: HouseholdActed): void => void waiting.set(answer.id, answer);

export function takeOver(id: string): HouseholdActed | null {
  const answer = waiting.get(id) ?? null;
  waiting.delete(id);
  return answer;
}

interface SuspectedProps {
  readonly householdId: string;
  readonly suspected: HouseholdView['suspected'];
}

/** "▲ Hộ này có thể trùng với hộ khác [So sánh]" */
export function Suspected({ householdId, suspected }: SuspectedProps) {
  const t = useWords(duplicatesWords);
  if (suspected.length === 0) return null;
  return (
    <Notice kind="warning" title={t('suspected')}>
      <ul className={styles.inlineList}>
        {suspected.map(({ id, head }) => (
          <li key={id}>
            {head}{' '}
            <Link to="/ho/nghi-trung" search={{ cap: pairOf(householdId, id) }}>
              {t('open')}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** As the desk's address names a pair: the smaller id first. */
const pairOf = (one: string, other: string): string => [one, other].sort().join('.');

export function ActWarnings({ warnings, onSeen }: ActWarningsProps) {
  const t = useWords(editWords);
  // that a household may be another one stands on its page by itself
  const told = warnings.filter(({ otherId }) => otherId === undefined);
  if (told.length === 0) return null;
  return (
    <div role="status">
      <Notice
        kind="warning"
        title={t('warnings')}
        actions={
          <Button variant="outline" onClick={onSeen}>
            {t('hide')}
          </Button>
        }
      >
        <ul>
          {told.map((warning) => (
            <li key={`${warning.personId}-${warning.code}-${warning.otherId ?? ''}`}>{warning.text}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
