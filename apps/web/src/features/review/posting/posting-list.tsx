import type { PostingDesk, PostingLine } from '@benvung/contract/review-posting';
import { Button } from '@mantine/core';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Chip } from '../../../ui/chip.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import styles from './posting.module.css';
import { postingWords } from './posting.words.ts';

interface PostingListProps {
  readonly desk: PostingDesk;
  readonly onOpen: (id: string) => void;
  readonly onPlan: (waiting: PostingDesk['waiting'][number]) => void;
}

/** The postings of a place, the last to end first, and the villages that may post next. */
export function PostingList({ desk, onOpen, onPlan }: PostingListProps) {
  const t = useWords(postingWords);
  if (desk.postings.length === 0 && desk.waiting.length === 0)
    return (
      <Notice kind="empty" title={t('noPostings')}>
        <p>{t('noPostingsHint')}</p>
      </Notice>
    );
  return (
    <div className={styles.stack}>
      {desk.postings.length === 0 ? null : (
        <ListTable
          styles={styles}
          caption={t('postings')}
          words={['village', 'dates', 'photos', 'publicPage']}
          t={t}
        >
          {desk.postings.map((line) => (
            <PostingRow key={line.id} line={line} today={desk.today} onOpen={() => onOpen(line.id)} />
          ))}
        </ListTable>
      )}
      <Waiting desk={desk} onPlan={onPlan} />
    </div>
  );
}

function PostingRow({
  line,
  today,
  onOpen,
}: {
  readonly line: PostingLine;
  readonly today: string;
  readonly onOpen: () => void;
}) {
  const t = useWords(postingWords);
  const isOpen = line.state === 'open';
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.open} onClick={onOpen}>
          {line.village}
        </button>{' '}
        <span className={styles.second}>{t('households', { count: formatCount(line.households) })}</span>
      </th>
      <td>
        {t('fromTo', { from: formatDay(line.from), until: formatDay(line.until), time: line.closes })}{' '}
        {line.provisional ? <span className={styles.second}>{t('provisional')} </span> : null}
        {line.state === 'withdrawn' ? (
          <Chip look="warning" glyph="warning">
            {t('withdrawn')}
          </Chip>
        ) : !isOpen ? (
          <Chip look="done" glyph="check">
            {t('over')}
          </Chip>
        ) : line.until === today ? (
          <Chip look="warning" glyph="warning">
            {t('today')}
          </Chip>
        ) : (
          <Chip look="plain" glyph="ring">
            {t('running')}
          </Chip>
        )}
      </td>
      <td>
        {line.photos > 0 ? (
          formatCount(line.photos)
        ) : (
          <Chip look="warning" glyph="warning">
            {t('noPhoto')}
          </Chip>
        )}
      </td>
      <td>
        {isOpen ? (
          <a href={`/t/${line.code}`} target="_blank" rel="noreferrer">
            /t/{line.code}
          </a>
        ) : (
          t('closed')
        )}{' '}
        <span className={styles.second}>{t('views', { count: formatCount(line.views) })}</span>
      </td>
    </tr>
  );
}

function Waiting({ desk, onPlan }: Pick<PostingListProps, 'desk' | 'onPlan'>) {
  const t = useWords(postingWords);
  if (desk.waiting.length === 0) return null;
  return (
    <TableBox className={styles.box} label={t('toOpen')}>
      <table className={styles.table}>
        <caption>{t('toOpen')}</caption>
        <tbody>
          {desk.waiting.map((each) => (
            <tr key={`${each.roundId} ${each.villageId}`}>
              <th scope="row">{each.village}</th>
              <td>
                {each.ready > 0 ? t('ready', { count: formatCount(each.ready) }) : t('notMetYet')}
                {each.notMet > 0 ? (
                  <span className={styles.second}> · {t('notMet', { count: formatCount(each.notMet) })}</span>
                ) : null}
              </td>
              <td>
                {each.ready > 0 && desk.may.open ? (
                  <Button variant="outline" onClick={() => onPlan(each)}>
                    {t('open')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
