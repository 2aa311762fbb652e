import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../platform/answer.tsx';
import { formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { historyQuery } from './desk.api.ts';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';

/** What was done to a round, by whom and when, newest first. */
export function RoundHistoryBlock({ roundId }: { readonly roundId: string }) {
  const t = useWords(deskWords);
  const history = useQuery(historyQuery(roundId));
  return (
    <Block title={t('history')}>
      <Answer query={history} rows={3}>
        {({ decidedBy, source, events }) => (
          <>
            {decidedBy === null ? null : <p>{t('decidedBy', { name: decidedBy })}</p>}
            {source === '' ? null : <p>{t('source', { source })}</p>}
            {events.length === 0 ? <p className={styles.second}>{t('noHistory')}</p> : null}
            <ul className={styles.history}>
              {events.map(({ id, kind, at, actor, reason, lines }) => (
                <li key={id}>
                  <span className="num">{formatInstant(at)}</span> ·{' '}
                  {kind === 'baseChanged'
                    ? t('event.baseChanged', { lines: lines ?? 0 })
                    : t(`event.${kind}`)}{' '}
                  · {actor}
                  {reason === null || reason === '' ? null : ` · ${t('reasonLine', { reason })}`}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </Block>
  );
}
