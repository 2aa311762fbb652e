import type { PostedListView } from '@benvung/contract/review-posting';
import { useWords } from '../../../platform/i18n.ts';
import { ListTable } from '../../../ui/list-table.tsx';
import styles from './posting.module.css';
import { postingWords } from './posting.words.ts';

/** What hangs on the notice board, line by line. */
export function PostedLines({ list }: { readonly list: PostedListView }) {
  const t = useWords(postingWords);
  return (
    <ListTable styles={styles} caption={t('list')} words={['number', 'head', 'result']} t={t}>
      {list.lines.map(({ number, head, result }) => (
        <tr key={number}>
          <td>{number}</td>
          <th scope="row">{head}</th>
          <td>{t(`result.${result}`)}</td>
        </tr>
      ))}
    </ListTable>
  );
}
