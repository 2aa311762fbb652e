import type { MeetingView } from '@benvung/contract/review-meeting';
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../desk.module.css';
import { MakePaper } from '../make-paper.tsx';
import { sendAttendanceSheet, sendMeetingEnd } from './meeting.api.ts';
import { meetingWords } from './meeting.words.ts';
import { Attendance } from './meeting-attendance.tsx';
import { isPassed, type MeetingRoomProps } from './meeting-room-props.ts';
import { MeetingVotes } from './meeting-votes.tsx';
import { NUMBERED_KEYS } from './procedure.api.ts';
import own from './procedure.module.css';
import { ReasonForm } from './reason-form.tsx';

/** A village meeting from who attends, over every household's vote, to its end. */
export function MeetingRoom({ view, may, renderClass, renderDocument }: MeetingRoomProps) {
  const t = useWords(meetingWords);
  const planned = view.state === 'planned';
  return (
    <>
      {may ? null : <p className={styles.second}>{t('onlyHolders')}</p>}
      {planned ? (
        <Recorded view={view}>
          {may ? <SheetToSign {...{ view, renderDocument }} /> : null}
          <Attendance key={view.version} view={view} may={may} />
        </Recorded>
      ) : (
        <Notice kind="done" title={t('isClosed', { day: formatDay(view.heldOn) })} />
      )}
      {view.present === 0 && planned ? (
        <Notice kind="note" title={t('fromNow')} />
      ) : (
        <MeetingVotes {...{ view, renderClass }} may={may && planned} />
      )}
      {may ? planned ? <Ending view={view} /> : <Reopening view={view} /> : null}
    </>
  );
}

/** Printed before the meeting, signed at it. */
function SheetToSign({ view, renderDocument }: Pick<MeetingRoomProps, 'view' | 'renderDocument'>) {
  const t = useWords(meetingWords);
  return (
    <p className="no-print">
      <MakePaper
        label={t('makeSheet')}
        made={t('sheetMade')}
        open={t('openSheet')}
        send={(commandId) => sendAttendanceSheet(view.id, commandId)}
        renderDocument={renderDocument}
      />
    </p>
  );
}

/** Who attends steps aside once recorded, so that the households' votes come first. */
function Recorded({ view, children }: { readonly view: MeetingView; readonly children: ReactNode }) {
  const t = useWords(meetingWords);
  if (view.present === 0) return children;
  return (
    <details>
      <summary className={own.fold}>
        {t('attendance')}: {t('present', { count: formatCount(view.present) })}
        {view.chair === null ? '' : ` · ${t('chair')} ${view.chair}`}
      </summary>
      {children}
    </details>
  );
}

function Ending({ view }: { readonly view: MeetingView }) {
  const t = useWords(meetingWords);
  const [notes, setNotes] = useState(view.notes ?? '');
  const end = useCommand({
    send: (body: object, commandId) => sendMeetingEnd(view.id, 'close', { ...body, commandId }),
    changes: NUMBERED_KEYS,
    done: ({ agreed, rejected }) =>
      t('ended', { agreed: formatCount(agreed), rejected: formatCount(rejected) }),
  });
  const waiting = view.agenda.filter((item) => item.agreed === null || item.changed).length;
  const agreed = view.agenda.filter((item) => isPassed(item, view)).length;
  const copies = String(view.copies).padStart(2, '0');
  if (view.present === 0) return <p className={styles.second}>{t('endNoOne', { percent: view.percent })}</p>;
  if (view.agenda.length === 0) return <Notice kind="empty" title={t('noneWaiting')} />;
  if (waiting > 0) return <p className={styles.second}>{t('endBlocked', { count: formatCount(waiting) })}</p>;
  return (
    <Block title={t('endTitle')}>
      {end.isError ? <ProblemNotice error={end.error} /> : null}
      <p>
        {t('endLead', { agreed: formatCount(agreed), rejected: formatCount(view.agenda.length - agreed) })}
      </p>
      <div className={styles.form}>
        <Textarea
          label={t('notes')}
          value={notes}
          maxLength={2000}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
        <div>
          <Button
            loading={end.isPending}
            onClick={() => end.mutate({ version: view.version, notes: notes.trim() })}
          >
            {t('end', { copies })}
          </Button>
        </div>
      </div>
    </Block>
  );
}

function Reopening({ view }: { readonly view: MeetingView }) {
  const t = useWords(meetingWords);
  const reopen = useCommand({
    send: (body: object, commandId) => sendMeetingEnd(view.id, 'reopen', { ...body, commandId }),
    changes: NUMBERED_KEYS,
    done: () => t('reopened'),
  });
  return (
    <ReasonForm
      label={t('reopenReason')}
      act={t('reopen')}
      command={reopen}
      onReason={(reason) => reopen.mutate({ version: view.version, reason })}
    />
  );
}
