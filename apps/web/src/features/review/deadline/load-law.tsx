import type { LawLoaded } from '@benvung/contract/review-law';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { sendLaw } from './deadline.api.ts';
import { reviewLawWords } from './review-law.words.ts';

/** A file of days off, or of a procedure: tried first, loaded when the reader says so. */
export function LoadLaw({ may }: { readonly may: boolean }) {
  const t = useWords(reviewLawWords);
  const [text, setText] = useState('');
  const attempt = useCommand({
    send: (content: string, commandId) => sendLaw({ commandId, text: content, dryRun: true }),
  });
  const load = useCommand({
    send: (content: string, commandId) => sendLaw({ commandId, text: content, dryRun: false }),
    changes: [['review-law'], ['desk', 'deadlines']],
    done: ({ name }) => t('loadedNow', { name }),
    onDone: () => attempt.reset(),
  });
  return (
    <Block title={t('loadTitle')} screenOnly>
      {may ? (
        <>
          <p>{t('loadLead')}</p>
          {attempt.isError ? <ProblemNotice error={attempt.error} /> : null}
          {load.isError ? <ProblemNotice error={load.error} /> : null}
          <div>
            <FileButton
              label={t('chooseFile')}
              accept=".json,application/json"
              variant="outline"
              loading={attempt.isPending}
              onFile={(file) =>
                void file.text().then((content) => {
                  setText(content);
                  attempt.mutate(content);
                })
              }
            />
          </div>
          {attempt.data === undefined ? null : (
            <Tried law={attempt.data} loading={load.isPending} onLoad={() => load.mutate(text)} />
          )}
        </>
      ) : (
        <p>{t('notNation')}</p>
      )}
      <p>
        {t('loadCommand')} <code>benvung review-law load FILE.json</code>
      </p>
    </Block>
  );
}

interface TriedProps {
  readonly law: LawLoaded;
  readonly loading: boolean;
  readonly onLoad: () => void;
}

const REPLACES = { shipped: 'replacesShipped', loaded: 'replacesLoaded' } as const;

function Tried({ law: { kind, name, replaces, added, removed }, loading, onLoad }: TriedProps) {
  const t = useWords(reviewLawWords);
  const days = (list: readonly string[]) => list.map(formatDay).join(', ');
  const title =
    kind === 'working-calendar'
      ? t('triedYear', { name, added: formatCount(added.length), removed: formatCount(removed.length) })
      : t('triedProcedure', { name });
  return (
    <Notice
      kind="note"
      title={title}
      actions={
        <Button loading={loading} onClick={onLoad}>
          {t('loadNow', { name })}
        </Button>
      }
    >
      <p>{t(replaces === null ? 'replacesNothing' : REPLACES[replaces])}</p>
      {added.length === 0 ? null : <p>{t('addedDays', { days: days(added) })}</p>}
      {removed.length === 0 ? null : <p>{t('removedDays', { days: days(removed) })}</p>}
    </Notice>
  );
}
