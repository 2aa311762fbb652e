import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { FieldFrame } from '../../../ui/field-frame.tsx';
import { PostedLines } from './posted-lines.tsx';
import { openPosting, POSTING_KEYS, planQuery } from './posting.api.ts';
import styles from './posting.module.css';
import { postingWords } from './posting.words.ts';

interface OpenPostingProps {
  readonly roundId: string;
  readonly villageId: number;
  readonly onOpened: (id: string) => void;
}

/** The check before a legal act: which list, until when, where it hangs, and what cannot be undone. */
export function OpenPosting({ roundId, villageId, onOpened }: OpenPostingProps) {
  const t = useWords(postingWords);
  const plan = useQuery(planQuery(roundId, villageId));
  const [places, setPlaces] = useState('');
  const [asked, setAsked] = useState(false);
  const lines = places
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const open = useCommand({
    send: openPosting,
    changes: POSTING_KEYS,
    done: ({ code }) => t('opened', { code }),
    onDone: ({ id }) => onOpened(id),
  });
  return (
    <Answer query={plan} rows={6}>
      {({ list, hash, provisional }) => (
        <div className={styles.stack}>
          <p>
            {t('openLead', {
              count: formatCount(list.lines.length),
              time: list.closes,
              day: formatDay(list.until),
            })}{' '}
            {provisional ? t('provisional') : null}
          </p>
          <FieldFrame
            label={t('places')}
            description={t('placesHint')}
            error={asked && lines.length === 0 ? t('placesMissing') : undefined}
          >
            {(ties) => (
              <textarea
                {...ties}
                className={styles.area}
                rows={3}
                maxLength={1000}
                value={places}
                onChange={(event) => setPlaces(event.target.value)}
              />
            )}
          </FieldFrame>
          <p>{t('openIrrevocable')}</p>
          {open.isError ? <ProblemNotice error={open.error} onRetry={() => void plan.refetch()} /> : null}
          <Button
            loading={open.isPending}
            onClick={() => {
              setAsked(true);
              if (lines.length > 0) open.mutate({ roundId, villageId, hash, places: lines });
            }}
          >
            {t('openButton', { count: formatCount(list.lines.length) })}
          </Button>
          <PostedLines list={list} />
          <p className={`${styles.second} ${styles.code}`}>
            {t('hash', { hash: hash.slice(0, 8).toUpperCase() })}
          </p>
        </div>
      )}
    </Answer>
  );
}
