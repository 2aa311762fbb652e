import type { NumberingTold } from '@benvung/contract/document-numbering';
import type { RecognitionDesk } from '@benvung/contract/review-recognition';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { DayField } from '../../../platform/day-field.tsx';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import long from '../../../ui/long-button.module.css';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { ColumnHeads } from '../../../ui/table-head.tsx';
import styles from '../desk.module.css';
import { MakePaper } from '../make-paper.tsx';
import { NUMBERED_KEYS } from './procedure.api.ts';
import { recognitionQuery, sendRecognition, sendReportPaper, sendSubmission } from './recognition.api.ts';
import { recognitionWords } from './recognition.words.ts';
import type { RenderNumbering } from './render-numbering.ts';

interface RecognitionProps {
  readonly unit: number;
  readonly year: number;
  readonly maySubmit: boolean;
  readonly mayDecide: boolean;
  readonly renderNumbering: RenderNumbering;
  readonly renderSubmission: (id: string, text: string) => ReactNode;
  readonly renderDecision: (id: string, text: string) => ReactNode;
  readonly renderDocument: (id: string, text: string) => ReactNode;
}

type RoundLine = RecognitionDesk['rounds'][number];

/** What waits for submission, for the superior's opinion, for the chairman's decision. */
export function Recognition(props: RecognitionProps) {
  const t = useWords(recognitionWords);
  const desk = useQuery(recognitionQuery(props.unit, props.year));
  return (
    <Answer query={desk} rows={8}>
      {(data) => {
        const above = data.unit.level !== 'commune';
        const own = above ? [] : data.rounds;
        const submissions = <Submissions desk={data} render={props.renderSubmission} />;
        return (
          <>
            {/* of many communes, what waits for an opinion comes before how far each of them is */}
            {above ? submissions : null}
            {data.rounds.length === 0 ? <Notice kind="empty" title={t('empty')} /> : <Rounds desk={data} />}
            {own.map((round) => (
              <RoundActs key={round.roundId} {...props} round={round} today={data.today} />
            ))}
            {above ? null : submissions}
            <Decisions
              desk={data}
              render={props.renderDecision}
              actions={
                props.maySubmit
                  ? own.map(({ roundId }) => (
                      <ReportPaper key={roundId} round={roundId} render={props.renderDocument} />
                    ))
                  : null
              }
            />
          </>
        );
      }}
    </Answer>
  );
}

const LISTS = ['POOR', 'NEAR_POOR', 'POVERTY_EXIT', 'NEAR_POVERTY_EXIT', 'REFUSED'] as const;

