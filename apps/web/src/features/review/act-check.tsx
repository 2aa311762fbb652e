import type { DeskRow, DeskView } from '@benvung/contract/review-desk';
import { Button } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { Blockers } from './blockers.tsx';
import { DESK_KEYS, sendLock, sendRoundAct } from './desk.api.ts';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';
import { withResult } from './desk-model.ts';

interface RoundCheckProps {
  readonly row: DeskRow;
  readonly year: number;
  readonly onDone: () => void;
  readonly entry?: LinkProps;
}

/** The check page of closing: what is closed, what can no longer be undone, or what is in the way. */
export function CloseCheck({ row, year, onDone, entry }: RoundCheckProps) {
  const t = useWords(deskWords);
  const { round, counts, unit } = row;
  const closing = useCommand({
    send: (_: null, commandId) => sendRoundAct(round?.id ?? '', 'close', { commandId }),
    changes: DESK_KEYS,
    done: () => t('closedToast', { year }),
    onDone,
  });
  if (round?.status !== 'OPEN') return <Notice kind="note" title={t('wrongState')} />;
  if (row.blockers.length > 0)
    return (
      <Blockers row={row} year={year} title={t('notClosable', { year })} {...(entry ? { entry } : {})} />
    );
  return (
    <>
      <p>
        {t('closeWhat', {
          year,
          unit: unit.name,
          sum: formatCount(withResult(counts)),
          gone: formatCount(counts.gone),
        })}
      </p>
      <Notice kind="note" title={t('closeAfter')} />
      {closing.isError ? <ProblemNotice error={closing.error} /> : null}
      <div className={styles.acts}>
        <Button onClick={() => closing.mutate(null)} loading={closing.isPending}>
          {t('closeButton', { year })}
        </Button>
      </div>
    </>
  );
}

export function ReopenCheck({ row, year, onDone }: RoundCheckProps) {
  const t = useWords(deskWords);
  const { round, unit } = row;
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reopening = useCommand({
    send: (body: { reason: string }, commandId) =>
      sendRoundAct(round?.id ?? '', 'reopen', { ...body, commandId }),
    changes: DESK_KEYS,
    done: () => t('reopenedToast', { year }),
    onDone,
  });
  if (round?.status !== 'CLOSED') return <Notice kind="note" title={t('wrongState')} />;
  const wrong = asked && reason.trim() === '';
  return (
    <>
      <p>{t('reopenWhat', { year, unit: unit.name, day: formatDay(round.closedOn ?? round.openedOn) })}</p>
      <ReasonField {...{ reason, setReason, wrong }} />
      {reopening.isError ? <ProblemNotice error={reopening.error} /> : null}
      <div className={styles.acts}>
        <Button
          loading={reopening.isPending}
          onClick={() => {
            setAsked(true);
            if (reason.trim() !== '') reopening.mutate({ reason: reason.trim() });
            else document.getElementById('reason')?.focus();
          }}
        >
          {t('reopenButton', { year })}
        </Button>
      </div>
    </>
  );
}

interface ReasonFieldProps {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly wrong: boolean;
}

function ReasonField({ reason, setReason, wrong }: ReasonFieldProps) {
  const t = useWords(deskWords);
  return (
    <div className={`${styles.form} ${styles.field}`}>
      <label htmlFor="reason">{t('reasonLabel')}</label>
      <textarea
        id="reason"
        maxLength={1000}
        value={reason}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': 'reason-wrong' } : {})}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {wrong ? (
        <span id="reason-wrong" className={styles.wrong}>
          {t('reasonMissing')}
        </span>
      ) : null}
    </div>
  );
}

/** The check page of locking a year of everything under a unit. */
export function LockCheck({ desk, onDone }: { readonly desk: DeskView; readonly onDone: () => void }) {
  const t = useWords(deskWords);
  const { year, unit, rows } = desk;
  const locking = useCommand({
    send: (_: null, commandId) => sendLock(year, { unitId: unit.id, commandId }),
    changes: DESK_KEYS,
    done: ({ locked }) => t('lockedToast', { count: formatCount(locked) }),
    onDone,
  });
  const inState = (status: string | null) =>
    rows.filter(({ round }) => (round?.status ?? null) === status).length;
  const [closed, open, locked, waiting] = [
    inState('CLOSED'),
    inState('OPEN'),
    inState('LOCKED'),
    inState(null),
  ];
  return (
    <>
      <p>{t('lockWhat', { year, unit: unit.name, closed: formatCount(closed) })}</p>
      {locked > 0 ? <p>{t('lockLocked', { count: formatCount(locked) })}</p> : null}
      {waiting > 0 ? <p>{t('lockNotBegun', { year, count: formatCount(waiting) })}</p> : null}
      {open > 0 ? (
        <Notice kind="warning" title={t('lockOpen', { count: formatCount(open) })}>
          <p>
            {rows
              .filter(({ round }) => round?.status === 'OPEN')
              .slice(0, 12)
              .map(({ unit: one }) => one.name)
              .join(' · ')}
          </p>
        </Notice>
      ) : closed === 0 ? (
        <Notice kind="note" title={t('lockNothing')} />
      ) : (
        <>
          <Notice kind="note" title={t('lockAfter')} />
          {locking.isError ? <ProblemNotice error={locking.error} /> : null}
          <div className={styles.acts}>
            <Button onClick={() => locking.mutate(null)} loading={locking.isPending}>
              {t('lockButton', { count: formatCount(closed) })}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
