export interface ColumnHeadsProps<Word extends string> {
  readonly words: readonly Word[];
  /** The words of the feature, which have one for each column. */
  readonly t: (word: Word) => string;
  readonly className?: string | undefined;
}

/** Heads of columns that follow one another, in a row of heads. */
export function ColumnHeads<Word extends string>({ words, t, className }: ColumnHeadsProps<Word>) {
  return words.map((word) => (
    <th key={word} scope="col" className={className}>
      {t(word)}
    </th>
  ));
}

/** The head of a table whose columns are all named by words of its feature. */
export function TableHead<Word extends string>(columns: ColumnHeadsProps<Word>) {
  return (
    <thead>
      <tr>
        <ColumnHeads {...columns} />
      </tr>
    </thead>
  );
}