function Rounds({ desk }: { readonly desk: RecognitionDesk }) {
  const t = useWords(recognitionWords);
  return (
    <Block title={t('rounds')}>
      <TableBox className={styles.box} label={t('rounds')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('rounds')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('commune')}</th>
              <ColumnHeads words={['posted', 'toSubmit', 'cleared']} t={t} className={styles.number} />
              <ColumnHeads words={LISTS} t={t} className={styles.number} />
            </tr>
          </thead>
          <tbody>
            {desk.rounds.map((round) => (
              <tr key={round.roundId}>
                <th scope="row">
                  {round.commune?.name ?? '…'}
                  {round.kind === 'AD_HOC' ? ` (${t('adHoc')})` : ''}
                </th>
                <td className={styles.number}>{formatCount(round.posted)}</td>
                <td className={styles.number}>{round.opinion ? formatCount(round.toSubmit) : '–'}</td>
                <td className={styles.number}>{formatCount(round.cleared)}</td>
                {LISTS.map((list) => (
                  <td key={list} className={styles.number}>
                    {formatCount(round.lists[list])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Block>
  );
}

interface RoundActsProps
  extends Pick<RecognitionProps, 'unit' | 'maySubmit' | 'mayDecide' | 'renderNumbering'> {
  readonly round: RoundLine;
  readonly today: string;
}

function RoundActs({ maySubmit, mayDecide, ...acts }: RoundActsProps) {
  const t = useWords(recognitionWords);
  const { round } = acts;
  if (!round.open) return null;
  return (
    <>
      {round.posted > 0 && round.postedUntil !== null ? (
        <Notice
          kind="note"
          title={t(round.opinion ? 'postedUntil' : 'postedUntilDecided', {
            count: formatCount(round.posted),
            day: formatDay(round.postedUntil),
          })}
        />
      ) : null}
      {round.disputed > 0 ? (
        <Notice kind="note" title={t('waitsForAnswer', { count: formatCount(round.disputed) })} />
      ) : null}
      {round.opinion ? null : <p className={styles.second}>{t('noOpinion')}</p>}
      {round.cleared > 0 && mayDecide ? <Deciding key={round.cleared} {...acts} /> : null}
      {round.toSubmit > 0 && maySubmit ? (
        <Submitting {...acts} first={round.cleared === 0 || !mayDecide} />
      ) : null}
      {round.cleared > 0 && !mayDecide ? <Notice kind="note" title={t('onlyApprover')} /> : null}
    </>
  );
}

type ActProps = Omit<RoundActsProps, 'maySubmit' | 'mayDecide'>;

/** `first`: nothing on the page is to be done before it. */
function Submitting({ unit, round, today, first, renderNumbering }: ActProps & { readonly first: boolean }) {
  const t = useWords(recognitionWords);
  const [told, setTold] = useState<NumberingTold | null>(null);
  const [tried, setTried] = useState(false);
  const submit = useCommand({
    send: (body: object, commandId) => sendSubmission(round.roundId, { ...body, commandId }),
    changes: NUMBERED_KEYS,
    done: ({ number, cases, dueOn }) =>
      t('submitted', { number, count: formatCount(cases), day: formatDay(dueOn) }),
  });
  const send = () => {
    setTried(true);
    if (told !== null && told.signatory !== null) submit.mutate(told);
  };
  return (
    <Block title={t('submitTitle')} screenOnly>
      {submit.isError ? <ProblemNotice error={submit.error} /> : null}
      <div className={styles.form}>
        {renderNumbering({ unit, kind: 'submission', day: today, tried, onChange: setTold })}
        <div>
          <Button
            className={long.long}
            variant={first ? 'filled' : 'outline'}
            loading={submit.isPending}
            disabled={told === null}
            onClick={send}
          >
            {t('submit', { count: formatCount(round.toSubmit) })}
          </Button>
        </div>
      </div>
    </Block>
  );
}

/** The check page of a decision: what it holds, and what can no longer be undone. */
function Deciding({ unit, round, today, renderNumbering }: ActProps) {
  const t = useWords(recognitionWords);
  const [told, setTold] = useState<NumberingTold | null>(null);
  const [day, setDay] = useState<string | null>(today);
  const [tried, setTried] = useState(false);
  const decide = useCommand({
    send: (body: object, commandId) => sendRecognition(round.roundId, { ...body, commandId }),
    changes: NUMBERED_KEYS,
    done: ({ number }) => t('decided', { number }),
  });
  const count = (list: keyof RoundLine['lists']) => formatCount(round.lists[list]);
  const exits = formatCount(round.lists.POVERTY_EXIT + round.lists.NEAR_POVERTY_EXIT);
  const send = () => {
    setTried(true);
    if (told === null || told.signatory === null || day === null) return;
    decide.mutate({ ...told, decidedOn: day, expected: round.cleared });
  };
  return (
    <Block title={t('decideTitle')} screenOnly>
      {decide.isError ? <ProblemNotice error={decide.error} /> : null}
      {round.unverified > 0 ? (
        <Notice kind="warning" title={t('unverified', { count: formatCount(round.unverified) })} />
      ) : null}
      <p>
        {t('decideLead', {
          poor: count('POOR'),
          near: count('NEAR_POOR'),
          exit: count('POVERTY_EXIT'),
          nearExit: count('NEAR_POVERTY_EXIT'),
          refused: count('REFUSED'),
        })}
      </p>
      <div className={styles.form}>
        <DayField id="decision-day" label={t('decidedOn')} value={day} onChange={setDay} today={today} />
        {renderNumbering({ unit, kind: 'recognition', day: day ?? today, tried, onChange: setTold })}
        <div>
          <Button className={long.long} loading={decide.isPending} disabled={told === null} onClick={send}>
            {t('decide', { poor: count('POOR'), near: count('NEAR_POOR'), exits })}
          </Button>
        </div>
      </div>
    </Block>
  );
}

interface ListProps {
  readonly desk: RecognitionDesk;
  readonly render: (id: string, text: string) => ReactNode;
}

function Submissions({ desk, render }: ListProps) {
  const t = useWords(recognitionWords);
  return (
    <Block title={t('submissions')}>
      {desk.submissions.length === 0 ? (
        <p className={styles.second}>{t('noSubmissions')}</p>
      ) : (
        <TableBox className={styles.box} label={t('submissions')}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('submissions')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('submissionNumber')}</th>
                <th scope="col">{t('commune')}</th>
                <th scope="col">{t('sentOn')}</th>
                <th scope="col" className={styles.number}>
                  {t('cases')}
                </th>
                <th scope="col">{t('due')}</th>
                <th scope="col">{t('state')}</th>
              </tr>
            </thead>
            <tbody>
              {desk.submissions.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{render(one.id, one.number ?? t('noNumber'))}</th>
                  <td>{one.commune?.name ?? '…'}</td>
                  <td>{formatDay(one.submittedOn)}</td>
                  <td className={styles.number}>{formatCount(one.cases)}</td>
                  <td>
                    {formatDay(one.dueOn)}
                    {one.provisional ? ` (${t('provisional')})` : ''}
                    {one.workingDaysLate > 0
                      ? ` · ${t('late', { days: formatCount(one.workingDaysLate) })}`
                      : ''}
                  </td>
                  <td>{t(`state.${one.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Block>
  );
}

/** The report on what was decided so far, as a draft. */
function ReportPaper({ round, render }: Pick<ListProps, 'render'> & { readonly round: string }) {
  const t = useWords(recognitionWords);
  return (
    <MakePaper
      label={t('report')}
      made={t('reportMade')}
      open={t('openPaper')}
      send={(commandId) => sendReportPaper(round, commandId)}
      renderDocument={render}
    />
  );
}

function Decisions({ desk, render, actions }: ListProps & { readonly actions: ReactNode }) {
  const t = useWords(recognitionWords);
  return (
    <Block title={t('decisions')} actions={desk.decisions.length === 0 ? null : actions}>
      {desk.decisions.length === 0 ? (
        <p className={styles.second}>{t('noDecisions')}</p>
      ) : (
        <TableBox className={styles.box} label={t('decisions')}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('decisions')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('number')}</th>
                <th scope="col">{t('commune')}</th>
                <th scope="col">{t('decidedOn')}</th>
                <ColumnHeads words={LISTS} t={t} className={styles.number} />
              </tr>
            </thead>
            <tbody>
              {desk.decisions.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{render(one.id, one.number)}</th>
                  <td>{one.commune?.name ?? '…'}</td>
                  <td>{formatDay(one.decidedOn)}</td>
                  {LISTS.map((list) => (
                    <td key={list} className={styles.number}>
                      {formatCount(one.counts[list])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Block>
  );
}
