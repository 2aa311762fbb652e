import type { AgendaItem, MeetingView } from '@benvung/contract/review-meeting';
import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import styles from '../desk.module.css';
import { sendVote } from './meeting.api.ts';
import { meetingWords } from './meeting.words.ts';
import { isPassed, type MeetingRoomProps } from './meeting-room-props.ts';
import { PROCEDURE_KEYS } from './procedure.api.ts';
import own from './procedure.module.css';

/** Household by household: digits and Enter record the vote and go on, F9 means all agree, PgUp goes back. */
export function MeetingVotes({ view, may, renderClass }: Omit<MeetingRoomProps, 'renderDocument'>) {
  const t = useWords(meetingWords);
  const first = view.agenda.findIndex(({ agreed }) => agreed === null);
  const [at, setAt] = useState(Math.max(0, first));
  const [projecting, setProjecting] = useState(false);
  const item = view.agenda[Math.min(at, view.agenda.length - 1)];
  if (item === undefined) return null;
  const again = view.agenda.filter((one) => one.agreed !== null && !isPassed(one, view)).length;
  const left = view.agenda.filter(({ agreed }) => agreed === null).length;
  const go = (step: number) => setAt(Math.min(view.agenda.length - 1, Math.max(0, at + step)));
  return (
    <Block
      title={t('households')}
      actions={
        <Button variant="outline" onClick={() => setProjecting(true)}>
          {t('projector')}
        </Button>
      }
    >
      <p aria-live="polite">
        {t('household', { at: formatCount(at + 1), all: formatCount(view.agenda.length) })} ·{' '}
        {t('present', { count: formatCount(view.present) })},{' '}
        {t('needed', { count: formatCount(view.needed) })} ·{' '}
        {t('left', { count: formatCount(left), again: formatCount(again) })}
      </p>
      <Household item={item} renderClass={renderClass} />
      <Vote key={item.caseId} {...{ view, item, may, go }} />
      <div className={own.acts}>
        <BeforeAndNext go={go} />
      </div>
      {projecting ? (
        <Projector {...{ view, item, at, go, renderClass }} onClose={() => setProjecting(false)} />
      ) : null}
    </Block>
  );
}

function BeforeAndNext({ go }: { readonly go: (step: number) => void }) {
  const t = useWords(meetingWords);
  return (
    <>
      <Button variant="outline" onClick={() => go(-1)}>
        {t('previous')}
      </Button>
      <Button variant="outline" onClick={() => go(1)}>
        {t('next')}
      </Button>
    </>
  );
}

function Household({
  item,
  renderClass,
}: {
  readonly item: AgendaItem;
  readonly renderClass: MeetingRoomProps['renderClass'];
}) {
  const t = useWords(meetingWords);
  return (
    <div className={own.room}>
      <p className={own.big}>{item.head}</p>
      <p className={own.acts}>
        {item.persons === null ? null : t('persons', { count: formatCount(item.persons) })}
        <span>{item.opening === null ? t('newHousehold') : t('lastYear')}</span>
        {item.opening === null ? null : renderClass(item.opening)}
        <span>{t('proposal')}</span>
        {renderClass(item.class)}
      </p>
      <p>
        {t('points', { income: item.incomeScore ?? '?', deprivation: item.deprivationScore ?? '?' })}
        {item.lacks.length === 0 ? '' : ` · ${t('lacks', { lacks: item.lacks.join(', ') })}`}
      </p>
    </div>
  );
}

interface VoteProps {
  readonly view: MeetingView;
  readonly item: AgendaItem;
  readonly may: boolean;
  readonly go: (step: number) => void;
}

