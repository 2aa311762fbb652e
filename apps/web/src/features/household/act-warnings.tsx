import type { HouseholdActed } from '@benvung/contract/household-acts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { duplicatesWords } from './duplicates.words.ts';
import { editWords } from './household-edit.words.ts';

interface ActWarningsProps {
  readonly householdId: string;
  readonly warnings: HouseholdActed['warnings'];
  readonly onSeen: () => void;
}

/** What should be looked at again after an act; it blocked nothing. */
/** As the desk's address names a pair: the smaller id first. */
const pairOf = (one: string, other: string): string => [one, other].sort().join('.');

export function ActWarnings({ householdId, warnings, onSeen }: ActWarningsProps) {
  const t = useWords(editWords);
  const compare = useWords(duplicatesWords);
  if (warnings.length === 0) return null;
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
          {warnings.map((warning) => (
            <li key={`${warning.personId}-${warning.code}-${warning.otherId ?? ''}`}>
              {warning.text}{' '}
              {warning.otherId === undefined ? null : (
                <Link to="/ho/nghi-trung" search={{ cap: pairOf(householdId, warning.otherId) }}>
                  {compare('open')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
