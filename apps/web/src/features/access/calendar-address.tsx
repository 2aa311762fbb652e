import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { copyText } from '../../platform/clipboard.ts';
import { formatCount, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { accountWords } from './account.words.ts';
import { calendarFeedQuery, endCalendar, makeCalendar } from './own-account.api.ts';

/** One's deadlines in the calendar of a telephone or of a mail program: the address is told once and can be ended. */
export function CalendarAddress() {
  const t = useWords(accountWords);
  return (
    <div className="no-print">
      <Block title={t('calendarTitle')}>
        <Address />
      </Block>
    </div>
  );
}

function Address() {
  const t = useWords(accountWords);
  const client = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const feed = useQuery(calendarFeedQuery);
  const refresh = () => client.invalidateQueries({ queryKey: calendarFeedQuery.queryKey });
  const make = useMutation({
    mutationFn: makeCalendar,
    onSuccess: (made) => {
      setAddress(made.address);
      return refresh();
    },
  });
  const end = useMutation({
    mutationFn: endCalendar,
    onSuccess: () => {
      setAddress(null);
      showToast({ text: t('calendarEnded') });
      return refresh();
    },
  });
  const failed = make.error ?? end.error;
  return (
    <>
      <p>{t('calendarLead')}</p>
      {failed === null ? null : <ProblemNotice error={failed} />}
      {address === null ? null : (
        <Notice
          kind="done"
          title={t('calendarMade')}
          actions={
            <Button
              onClick={() => {
                if (copyText(address)) showToast({ text: t('calendarCopied') });
              }}
            >
              {t('calendarCopy')}
            </Button>
          }
        >
          <p>
            <code style={{ overflowWrap: 'anywhere' }}>{address}</code>
          </p>
        </Notice>
      )}
      <Answer query={feed} rows={1}>
        {({ madeAt, lastReadAt, reads }) => (
          <>
            <p>
              {madeAt === null
                ? t('calendarNone')
                : t('calendarSince', { time: formatInstant(madeAt), reads: formatCount(reads) })}{' '}
              {lastReadAt === null ? '' : t('calendarLastRead', { time: formatInstant(lastReadAt) })}
            </p>
            <p>
              <Button variant="outline" loading={make.isPending} onClick={() => make.mutate()}>
                {t(madeAt === null ? 'calendarMake' : 'calendarRemake')}
              </Button>{' '}
              {madeAt === null ? null : (
                <Button variant="outline" loading={end.isPending} onClick={() => end.mutate()}>
                  {t('calendarEnd')}
                </Button>
              )}
            </p>
          </>
        )}
      </Answer>
    </>
  );
}
