import type { OnlineRequestList as ListView } from '@benvung/contract/review-online-request';
import { formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Chip } from '../../../ui/chip.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../posting/posting.module.css';
import { onlineRequestWords } from './online-request.words.ts';

interface OnlineRequestListProps {
  readonly list: ListView;
  readonly onOpen: (id: string) => void;
}

/** Requests, those that wait first; what the household wrote is opened one by one. */
export function OnlineRequestList({ list, onOpen }: OnlineRequestListProps) {
  const t = useWords(onlineRequestWords);
  if (list.requests.length === 0) return <Notice kind="empty" title={t('none')} />;
  return (
    <ListTable styles={styles} caption={t('title')} words={['requests', 'sent', 'state']} t={t}>
      {list.requests.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <button type="button" className={styles.open} onClick={() => onOpen(one.id)}>
              {one.number} · {one.head}
            </button>{' '}
            <span className={styles.second}>
              {one.village} · {t(`form.${one.form}`)}
            </span>
          </th>
          <td>{formatDay(one.sentOn)}</td>
          <td>
            {one.state === 'sent' ? (
              <Chip look="warning" glyph="warning">
                {t('state.sent')}
              </Chip>
            ) : (
              t(`state.${one.state}`)
            )}
          </td>
        </tr>
      ))}
    </ListTable>
  );
}
