import { householdChanges } from '@benvung/contract/household';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answer } from '../../platform/answer.tsx';
import { formatInstant } from '../../platform/formats.ts';
import { query, request } from '../../platform/http.ts';
import { defineWords, getLanguage, useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import styles from './recent-changes.module.css';

const words = defineWords(
  {
    title: 'Vừa thay đổi ở các hộ',
    none: 'Trong 30 ngày qua không có hộ nào thay đổi.',
    line: '{text} {village}, {actor}',
    opened: 'Mở gần đây',
  },
  {
    title: 'What changed lately in households',
    none: 'No household has changed in the last 30 days.',
    line: '{text} {village}, {actor}',
    opened: 'Opened lately',
  },
);

const changesQuery = (unit: number) =>
  queryOptions({
    queryKey: ['household', 'changes', unit, getLanguage()],
    queryFn: ({ signal }) =>
      request(`/api/household-changes${query({ unit })}`, householdChanges, { signal }),
  });

/** What happened lately in a unit's households, each with a way to it. */
export function RecentChanges({ unit }: { readonly unit: number }) {
  const t = useWords(words);
  const changes = useQuery(changesQuery(unit));
  return (
    <Block title={t('title')}>
      <Answer query={changes} rows={4}>
        {(data) =>
          data.changes.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <ul className={styles.list}>
              {data.changes.map(({ id, householdId, head, village, at, actor, text }) => (
                <li key={id}>
                  <Link to="/ho/$id" params={{ id: householdId }}>
                    {head}
                  </Link>{' '}
                  · {t('line', { text, village, actor })} ·{' '}
                  <span className={`num ${styles.when}`}>{formatInstant(at)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Block>
  );
}

/** Households this person opened in this tab, newest first. */
export function OpenedLately({
  households,
}: {
  readonly households: readonly { readonly id: string; readonly head: string }[];
}) {
  const t = useWords(words);
  if (households.length === 0) return null;
  return (
    <p className="no-print">
      {t('opened')}:{' '}
      {households.map(({ id, head }, at) => (
        <span key={id}>
          {at === 0 ? '' : ' · '}
          <Link to="/ho/$id" params={{ id }}>
            {head}
          </Link>
        </span>
      ))}
    </p>
  );
}
