import type { OnlineRequestList } from '@benvung/contract/review-online-request';
import { Button } from '@mantine/core';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { ONLINE_REQUEST_KEYS, setRequestChannel } from './online-request.api.ts';
import { onlineRequestWords } from './online-request.words.ts';

/** Where citizens send requests to this commune, and whether they may. */
export function RequestChannel({ channel }: { readonly channel: NonNullable<OnlineRequestList['channel']> }) {
  const t = useWords(onlineRequestWords);
  const { communeId, open, address } = channel;
  const set = useCommand({
    send: setRequestChannel,
    changes: ONLINE_REQUEST_KEYS,
    done: (answer) => t(answer.open ? 'reopened' : 'shutDone'),
  });
  return (
    <Block title={t('channel')} screenOnly>
      {set.isError ? <ProblemNotice error={set.error} /> : null}
      {open ? (
        <p>
          {t('channelOpen')}{' '}
          <a href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
      ) : (
        <p>{t('channelShut')}</p>
      )}
      <p>{t('channelBasis')}</p>
      <Button
        variant="outline"
        loading={set.isPending}
        onClick={() => set.mutate({ communeId, open: !open })}
      >
        {t(open ? 'shut' : 'reopen')}
      </Button>
    </Block>
  );
}
