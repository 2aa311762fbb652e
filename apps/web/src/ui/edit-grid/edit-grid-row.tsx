import { memo, type ReactNode, type Ref } from 'react';
import { Glyph } from '../glyph.tsx';
import styles from './edit-grid.module.css';
import {
  type EditBranch,
  type EditCell,
  type EditColumn,
  type EditRow,
  isEditable,
} from './edit-grid-model.ts';

/** What is drawn of one row besides its texts: all primitives, so that an unchanged row is not drawn again. */
export interface RowLook {
  readonly activeColumn: number;
  readonly selectedFrom: number;
  readonly selectedTo: number;
  /** Refused texts and pasted ones of this row: `column\ntext\nreason`, or empty. */
  readonly refused: string;
  readonly pasted: string;
}

/** Before a pasted text that will not be taken. */
export const REFUSED = '\u0001';

interface EditGridRowProps {
  readonly row: EditRow;
  readonly index: number;
  readonly columns: readonly EditColumn[];
  readonly look: RowLook;
  readonly noteId: string;
  readonly editor: ReactNode;
  readonly measure: Ref<HTMLTableRowElement>;
}

const sameLook = (one: RowLook, other: RowLook): boolean =>
  one.activeColumn === other.activeColumn &&
  one.selectedFrom === other.selectedFrom &&
  one.selectedTo === other.selectedTo &&
  one.refused === other.refused &&
  one.pasted === other.pasted;

export const EditGridRow = memo(
  function EditGridRow({ row, index, columns, look, noteId, editor, measure }: EditGridRowProps) {
    const refused = readPlaces(look.refused);
    const pasted = readPlaces(look.pasted);
    return (
      <tr
        ref={measure}
        data-index={index}
        aria-rowindex={index + 2}
        {...(row.tree === undefined ? {} : { 'aria-level': row.tree.level })}
        {...(typeof row.tree?.open === 'boolean' ? { 'aria-expanded': row.tree.open } : {})}
      >
        {columns.map((column, at) => (
          <Cell
            key={column.key}
            column={column}
            cell={row.cells[column.key] ?? EMPTY}
            at={`${index}:${at}`}
            place={at}
            editable={isEditable(row, column)}
            active={look.activeColumn === at}
            selected={at >= look.selectedFrom && at <= look.selectedTo}
            refused={refused.get(column.key)}
            pasted={pasted.get(column.key)}
            noteId={noteId}
            editor={look.activeColumn === at ? editor : null}
            branch={column.rowHeader ? row.tree : undefined}
          />
        ))}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.columns === after.columns &&
    before.editor === after.editor &&
    before.noteId === after.noteId &&
    sameLook(before.look, after.look),
);

const EMPTY: EditCell = { text: '' };

function readPlaces(packed: string): ReadonlyMap<string, string> {
  if (packed === '') return NOTHING;
  return new Map(
    packed.split('\f').map((each) => {
      const end = each.indexOf('\n');
      return [each.slice(0, end), each.slice(end + 1)] as const;
    }),
  );
}
const NOTHING: ReadonlyMap<string, string> = new Map();

/** Shows the level and opens the row; keys of the cell do the same, so that it is no stop of its own. */
function Twig({ level, open }: EditBranch) {
  return (
    <span
      className={`${styles.twig} ${styles[`level${Math.min(level, 4)}`]}`}
      aria-hidden="true"
      {...(open === null ? {} : { 'data-toggle': '' })}
    >
      {open === null ? null : <Glyph shape={open ? 'down' : 'right'} size={12} />}
    </span>
  );
}

interface CellProps {
  readonly column: EditColumn;
  readonly cell: EditCell;
  readonly at: string;
  readonly place: number;
  readonly editable: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  readonly refused: string | undefined;
  readonly pasted: string | undefined;
  readonly noteId: string;
  readonly editor: ReactNode;
  readonly branch: EditBranch | undefined;
}

function Cell(props: CellProps) {
  const { column, cell, editable, active, refused, pasted, editor } = props;
  const className = [
    styles.cell,
    column.numeric ? styles.numeric : '',
    editable ? styles.editable : '',
    props.selected ? styles.selected : '',
    cell.mark === undefined ? '' : styles[cell.mark.look],
    refused === undefined ? '' : styles.refused,
    pasted === undefined ? '' : styles.pasted,
    pasted?.startsWith(REFUSED) ? styles.refused : '',
    column.rowHeader ? styles.rowName : '',
  ].join(' ');
  const shared = {
    className,
    tabIndex: active && editor === null ? 0 : -1,
    'data-cell': props.at,
    'aria-colindex': props.place + 1,
    'aria-selected': props.selected,
    'aria-readonly': !editable,
    ...(refused === undefined ? {} : { 'aria-invalid': true }),
    ...(active ? { 'aria-describedby': props.noteId } : {}),
  };
  const text = refused ?? cell.text;
  const content =
    editor ??
    (pasted === undefined ? (
      <>
        {props.branch === undefined ? null : <Twig {...props.branch} />}
        {refused !== undefined || cell.mark?.look === 'error' ? <Glyph shape="error" size={12} /> : null}
        {cell.mark?.look === 'warning' ? <Glyph shape="warning" size={12} /> : null}
        {cell.mark?.look === 'done' ? <Glyph shape="check" size={12} /> : null}
        {text}
      </>
    ) : (
      <>
        {text === '' ? null : <del>{text}</del>} <ins>{pasted.replace(REFUSED, '')}</ins>
      </>
    ));
  return column.rowHeader ? (
    <th scope="row" {...shared}>
      {content}
    </th>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid of keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tab index is among what is shared
    <td role="gridcell" {...shared}>
      {content}
    </td>
  );
}
