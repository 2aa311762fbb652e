import type { CaseView } from '@benvung/contract/review-case';
import { REQUEST_CHANNELS } from '@benvung/contract/review-case';
import { CASE_STATES, type CaseState } from '@benvung/domain/review/case/case-state';
import { GONE_REASONS, type GoneReason } from '@benvung/domain/review/review-record';
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
import { DeadlineText } from './deadline-text.tsx';
import { PROCEDURE_KEYS, sendCaseAct, sendFilledForm } from './procedure.api.ts';
import own from './procedure.module.css';
import { procedureWords } from './procedure.words.ts';

interface CaseCardProps {
  readonly view: CaseView;
  readonly renderClass: (householdClass: string | null) => ReactNode;
  /** The way to its form, while it is to be surveyed. */
  readonly entry: ReactNode;
  readonly household: ReactNode;
}

/** One case: its result and next step, and the steps behind it and before it. */
export function CaseCard({ view, renderClass, entry, household }: CaseCardProps) {
  const t = useWords(procedureWords);
  const { request, surveyed, deadline } = view;
  return (
    <>
      <Steps {...view} />
      <Block title={t('resultTitle')} actions={household}>
        <div className={own.head}>
          <div>
            <p>
              <strong>{t(`state.${view.state}`)}</strong> · {t(`origin.${view.origin}`)}
              {request !== null && isChannel(request.channel) ? ` · ${t(`channel.${request.channel}`)}` : ''}
            </p>
            {deadline === null ? null : <DeadlineText deadline={deadline} />}
          </div>
          <div className={own.acts}>
            {view.opening === null ? null : renderClass(view.opening)}
            {view.opening !== null && view.class !== null ? <span aria-hidden="true">→</span> : null}
            {view.class === null ? null : renderClass(view.class)}
          </div>
        </div>
        {surveyed === null ? (
          <p className={styles.second}>{t('notSurveyed')}</p>
        ) : (
          <p>
            {t('scores', {
              income: surveyed.incomeScore ?? '?',
              deprivation: surveyed.deprivationScore ?? '?',
            })}
          </p>
        )}
        {surveyed !== null && surveyed.overrideReason !== null && surveyed.computed !== view.class ? (
          <p className={styles.second}>
            {t('computedOther', { computed: surveyed.computed ?? '?', reason: surveyed.overrideReason })}
          </p>
        ) : null}
        {view.class !== null && !view.verified ? <Notice kind="warning" title={t('unverified')} /> : null}
        {request !== null && request.asked !== '' ? <p>{t('asked', { asked: request.asked })}</p> : null}
        {request?.screening == null ? null : <p>{t('screening', { found: request.screening })}</p>}
        {view.state === 'posted' && view.postingEndsOn !== null ? (
          <Notice
            kind="note"
            title={t('postedUntil', { time: view.officeCloses, day: formatDay(view.postingEndsOn) })}
          />
        ) : null}
        {TO_ENTER.includes(view.state) ? <div className={styles.acts}>{entry}</div> : null}
        <CaseActs view={view} />
      </Block>
    </>
  );
}

const isChannel = (text: string): text is (typeof REQUEST_CHANNELS)[number] =>
  (REQUEST_CHANNELS as readonly string[]).includes(text);

const TO_ENTER: readonly CaseState[] = ['listed', 'surveyed', 'scored', 'rejected', 'returned', 'disputed'];

const STEPS = [
  ['list', ['requested', 'screenedIn', 'screenedOut', 'withdrawn']],
  ['survey', ['listed', 'rejected', 'returned', 'gone']],
  ['score', ['surveyed']],
  ['agree', ['scored']],
  ['post', ['agreed', 'posted', 'disputed', 'reverified']],
  ['opinion', ['submitted']],
  ['decide', ['cleared']],
] as const satisfies readonly (readonly [string, readonly CaseState[]])[];

function Steps({ state, asksOpinion }: Pick<CaseView, 'state' | 'asksOpinion'>) {
  const t = useWords(procedureWords);
  const steps = STEPS.filter(([step]) => step !== 'opinion' || asksOpinion || state === 'submitted');
  const at = steps.findIndex(([, states]) => (states as readonly CaseState[]).includes(state));
  const now = at === -1 ? steps.length : at;
  return (
    <ol className={own.steps}>
      {steps.map(([step], index) => (
        <li key={step} {...(index === now ? { 'aria-current': 'step' as const } : {})}>
          <span aria-hidden="true">{index < now ? '✓' : index === now ? '◉' : '○'}</span>
          {t(`step.${step}`)}
          <span className="visually-hidden">
            {t(index < now ? 'stepDone' : index === now ? 'stepNow' : 'stepLater')}
          </span>
        </li>
      ))}
    </ol>
  );
}

type Act = CaseView['acts'][number];
/** Acts that take the case on; those that end it or go back are never the first to be seen. */
const LEADS_ON: readonly Act[] = ['screenIn', 'list'];
const ASKS_REASON: readonly Act[] = ['screenOut', 'withdraw', 'undo'];

