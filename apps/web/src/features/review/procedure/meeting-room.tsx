import type { MeetingView } from '@benvung/contract/review-meeting';
import { ATTENDEE_KINDS, type AttendeeKind } from '@benvung/domain/review/meeting/meeting';
import { Button, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../desk.module.css';
import { sendAttendance, sendMeetingEnd } from './meeting.api.ts';
import { meetingWords } from './meeting.words.ts';
import { isPassed, type MeetingRoomProps } from './meeting-room-props.ts';
import { MeetingVotes } from './meeting-votes.tsx';
import { PROCEDURE_KEYS } from './procedure.api.ts';
import own from './procedure.module.css';
import { ReasonForm } from './reason-form.tsx';

/** A village meeting from who attends, over every household's vote, to its end. */
export function MeetingRoom({ view, may, renderClass }: MeetingRoomProps) {
  const t = useWords(meetingWords);
  const planned = view.state === 'planned';
  return (
    <>
      {may ? null : <p className={styles.second}>{t('onlyHolders')}</p>}
      {planned ? (
        <Recorded view={view}>
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

function Attendance({ view, may }: { readonly view: MeetingView; readonly may: boolean }) {
  const t = useWords(meetingWords);
  const [counts, setCounts] = useState<Readonly<Partial<Record<AttendeeKind, string>>>>(
    Object.fromEntries(Object.entries(view.attendance).map(([kind, count]) => [kind, String(count)])),
  );
  const [chair, setChair] = useState(view.chair ?? '');
  const [secretary, setSecretary] = useState(view.secretary ?? '');
  const [chairPosition, setChairPosition] = useState(view.chairPosition ?? '');
  const [secretaryPosition, setSecretaryPosition] = useState(view.secretaryPosition ?? '');
  const positionOf = (name: string) => view.known.find((one) => one.name === name.trim())?.position;
  const known = useId();
  const [place, setPlace] = useState(view.place ?? '');
  const save = useCommand({
    send: (body: object, commandId) => sendAttendance(view.id, { ...body, commandId }),
    changes: PROCEDURE_KEYS,
    done: ({ present }) => t('saved', { count: formatCount(present) }),
  });
  const told = Object.fromEntries(
    ATTENDEE_KINDS.flatMap((kind) => {
      const count = Number(counts[kind] ?? '');
      return Number.isInteger(count) && count > 0 ? [[kind, count]] : [];
    }),
  ) as Partial<Record<AttendeeKind, number>>;
  const present = Object.values(told).reduce((sum, count) => sum + count, 0);
  return (
    <Block title={t('attendance')}>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      <div className={own.kinds}>
        {ATTENDEE_KINDS.map((kind) => (
          <TextInput
            key={kind}
            label={t(kind)}
            inputMode="numeric"
            value={counts[kind] ?? ''}
            disabled={!may}
            maxLength={5}
            onChange={(event) =>
              setCounts({ ...counts, [kind]: event.currentTarget.value.replace(/\D/gu, '') })
            }
          />
        ))}
        <TextInput
          label={t('chair')}
          value={chair}
          disabled={!may}
          maxLength={120}
          list={known}
          onChange={({ currentTarget: { value } }) => {
            setChair(value);
            setChairPosition(positionOf(value) ?? chairPosition);
          }}
        />
        <TextInput
          label={t('chairPosition')}
          value={chairPosition}
          disabled={!may}
          maxLength={120}
          onChange={(event) => setChairPosition(event.currentTarget.value)}
        />
        <TextInput
          label={t('secretary')}
          value={secretary}
          disabled={!may}
          maxLength={120}
          list={known}
          onChange={({ currentTarget: { value } }) => {
            setSecretary(value);
            setSecretaryPosition(positionOf(value) ?? secretaryPosition);
          }}
        />
        <TextInput
          label={t('secretaryPosition')}
          value={secretaryPosition}
          disabled={!may}
          maxLength={120}
          onChange={(event) => setSecretaryPosition(event.currentTarget.value)}
        />
        <datalist id={known}>
          {view.known.map(({ name, position }) => (
            <option key={`${name} ${position}`} value={name}>
              {position}
            </option>
          ))}
        </datalist>
        <TextInput
          label={t('place')}
          value={place}
          disabled={!may}
          maxLength={120}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      </div>
      <p>{t('present', { count: formatCount(present) })}</p>
      {may ? (
        <div>
          <Button
            variant={view.present === 0 ? 'filled' : 'outline'}
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                version: view.version,
                heldOn: view.heldOn,
                beginsAt: view.beginsAt,
                place: place.trim(),
                chair: chair.trim(),
                secretary: secretary.trim(),
                chairPosition: chairPosition.trim(),
                secretaryPosition: secretaryPosition.trim(),
                attendance: told,
              })
            }
          >
            {t('save')}
          </Button>
        </div>
      ) : null}
    </Block>
  );
}

function Ending({ view }: { readonly view: MeetingView }) {
  const t = useWords(meetingWords);
  const [notes, setNotes] = useState(view.notes ?? '');
  const end = useCommand({
    send: (body: object, commandId) => sendMeetingEnd(view.id, 'close', { ...body, commandId }),
    changes: PROCEDURE_KEYS,
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
    changes: PROCEDURE_KEYS,
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
