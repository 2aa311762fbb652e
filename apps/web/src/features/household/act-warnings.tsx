import type { HouseholdActed } from '@benvung/contract/household-acts';
import { Button } from '@mantine/core';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { editWords } from './household-edit.words.ts';

interface ActWarningsProps {
  readonly warnings: HouseholdActed['warnings'];
  readonly onSeen: () => void;
}

/** What should be looked at again after an act; it blocked nothing. */
export function ActWarnings({ warnings, onSeen }: ActWarningsProps) {
  const t = useWords(editWords);
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
            <li key={`${warning.personId}-${warning.code}`}>{warning.text}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