function CaseActs({ view }: { readonly view: CaseView }) {
  const t = useWords(procedureWords);
  const [chosen, setChosen] = useState<Act | null>(null);
  const [reason, setReason] = useState('');
  const [gone, setGone] = useState<GoneReason>('movedAway');
  const [attempt, setAttempt] = useState(0);
  const act = useCommand({
    send: (body: object, commandId) => sendCaseAct(view.id, { ...body, version: view.version, commandId }),
    changes: PROCEDURE_KEYS,
    done: () => t('stepTaken', { act: t(`act.${chosen ?? 'list'}`) }),
    onDone: () => {
      setChosen(null);
      setReason('');
      setAttempt(0);
    },
  });
  const needs = chosen !== null && ASKS_REASON.includes(chosen);
  const send = (one: Act) => {
    if (one === 'list') act.mutate({ act: { act: 'list' } });
    else if (one === 'markGone') act.mutate({ act: { act: one, reason: gone } });
    else if (one === 'screenIn') act.mutate({ act: { act: one, found: reason.trim() } });
    else if (reason.trim() === '') setAttempt(attempt + 1);
    else act.mutate({ act: { act: one, reason: reason.trim() } });
  };
  if (view.acts.length === 0) return null;
  return (
    <>
      {act.isError ? <ProblemNotice error={act.error} /> : null}
      <div className={own.acts}>
        {view.acts.map((one, index) => (
          <Button
            key={one}
            variant={index === 0 && LEADS_ON.includes(one) ? 'filled' : 'outline'}
            aria-expanded={one === 'list' ? undefined : chosen === one}
            loading={act.isPending && chosen === one}
            onClick={() => {
              setChosen(one);
              if (one === 'list') send(one);
            }}
          >
            {t(`act.${one}`)}
          </Button>
        ))}
      </div>
      {chosen === null || chosen === 'list' ? null : (
        <div className={styles.form}>
          {chosen === 'markGone' ? (
            <div className={styles.field}>
              <label htmlFor="gone-reason">{t('goneReason')}</label>
              <select
                id="gone-reason"
                value={gone}
                onChange={(event) => setGone(event.target.value as GoneReason)}
              >
                {GONE_REASONS.map((one) => (
                  <option key={one} value={one}>
                    {t(`gone.${one}`)}
                  </option>
                ))}
              </select>
            </div>
          ) : (
            <Textarea
              key={chosen}
              // the act was pressed to say this
              autoFocus
              label={needs ? t('reason') : t('found')}
              value={reason}
              maxLength={1000}
              error={attempt > 0 && needs && reason.trim() === '' ? t('reasonMissing') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <div>
            <Button loading={act.isPending} onClick={() => send(chosen)}>
              {t(`act.${chosen}`)}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

interface FilledFormProps {
  readonly view: CaseView;
  readonly renderDocument: (id: string, text: string) => ReactNode;
}

/** The questionnaire as it was answered, as a paper to sign. */
export function FilledForm({ view, renderDocument }: FilledFormProps) {
  const t = useWords(procedureWords);
  return (
    <MakePaper
      label={t('filledForm')}
      made={t('filledFormMade')}
      open={t('openPaper')}
      look="subtle"
      send={(commandId) => sendFilledForm(view.id, commandId)}
      renderDocument={renderDocument}
    />
  );
}

/** Every step of a case, the last one first. */
export function CaseHistory({ view }: { readonly view: CaseView }) {
  const t = useWords(procedureWords);
  return (
    <Block title={`${t('history')} ${formatCount(view.events.length)}`}>
      <ol className={own.history}>
        {[...view.events].reverse().map((event) => (
          <li key={event.number}>
            <strong>{t(`act.${event.act}`)}</strong>
            {CASE_STATES.includes(event.to) ? ` → ${t(`state.${event.to}`)}` : ''}
            <FactsOf evidence={event.evidence} />
            {event.reason === null ? null : <div>{reasonText(event, t)}</div>}
            <div className={styles.hint}>
              {t('historyLine', { day: formatDay(event.onDay), actor: event.actor })}
            </div>
          </li>
        ))}
      </ol>
    </Block>
  );
}

type Say = ReturnType<typeof useWords<(typeof procedureWords)['vi']>>;

function reasonText({ act, reason }: CaseView['events'][number], t: Say): string {
  const known = GONE_REASONS.find((one) => one === reason);
  return act === 'markGone' && known !== undefined ? t(`gone.${known}`) : (reason ?? '');
}

function FactsOf({ evidence }: { readonly evidence: CaseView['events'][number]['evidence'] }) {
  const t = useWords(procedureWords);
  const facts = [
    typeof evidence.agreed === 'number' && typeof evidence.present === 'number'
      ? t('voted', { agreed: evidence.agreed, present: evidence.present })
      : null,
    typeof evidence.incomeScore === 'number' || typeof evidence.deprivationScore === 'number'
      ? t('points', {
          income: String(evidence.incomeScore ?? '?'),
          deprivation: String(evidence.deprivationScore ?? '?'),
        })
      : null,
    typeof evidence.decision === 'string' ? t('decisionNo', { number: evidence.decision }) : null,
    typeof evidence.number === 'string' ? evidence.number : null,
    typeof evidence.visitor === 'string' ? t('visitedBy', { name: evidence.visitor }) : null,
  ].filter((text) => text !== null);
  return facts.length === 0 ? null : <span> · {facts.join(' · ')}</span>;
}
