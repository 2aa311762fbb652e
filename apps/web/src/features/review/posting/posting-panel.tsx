import { MOST_PHOTO_MB, type PostingView } from '@benvung/contract/review-posting';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { formatDay, formatInstant } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useSizeLimit } from '../../../platform/use-size-limit.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ReasonForm } from '../procedure/reason-form.tsx';
import { PostedLines } from './posted-lines.tsx';
import {
  addPhoto,
  makeSheet,
  POSTING_KEYS,
  photoAddress,
  postingQuery,
  withdrawPosting,
} from './posting.api.ts';
import styles from './posting.module.css';
import { postingWords } from './posting.words.ts';

/** One posting: its address for citizens, where it hangs, its evidence, its list. */
export function PostingPanel({
  id,
  mayOpen,
  renderDocuments,
}: {
  readonly id: string;
  /** The reader opens postings, so that they make its sheet too. */
  readonly mayOpen: boolean;
  readonly renderDocuments: (about: { kind: string; id: string }) => ReactNode;
}) {
  const t = useWords(postingWords);
  const posting = useQuery(postingQuery(id));
  return (
    <Answer query={posting} rows={8}>
      {(view) => (
        <div className={styles.stack}>
          <p>
            {t('fromTo', { from: formatDay(view.from), until: formatDay(view.until), time: view.closes })}
            {view.provisional ? ` ${t('provisional')}` : null} ·{' '}
            {t(view.state === 'open' ? 'running' : view.state)}
            <br />
            <span className={styles.second}>
              {t('openedBy', { name: view.openedBy, at: formatInstant(view.openedAt) })}
            </span>
          </p>
          {view.withdrawnOn === null ? null : (
            <Notice
              kind="warning"
              title={t('withdrawnLine', {
                day: formatDay(view.withdrawnOn),
                reason: view.withdrawnReason ?? '',
              })}
            />
          )}
          {view.state === 'open' ? <PublicAddress view={view} /> : null}
          {view.documentId !== null ? (
            renderDocuments({ kind: 'posting', id: view.id })
          ) : mayOpen ? (
            <MakeSheet id={view.id} />
          ) : null}
          <Evidence view={view} />
          {view.mayWithdraw ? <Withdraw id={view.id} /> : null}
          <h3>{t('list')}</h3>
          <PostedLines list={view.list} />
          <p className={`${styles.second} ${styles.code}`}>
            {t('hash', { hash: view.hash.slice(0, 8).toUpperCase() })}
          </p>
        </div>
      )}
    </Answer>
  );
}

function MakeSheet({ id }: { readonly id: string }) {
  const t = useWords(postingWords);
  const make = useCommand({
    send: makeSheet,
    changes: [...POSTING_KEYS, ['documents']],
    done: () => t('sheetMade'),
  });
  return (
    <>
      {make.isError ? <ProblemNotice error={make.error} /> : null}
      <Button variant="outline" loading={make.isPending} onClick={() => make.mutate(id)}>
        {t('makeSheet')}
      </Button>
    </>
  );
}

/** A wrong posting is taken down, which the public page then says. */
function Withdraw({ id }: { readonly id: string }) {
  const t = useWords(postingWords);
  const [open, setOpen] = useState(false);
  const withdraw = useCommand({
    send: withdrawPosting,
    changes: [...POSTING_KEYS, ['documents'], ['procedure'], ['desk']],
    done: ({ cases }) => t('withdrawDone', { count: cases }),
  });
  return open ? (
    <ReasonForm
      label={t('withdrawReason')}
      act={t('withdraw')}
      command={withdraw}
      onReason={(reason) => withdraw.mutate({ id, reason })}
    />
  ) : (
    <div>
      <Button variant="outline" onClick={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
    </div>
  );
}

function PublicAddress({ view }: { readonly view: PostingView }) {
  const t = useWords(postingWords);
  return (
    <div>
      <h3>{t('address')}</h3>
      <p className={styles.code}>
        <a href={view.address} target="_blank" rel="noreferrer">
          {view.address}
        </a>
      </p>
      <img
        className={styles.qr}
        alt={t('qr', { address: view.address })}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(view.qr)}`}
      />
    </div>
  );
}

function Evidence({ view }: { readonly view: PostingView }) {
  const t = useWords(postingWords);
  return (
    <section aria-labelledby="evidence" className={styles.stack}>
      <h3 id="evidence">{t('evidence')}</h3>
      {view.evidence.length === 0 ? <p>{t('noEvidence')}</p> : null}
      <ul className={styles.photos}>
        {view.evidence.map(({ id, place, addedBy, addedAt }) => (
          <li key={id}>
            <a href={photoAddress(view.id, id)}>
              <img
                loading="lazy"
                alt={t('photoOf', { place, name: addedBy, at: formatInstant(addedAt) })}
                src={photoAddress(view.id, id)}
              />
            </a>
            <span className={styles.second}>
              {place} · {formatInstant(addedAt)}
            </span>
          </li>
        ))}
      </ul>
      {view.mayPhotograph ? <AddPhoto view={view} /> : null}
    </section>
  );
}

function AddPhoto({ view }: { readonly view: PostingView }) {
  const t = useWords(postingWords);
  const [place, setPlace] = useState(view.places[0] ?? '');
  const add = useCommand({ send: addPhoto, changes: POSTING_KEYS, done: () => t('photoAdded') });
  const { tooBig, take } = useSizeLimit(MOST_PHOTO_MB, (file) =>
    add.mutate({ posting: view.id, place, file }),
  );
  return (
    <>
      <ChoiceField
        label={t('photoPlace')}
        value={place}
        choices={view.places.map((each) => ({ value: each, label: each }))}
        onChange={setPlace}
        description={t('photoHint')}
      />
      <FileButton
        label={t('addPhoto')}
        accept="image/jpeg,image/png,image/webp"
        loading={add.isPending}
        onFile={(file) => {
          add.reset();
          take(file);
        }}
      />
      {tooBig === null ? null : <Notice kind="error" title={t('photoTooBig')} />}
      {add.isError ? <ProblemNotice error={add.error} /> : null}
    </>
  );
}
