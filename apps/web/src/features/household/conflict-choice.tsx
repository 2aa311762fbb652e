import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { formatTime } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { TableBox } from '../../ui/table-box.tsx';
import styles from './edit.module.css';
import { editWords } from './household-edit.words.ts';
import type { Conflict } from './use-correction.ts';

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly label: (field: string) => string;
  readonly theirs: (field: string) => string;
  readonly mine: (field: string) => string;
  /** The fields whose typed value is right; the others stay as they are stored. */
  readonly onChosen: (mine: ReadonlySet<string>) => void;
}

/** Both answers are still here; a person says which is right. */
export function ConflictChoice({ conflict, label, theirs, mine, onChosen }: ConflictChoiceProps) {
  const t = useWords(editWords);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(conflict.fields));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const actor = conflict.fresh.last?.actor ?? '';
  const choose = (field: string, own: boolean) =>
    setKept((before) => {
      const after = new Set(before);
      if (own) after.add(field);
      else after.delete(field);
      return after;
    });
  return (
    <div ref={box} tabIndex={-1} className={styles.wrong}>
      <Notice
        kind="warning"
        title={t('conflictTitle', {
          actor,
          time: formatTime(conflict.fresh.last?.at ?? '1970-01-01T00:00:00Z'),
        })}
        actions={<Button onClick={() => onChosen(kept)}>{t('saveChosen')}</Button>}
      >
        <p>{t('conflictLead')}</p>
        <TableBox className={styles.scroll} label={t('conflictTable')}>
          <table className={styles.conflict}>
            <caption className="visually-hidden">{t('conflictTable')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('theirs', { actor })}</th>
                <th scope="col">{t('mine')}</th>
              </tr>
            </thead>
            <tbody>
              {conflict.fields.map((field) => (
                <tr key={field}>
                  <th scope="row">{label(field)}</th>
                  {[false, true].map((own) => (
                    <td key={String(own)}>
                      <label className={styles.choice}>
                        <input
                          type="radio"
                          name={`conflict-${field}`}
                          checked={kept.has(field) === own}
                          onChange={() => choose(field, own)}
                        />
                        {own ? mine(field) : theirs(field)}
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </Notice>
    </div>
  );
}
