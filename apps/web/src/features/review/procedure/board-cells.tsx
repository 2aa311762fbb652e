import type { BoardRow, BoardView } from '@benvung/contract/review-case';
import { BOARD_COLUMNS, type BoardColumn, holdingColumn } from '@benvung/domain/review/case/case-state';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { DeadlineText } from './deadline-text.tsx';
import own from './procedure.module.css';
import { procedureWords } from './procedure.words.ts';

type Column = BoardColumn | 'requests';
export interface Opened {
  readonly column: Column;
  readonly row: BoardRow;
}

export interface BoardTableProps {
  readonly board: BoardView;
  readonly opened: Opened | null;
  readonly onOpen: (opened: Opened) => void;
}

interface RowProps {
  readonly row: BoardRow;
}

/** The step at which a place waits, and with how many. */
export function Holding({ row }: RowProps) {
  const t = useWords(procedureWords);
  const column = holdingColumn(row.columns);
  if (column === null) return <>{row.listed === 0 ? t('none') : t('nothingHolds')}</>;
  return <span>{t('heldBy', { step: t(column), count: formatCount(row.columns[column]) })}</span>;
}

export function DueOf({ row, today }: RowProps & { readonly today: string }) {
  return row.deadlines
    .slice(0, 2)
    .map((deadline) => (
      <DeadlineText
        key={`${deadline.kind} ${deadline.day}`}
        deadline={deadline}
        today={today}
        count={deadline.count}
      />
    ));
}

const LARGEST = 2;

/** On a telephone: a card a village with its two largest counts, what holds it back and what is due. */
export function Cards({ board, opened, onOpen }: BoardTableProps) {
  const t = useWords(procedureWords);
  return (
    <ul className={own.cards}>
      {board.rows.map((row) => (
        <li key={row.unit?.id ?? 0}>
          <h2>
            {row.unit?.name ?? t('unknownVillage')} · {formatCount(row.listed)} {t('households')}
          </h2>
          <div className={own.acts}>
            {[...BOARD_COLUMNS]
              .filter((column) => row.columns[column] > 0)
              .sort((a, b) => row.columns[b] - row.columns[a])
              .slice(0, LARGEST)
              .map((column) => (
                <Cell
                  key={column}
                  {...{ row, column, opened, onOpen }}
                  count={row.columns[column]}
                  label={t(column)}
                />
              ))}
          </div>
          <div>
            {t('heldLabel')}: <Holding row={row} />
          </div>
          <DueOf row={row} today={board.today} />
        </li>
      ))}
    </ul>
  );
}

interface CellProps {
  readonly row: BoardRow;
  readonly column: Column;
  readonly count: number;
  /** The name of the column where none stands above it. */
  readonly label?: string;
  readonly opened: Opened | null;
  readonly onOpen: (opened: Opened) => void;
}

export function Cell({ row, column, count, label, opened, onOpen }: CellProps) {
  const t = useWords(procedureWords);
  if (count === 0 || row.roundId === null) return <>{formatCount(count)}</>;
  return (
    <button
      type="button"
      className={own.cell}
      aria-expanded={opened?.row === row && opened.column === column}
      aria-label={`${t(column)}: ${formatCount(count)}`}
      onClick={() => onOpen({ column, row })}
    >
      {label === undefined ? formatCount(count) : `${label}: ${formatCount(count)}`}
    </button>
  );
}
