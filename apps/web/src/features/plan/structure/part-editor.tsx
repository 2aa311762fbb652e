import type { PlanView } from '@benvung/contract/plan-structure';
import { sumOf } from '@benvung/domain/plan/structure/plan-structure';
import { dongWords } from '@benvung/domain/plan/structure/plan-words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { newId } from '../../../platform/new-id.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import { RowFields } from './row-fields.tsx';
import { type FieldGround, freshRow, type Row, type RowPart, rowSummary } from './row-parts.ts';

interface PartEditorProps {
  readonly part: RowPart;
  readonly ground: FieldGround;
  readonly year: number;
  readonly today: string;
  readonly faults: PlanView['faults'];
  /** Nothing can be changed: the version is past its draft. */
  readonly fixed: boolean;
  readonly onRows: (rows: readonly Row[]) => void;
}

/** The rows of one part: open one to change it, move it, delete it, add another. */
export function PartEditor({ part, ground, year, today, faults, fixed, onRows }: PartEditorProps) {
  const t = useWords(planStructureWords);
  const rows: readonly Row[] = ground.content[part];
  const [open, setOpen] = useState<string | null>(null);
  const put = (at: number, row: Row) => onRows(rows.map((each, place) => (place === at ? row : each)));
  const move = (at: number, by: 1 | -1) => {
    const moved = [...rows];
    const [row] = moved.splice(at, 1);
    if (row !== undefined) moved.splice(at + by, 0, row);
    onRows(moved);
  };
  const add = () => {
    const row = freshRow(part, newId());
    onRows([...rows, row]);
    setOpen(row.id);
  };
  return (
    <section aria-label={t(part)} className={styles.stack}>
      {rows.length === 0 ? <p>{t('noRows')}</p> : null}
      <ol className={styles.rows}>
        {rows.map((row, at) => (
          <li key={row.id} className={styles.row} data-row={row.id}>
            <details
              open={open === row.id}
              onToggle={(event) => {
                const shown = event.currentTarget.open;
                setOpen((last) => (shown ? row.id : last === row.id ? null : last));
              }}
            >
              <summary>{rowSummary(part, row, ground.content, year) || t('text')}</summary>
              {fixed || open !== row.id ? null : (
                <>
                  <RowFields
                    part={part}
                    row={row}
                    ground={ground}
                    today={today}
                    onChange={(changed) => put(at, changed)}
                  />
                  <div className={styles.line}>
                    {at > 0 ? (
                      <Button variant="subtle" onClick={() => move(at, -1)}>
                        {t('up')}
                      </Button>
                    ) : null}
                    {at < rows.length - 1 ? (
                      <Button variant="subtle" onClick={() => move(at, 1)}>
                        {t('down')}
                      </Button>
                    ) : null}
                    <Button variant="subtle" onClick={() => onRows(rows.filter((each) => each !== row))}>
                      {t('remove')}
                    </Button>
                  </div>
                </>
              )}
            </details>
            <RowFaults faults={faults.filter((fault) => fault.part === part && fault.id === row.id)} />
          </li>
        ))}
      </ol>
      {part === 'money' && rows.length > 0 ? (
        <strong>{t('total', { sum: dongWords(sumOf(ground.content.money)) })}</strong>
      ) : null}
      <RowFaults faults={faults.filter((fault) => fault.part === part && fault.id === null)} />
      {fixed ? null : (
        <div>
          <Button variant="outline" onClick={add}>
            {t('add')}
          </Button>
        </div>
      )}
    </section>
  );
}

export function RowFaults({ faults }: { readonly faults: PlanView['faults'] }) {
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map(({ message, severity }) => (
        <li key={message} className={severity === 'error' ? styles.fault : styles.warn}>
          {severity === 'error' ? '■ ' : '▲ '}
          {message}
        </li>
      ))}
    </ul>
  );
}
