import type { ReactNode } from 'react';
import { TableExport } from '../../../platform/export/table-export.tsx';
import { formatCount, formatRate } from '../../../platform/formats.ts';
import styles from './overview.module.css';

export interface FigureRow {
  readonly name: ReactNode;
  readonly key: string;
  /** Each value in its column, already a link where it opens. */
  readonly values: readonly ReactNode[];
}

interface FigureTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** The figures of a chart. */
export function FigureTable({ caption, heads, rows }: FigureTableProps) {
  return (
    <TableExport title={caption}>
      <table className={styles.figures}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, values }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {values.map((value, at) => (
                <td key={heads[at + 1] ?? at} className="num">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableExport>
  );
}

export const shownRate = (value: number | null): string => (value === null ? '' : formatRate(value));
export const shownCount = (value: number | null): string => (value === null ? '' : formatCount(value));
