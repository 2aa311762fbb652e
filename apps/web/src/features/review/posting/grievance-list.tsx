import type { GrievanceLine, GrievanceList as GrievanceListView } from '@benvung/contract/review-posting';
import { formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Chip } from '../../../ui/chip.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from './posting.module.css';
import { postingWords } from './posting.words.ts';

interface GrievanceListProps {
  readonly list: GrievanceListView;
  readonly onOpen: (id: string) => void;
}

/** Grievances, what is due first on top; nothing of who complained or what was said. */
export function GrievanceList({ list, onOpen }: GrievanceListProps) {
  const t = useWords(postingWords);
  if (list.grievances.length === 0) return <Notice kind="empty" title={t('noGrievances')} />;
  return (
    <ListTable
      styles={styles}
      caption={t('grievances')}
      words={['grievances', 'due', 'state', 'verifier']}
      t={t}
    >
      {list.grievances.map((line) => (
        <tr key={line.id}>
          <th scope="row">
            <button type="button" className={styles.open} onClick={() => onOpen(line.id)}>
              {line.number}
            </button>{' '}
            <span className={styles.second}>
              {line.village} · {t(`category.${line.category}`)} · {t(`channel.${line.channel}`)}
            </span>
          </th>
          <td>
            <Due line={line} />
          </td>
          <td>{t(`state.${line.state}`)}</td>
          <td>{line.verifier ?? '–'}</td>
        </tr>
      ))}
    </ListTable>
  );
}

export function Due({ line }: { readonly line: GrievanceLine }) {
  const t = useWords(postingWords);
  const isOpen = line.state !== 'answered' && line.state !== 'closed';
  return (
    <>
      {formatDay(line.dueOn)}{' '}
      {line.workingDaysLate > 0 ? (
        <Chip look={isOpen ? 'warning' : 'plain'} glyph={isOpen ? 'error' : 'ring'}>
          {t('late', { days: line.workingDaysLate })}
        </Chip>
      ) : null}
      {line.dueUncertain ? <span className={styles.second}> ({t('uncertain')})</span> : null}
    </>
  );
}
