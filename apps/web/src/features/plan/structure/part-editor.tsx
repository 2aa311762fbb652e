import type { PlanView } from '@benvung/contract/plan-structure';
import {
  inTreeOrder,
  type ListPart,
  type PlanNode,
  type PlanRow,
  sumOf,
} from '@benvung/domain/plan/structure/plan-structure';
import { dongWords } from '@benvung/domain/plan/structure/plan-words';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { newId } from '../../../platform/new-id.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import { RowFields } from './row-fields.tsx';
import { moveRow, neighbour, removeRow } from './row-moves.ts';
import { type FieldGround, freshRow, rowSummary } from './row-parts.ts';

interface PartEditorProps {
  readonly part: ListPart;
  readonly ground: FieldGround;
  readonly year: number;
  readonly today: string;
  readonly faults: PlanView['faults'];
  /** Nothing can be changed: the version is past its draft. */
  readonly fixed: boolean;
  readonly onRows: (rows: readonly PlanRow[]) => void;
}

/** The rows of one part: open one to change it, move it, delete it, add another. */
export function PartEditor({ part, ground, year, today, faults, fixed, onRows }: PartEditorProps) {
  const t = useWords(planStructureWords);
  const rows: readonly PlanRow[] = ground.content[part];
  const [open, setOpen] = useState<string | null>(null);
  const added = useRef<string | null>(null);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open === null || open !== added.current) return;
    added.current = null;
    box.current
      ?.querySelector<HTMLElement>(`[data-row="${open}"] :is(input, textarea, select)`)
      ?.focus({ preventScroll: false });
  }, [open]);
  const put = (at: number, row: PlanRow) => {
    const changed = rows.map((each, place) => (place === at ? row : each));
    onRows(part === 'nodes' ? inTreeOrder(changed as readonly PlanNode[]) : changed);
  };
  const add = () => {
    const row = freshRow(part, newId());
    added.current = row.id;
    onRows([...rows, row]);
    setOpen(row.id);
  };
  const remove = (row: PlanRow) => {
    onRows(removeRow(part, rows, row));
    box.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  };
  return (
    <section ref={box} aria-label={t(part)} className={styles.stack}>
      {rows.length === 0 ? <p>{t('noRows')}</p> : null}
      <ol className={styles.rows}>
        {rows.map((row, at) => (
          <li key={row.id} className={styles.row} data-row={row.id}>
            {fixed ? (
              <p>{rowSummary(part, row, ground.content, year)}</p>
            ) : (
              <details
                open={open === row.id}
                onToggle={(event) => {
                  const shown = event.currentTarget.open;
                  setOpen((last) => (shown ? row.id : last === row.id ? null : last));
                }}
              >
                <summary>{rowSummary(part, row, ground.content, year) || t('text')}</summary>
                {open === row.id ? (
                  <>
                    <RowFields
                      part={part}
                      row={row}
                      ground={ground}
                      today={today}
                      onChange={(changed) => put(at, changed)}
                    />
                    <div className={styles.line}>
                      {([-1, 1] as const).map((by) =>
                        neighbour(part, rows, row, by) === undefined ? null : (
                          <Button
                            key={by}
                            variant="subtle"
                            onClick={() => onRows(moveRow(part, rows, at, by))}
                          >
                            {t(by < 0 ? 'up' : 'down')}
                          </Button>
                        ),
                      )}
                      <Button variant="subtle" onClick={() => remove(row)}>
                        {t('remove')}
                      </Button>
                    </div>
                  </>
                ) : null}
              </details>
            )}
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
          <Button variant="outline" data-add="" onClick={add}>
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
