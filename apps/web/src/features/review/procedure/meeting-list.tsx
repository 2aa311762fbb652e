import type { MeetingList } from '@benvung/contract/review-meeting';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { DayField } from '../../../platform/day-field.tsx';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import styles from '../desk.module.css';
import { meetingsQuery, sendPlan } from './meeting.api.ts';
import { meetingWords } from './meeting.words.ts';
import { isTimeOfDay } from './meeting-time.ts';
import { PROCEDURE_KEYS } from './procedure.api.ts';

interface MeetingsProps {
  readonly round: string;
  readonly today: string;
  readonly may: boolean;
  readonly onPlanned: (id: string) => void;
  readonly renderMeeting: (id: string) => ReactNode;
}

/** The meetings of a round, and the villages that wait for one. */
export function Meetings(props: MeetingsProps) {
  const t = useWords(meetingWords);
  const meetings = useQuery(meetingsQuery(props.round));
  return (
    <Answer query={meetings} rows={6}>
      {(data) => (
        <>
          {data.waiting.length === 0 ? (
            data.meetings.length === 0 ? (
              <Notice kind="empty" title={t('noneWaiting')} />
            ) : null
          ) : (
            <Block title={t('waiting')}>
              {data.waiting.map((one) => (
                <Waiting key={one.villageId} {...props} {...{ one }} />
              ))}
            </Block>
          )}
          {data.meetings.length === 0 ? null : <Held {...props} meetings={data.meetings} />}
        </>
      )}
    </Answer>
  );
}

function Waiting({
  one,
  round,
  today,
  may,
  onPlanned,
}: MeetingsProps & { readonly one: MeetingList['waiting'][number] }) {
  const t = useWords(meetingWords);
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<string | null>(today);
  const [begins, setBegins] = useState('19:00');
  const [place, setPlace] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = begins.trim() !== '' && !isTimeOfDay(begins.trim());
  const plan = useCommand({
    send: (body: object, commandId) => sendPlan(round, { ...body, commandId }),
    changes: PROCEDURE_KEYS,
    done: () => t('planned'),
    onDone: ({ id }) => onPlanned(id),
  });
  const id = `meeting-${one.villageId}`;
  return (
    <>
      <div className={styles.spread}>
        <span>
          <strong>{one.village?.name ?? '…'}</strong> · {t('waitingCases', { count: formatCount(one.cases) })}
        </span>
        {may ? (
          <Button variant="outline" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('plan')}
          </Button>
        ) : null}
      </div>
      {open ? (
        <div className={styles.form}>
          {plan.isError ? <ProblemNotice error={plan.error} /> : null}
          <DayField
            id={id}
            label={t('day')}
            value={day}
            onChange={setDay}
            today={`${today.slice(0, 4)}-12-31`}
          />
          <TextInput
            label={t('begins')}
            value={begins}
            maxLength={5}
            error={wrong && tried ? t('beginsWrong', { typed: begins }) : undefined}
            onChange={(event) => setBegins(event.currentTarget.value)}
          />
          <TextInput
            label={t('place')}
            value={place}
            maxLength={120}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <div>
            <Button
              loading={plan.isPending}
              onClick={() => {
                setTried(true);
                if (wrong) return;
                plan.mutate({
                  villageId: one.villageId,
                  heldOn: day ?? today,
                  beginsAt: begins.trim() === '' ? null : begins.trim(),
                  place: place.trim(),
                });
              }}
            >
              {t('plan')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

function Held({ meetings, renderMeeting }: MeetingsProps & { readonly meetings: MeetingList['meetings'] }) {
  const t = useWords(meetingWords);
  return (
    <Block title={t('held')}>
      <TableBox className={styles.box} label={t('held')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('held')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('village')}</th>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {meetings.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.village?.name ?? '…'}</th>
                <td>
                  {formatDay(one.heldOn)} {one.beginsAt ?? ''}
                </td>
                <td>
                  {one.state === 'planned'
                    ? t('state.planned', { count: formatCount(one.waiting) })
                    : one.state === 'closed'
                      ? t('state.closed', {
                          agreed: formatCount(one.agreed),
                          rejected: formatCount(one.rejected),
                        })
                      : t('state.cancelled')}
                </td>
                <td>{renderMeeting(one.id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Block>
  );
}
