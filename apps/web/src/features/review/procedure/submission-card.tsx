import type { NumberingTold } from '@benvung/contract/document-numbering';
import type { SubmissionView } from '@benvung/contract/review-recognition';
import { Button, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { TableHead } from '../../../ui/table-head.tsx';
import styles from '../desk.module.css';
import { NUMBERED_KEYS, PROCEDURE_KEYS } from './procedure.api.ts';
import { ReasonForm } from './reason-form.tsx';
import { sendOpinion, sendOutsideOpinion, sendRecall } from './recognition.api.ts';
import { recognitionWords } from './recognition.words.ts';
import type { RenderNumbering } from './render-numbering.ts';

interface SubmissionCardProps {
  readonly view: SubmissionView;
  readonly today: string;
  readonly mayRecall: boolean;
  readonly renderNumbering: RenderNumbering;
  /** The form of a paper that came in; it answers the paper's id. */
  readonly renderIncoming: (onKept: (documentId: string) => void) => ReactNode;
  readonly renderClass: (householdClass: string | null) => ReactNode;
  readonly renderCase: (id: string, head: string) => ReactNode;
}

/** What was submitted, and the superior's opinion on it: clear all, or return some with their reasons. */
export function SubmissionCard(props: SubmissionCardProps) {
  const { view, mayRecall } = props;
  const t = useWords(recognitionWords);
  const [returned, setReturned] = useState<ReadonlyMap<string, string>>(new Map());
  const [tried, setTried] = useState(false);
  const [outside, setOutside] = useState(false);
  const mayMark = view.mayAnswer || outside;
  return (
    <>
      <p>
        {t('sentLine', {
          day: formatDay(view.submittedOn),
          by: view.submittedBy,
          superior: view.superior,
          due: formatDay(view.dueOn),
        })}
      </p>
      {view.opinionOn === null ? null : (
        <Notice
          kind="done"
          title={t('answeredLine', {
            day: formatDay(view.opinionOn),
            by: view.opinionBy ?? '',
            number: view.opinionNumber === null ? '' : `, ${view.opinionNumber}`,
          })}
        >
          {view.opinion === null ? null : <p>{view.opinion}</p>}
        </Notice>
      )}
      <Movements {...props} />
      <Lines {...props} {...{ mayMark, returned, setReturned, tried }} />
      {view.mayAnswer ? <Opinion {...props} {...{ returned, tried, setTried }} /> : null}
      {mayRecall && view.state === 'submitted' ? (
        <>
          {outside ? (
            <OutsideOpinion {...props} returned={returned} />
          ) : (
            <div>
              <Button variant="outline" onClick={() => setOutside(true)}>
                {t('superiorOutside')}
              </Button>
            </div>
          )}
          <Recall view={view} />
        </>
      ) : null}
      <p className={styles.hint}>{t('hash', { hash: view.contentHash.slice(0, 16) })}</p>
    </>
  );
}

function Movements({ view, renderClass }: SubmissionCardProps) {
  const t = useWords(recognitionWords);
  const shown = (of: string) => (of === 'NONE' ? t('NONE') : renderClass(of));
  return (
    <Block title={t('movements')}>
      <TableBox className={styles.box} label={t('movements')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('movements')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('to')}</th>
              <th scope="col" className={styles.number}>
                {t('households')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.movements.map(({ from, to, households }) => (
              <tr key={`${from} ${to}`}>
                <td>{shown(from)}</td>
                <td>{shown(to)}</td>
                <td className={styles.number}>{formatCount(households)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Block>
  );
}

interface LinesProps extends SubmissionCardProps {
  /** Whoever answers, or records an answer on paper, marks the lines that come back. */
  readonly mayMark: boolean;
  readonly returned: ReadonlyMap<string, string>;
  readonly setReturned: (returned: ReadonlyMap<string, string>) => void;
  /** An answer was tried: what it lacks is said at its line. */
  readonly tried: boolean;
}

function Lines({ view, mayMark, renderClass, renderCase, returned, setReturned, tried }: LinesProps) {
  const t = useWords(recognitionWords);
  const toggle = (id: string) => {
    const next = new Map(returned);
    if (!next.delete(id)) next.set(id, '');
    setReturned(next);
  };
  return (
    <TableBox className={styles.box} label={t('submissions')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('submissions')}</caption>
        <TableHead words={['head', 'village', 'before', 'result', 'answer']} t={t} />
        <tbody>
          {view.lines.map((one) => (
            <tr key={one.caseId}>
              <th scope="row">{renderCase(one.caseId, one.head)}</th>
              <td>{one.village}</td>
              <td>{one.opening === null ? '–' : renderClass(one.opening)}</td>
              <td>{renderClass(one.class)}</td>
              <td>
                {mayMark ? (
                  <div className={styles.line}>
                    <label className={styles.line}>
                      <input
                        type="checkbox"
                        className={styles.check}
                        aria-label={`${t('returnThis')}: ${one.head}`}
                        checked={returned.has(one.caseId)}
                        onChange={() => toggle(one.caseId)}
                      />
                      {t('returnThis')}
                    </label>
                    {returned.has(one.caseId) ? (
                      <TextInput
                        aria-label={t('reasonOf', { head: one.head })}
                        placeholder={t('reason')}
                        value={returned.get(one.caseId) ?? ''}
                        maxLength={1000}
                        error={
                          tried && returned.get(one.caseId)?.trim() === '' ? t('reasonMissing') : undefined
                        }
                        onChange={(event) =>
                          setReturned(new Map(returned).set(one.caseId, event.currentTarget.value))
                        }
                      />
                    ) : null}
                  </div>
                ) : one.answer === null ? (
                  ''
                ) : (
                  `${t(one.answer)}${one.reason === null ? '' : `: ${one.reason}`}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

type AnswerProps = SubmissionCardProps & { readonly returned: ReadonlyMap<string, string> };

/** What both ways of answering send of the cases. */
function returnedOf(returned: ReadonlyMap<string, string>) {
  return {
    unreasoned: [...returned.values()].some((reason) => reason.trim() === ''),
    lines: [...returned].map(([caseId, reason]) => ({ caseId, reason: reason.trim() })),
  };
}

interface OpinionProps extends AnswerProps {
  readonly tried: boolean;
  readonly setTried: (tried: boolean) => void;
}

function Opinion({ view, today, returned, renderNumbering, tried, setTried }: OpinionProps) {
  const t = useWords(recognitionWords);
  const [told, setTold] = useState<NumberingTold | null>(null);
  const [opinion, setOpinion] = useState('');
  const give = useCommand({
    send: (body: object, commandId) => sendOpinion(view.id, { ...body, commandId }),
    changes: NUMBERED_KEYS,
    done: ({ number, cleared, returned: back }) =>
      t('given', { number, clear: formatCount(cleared), back: formatCount(back) }),
  });
  const { unreasoned, lines } = returnedOf(returned);
  const send = () => {
    setTried(true);
    if (unreasoned || told === null || told.signatory === null) return;
    give.mutate({ version: view.version, ...told, opinion: opinion.trim(), returned: lines });
  };
  return (
    <div className={`${styles.form} no-print`}>
      {tried && unreasoned ? <Notice kind="error" title={t('reasonMissing')} /> : null}
      {give.isError ? <ProblemNotice error={give.error} /> : null}
      {view.superiorUnit === null
        ? null
        : renderNumbering({
            unit: view.superiorUnit,
            kind: 'opinion',
            day: today,
            tried,
            onChange: setTold,
          })}
      <Textarea
        label={t('opinionText')}
        value={opinion}
        maxLength={2000}
        onChange={(event) => setOpinion(event.currentTarget.value)}
      />
      <div>
        <Button loading={give.isPending} disabled={told === null} onClick={send}>
          {t('give', {
            clear: formatCount(view.lines.length - returned.size),
            back: formatCount(returned.size),
          })}
        </Button>
      </div>
    </div>
  );
}

/** A superior that does not work in the system answered on paper: the paper is kept, then what it says. */
function OutsideOpinion({ view, returned, renderIncoming }: AnswerProps) {
  const t = useWords(recognitionWords);
  const record = useCommand({
    send: (body: object, commandId) => sendOutsideOpinion(view.id, { ...body, commandId }),
    changes: NUMBERED_KEYS,
    done: ({ number, cleared, returned: back }) =>
      t('given', { number, clear: formatCount(cleared), back: formatCount(back) }),
  });
  const { unreasoned, lines } = returnedOf(returned);
  const counts = {
    clear: formatCount(view.lines.length - returned.size),
    back: formatCount(returned.size),
  };
  return (
    <Block title={t('superiorOutside')}>
      <p>{t('superiorOutsideLead', { superior: view.superior })}</p>
      <p>{t('outsideOpinion', counts)}</p>
      {unreasoned ? <Notice kind="error" title={t('reasonMissing')} /> : null}
      {record.isError ? <ProblemNotice error={record.error} /> : null}
      {unreasoned
        ? null
        : renderIncoming((documentId) =>
            record.mutate({ version: view.version, documentId, opinion: '', returned: lines }),
          )}
    </Block>
  );
}

function Recall({ view }: { readonly view: SubmissionView }) {
  const t = useWords(recognitionWords);
  const recall = useCommand({
    send: (body: object, commandId) => sendRecall(view.id, { ...body, commandId }),
    changes: PROCEDURE_KEYS,
    done: ({ cases }) => t('recalled', { count: formatCount(cases) }),
  });
  return (
    <ReasonForm
      label={t('recallReason')}
      act={t('recall')}
      command={recall}
      onReason={(reason) => recall.mutate({ version: view.version, reason })}
    />
  );
}
