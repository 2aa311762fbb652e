import type { ReactNode } from 'react';
import { TableBox } from './table-box.tsx';
import { type ColumnHeadsProps, TableHead } from './table-head.tsx';

interface ListTableProps<Word extends string> extends Pick<ColumnHeadsProps<Word>, 'words' | 't'> {
  /** Classes of the feature: the box the table scrolls in, and the table. */
  readonly styles: Readonly<Record<string, string>>;
  readonly caption: string;
  /** Too wide for an upright sheet. */
  readonly wide?: boolean;
  /** Its rows. */
  readonly children: ReactNode;
}

/** A list as a table, its columns named by words of its feature. */
export function ListTable<Word extends string>(props: ListTableProps<Word>) {
  const { styles, caption, words, t, wide = false, children } = props;
  return (
    <TableBox className={styles.box} label={caption} wide={wide}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <TableHead words={words} t={t} />
        <tbody>{children}</tbody>
      </table>
    </TableBox>
  );
}