function Outcome({ view, item }: Pick<VoteProps, 'view' | 'item'>): ReactNode {
  const t = useWords(meetingWords);
  if (item.changed) return <span className={own.failed}>{t('changed')}</span>;
  if (item.agreed === null) return <span className={styles.second}>{t('notVoted')}</span>;
  const passed = item.outcome === null ? isPassed(item, view) : item.outcome === 'agreed';
  return (
    <span className={passed ? own.passed : own.failed}>
      {t('projected', { agreed: formatCount(item.agreed), present: formatCount(view.present) })} ·{' '}
      {passed ? `✓ ${t('passed')}` : t('failed')}
    </span>
  );
}

function Vote({ view, item, may, go }: VoteProps) {
  const t = useWords(meetingWords);
  const [agreed, setAgreed] = useState(item.agreed === null ? '' : String(item.agreed));
  const [opinion, setOpinion] = useState(item.opinion ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const vote = useCommand({
    send: (body: object, commandId) => sendVote(view.id, item.caseId, { ...body, commandId }),
    changes: PROCEDURE_KEYS,
    onDone: () => go(1),
  });
  const count = Number(agreed);
  const record = (told: number) => {
    if (told <= view.present) vote.mutate({ agreed: told, opinion: opinion.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && agreed !== '') record(count);
    else if (event.key === 'F9') record(view.present);
    else if (event.key === 'PageUp') go(-1);
    else if (event.key === 'PageDown') go(1);
    else return;
    event.preventDefault();
  };
  if (!may) return <Outcome view={view} item={item} />;
  return (
    <>
      {vote.isError ? <ProblemNotice error={vote.error} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the two fields inside, seen together */}
      <div className={own.vote} onKeyDown={onKeyDown}>
        <TextInput
          ref={field}
          label={t('agreed')}
          inputMode="numeric"
          value={agreed}
          maxLength={5}
          error={
            agreed !== '' && count > view.present
              ? t('tooMany', { present: formatCount(view.present) })
              : undefined
          }
          onChange={(event) => setAgreed(event.currentTarget.value.replace(/\D/gu, ''))}
        />
        <Button variant="outline" onClick={() => record(view.present)}>
          {t('allAgree', { count: formatCount(view.present) })}
        </Button>
        <TextInput
          label={t('opinion')}
          value={opinion}
          maxLength={500}
          onChange={(event) => setOpinion(event.currentTarget.value)}
        />
        <Button
          variant="light"
          loading={vote.isPending}
          onClick={() => {
            if (agreed !== '') record(count);
          }}
        >
          {t('record')}
        </Button>
      </div>
      <Outcome view={view} item={item} />
    </>
  );
}

interface ProjectorProps extends Pick<MeetingRoomProps, 'renderClass'> {
  readonly view: MeetingView;
  readonly item: AgendaItem;
  readonly at: number;
  readonly go: (step: number) => void;
  readonly onClose: () => void;
}

/** The keys of a keyboard, and of what a presenter holds. */
const STEP_OF_KEY: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
};

/** What the village sees: the household and its vote, nothing else. */
function Projector({ view, item, at, go, renderClass, onClose }: ProjectorProps) {
  const t = useWords(meetingWords);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
      const pages = STEP_OF_KEY[event.key];
      if (pages !== undefined) go(pages);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose, go]);
  return (
    <section className={own.projector} aria-label={t('titleOf', { village: view.village?.name ?? '' })}>
      <div className={own.projectorHead}>
        <strong>
          {t('titleOf', { village: view.village?.name ?? '' })} ·{' '}
          {t('household', { at: formatCount(at + 1), all: formatCount(view.agenda.length) })}
        </strong>
        <span>{t('present', { count: formatCount(view.present) })}</span>
      </div>
      <Household item={item} renderClass={renderClass} />
      <p>
        <Outcome view={view} item={item} />
        {item.agreed === null ? ` · ${t('needed', { count: formatCount(view.needed) })}` : ''}
      </p>
      <div className={own.acts}>
        <BeforeAndNext go={go} />
        <Button variant="outline" onClick={onClose}>
          {t('closeProjector')}
        </Button>
      </div>
    </section>
  );
}
