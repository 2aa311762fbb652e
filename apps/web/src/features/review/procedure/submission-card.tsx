import type { SubmissionView } from '@benvung/contract/review-recognition';
import { Button, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../desk.module.css';
import { PROCEDURE_KEYS } from './procedure.api.ts';
import { ReasonForm } from './reason-form.tsx';
import { sendOpinion, sendRecall } from './recognition.api.ts';
import { recognitionWords } from './recognition.words.ts';

interface SubmissionCardProps {
  readonly view: SubmissionView;
  readonly mayRecall: boolean;
  readonly renderClass: (householdClass: string | null) => ReactNode;
  readonly renderCase: (id: string, head: string) => ReactNode;
}

/** What was submitted, and the superior's opinion on it: clear all, or return some with their reasons. */
export function SubmissionCard(props: SubmissionCardProps) {
  const { view, mayRecall } = props;
  const t = useWords(recognitionWords);
  const [returned, setReturned] = useState<ReadonlyMap<string, string>>(new Map());
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
      <Lines {...props} {...{ returned, setReturned }} />
      {view.mayAnswer ? <Opinion view={view} returned={returned} /> : null}
      {mayRecall && view.state === 'submitted' ? <Recall view={view} /> : null}
      <p className={styles.hint}>{t('hash', { hash: view.contentHash.slice(0, 16) })}</p>
    </>
  );
}

function Movements({ view, renderClass }: SubmissionCardProps) {
  const t = useWords(recognitionWords);
  const shown = (of: string) => (of === 'NONE' ? t('NONE') : renderClass(of));
  return (
    <Block title={t('movements')}>
      <div className={styles.box}>
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
      </div>
    </Block>
  );
}

interface LinesProps extends SubmissionCardProps {
  readonly returned: ReadonlyMap<string, string>;
  readonly setReturned: (returned: ReadonlyMap<string, string>) => void;
}

function Lines({ view, renderClass, renderCase, returned, setReturned }: LinesProps) {
  const t = useWords(recognitionWords);
  const toggle = (id: string) => {
    const next = new Map(returned);
    if (!next.delete(id)) next.set(id, '');
    setReturned(next);
  };
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('submissions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('head')}</th>
            <th scope="col">{t('village')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('result')}</th>
            <th scope="col">{t('answer')}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((one) => (
            <tr key={one.caseId}>
              <th scope="row">{renderCase(one.caseId, one.head)}</th>
              <td>{one.village}</td>
              <td>{one.opening === null ? '–' : renderClass(one.opening)}</td>
              <td>{renderClass(one.class)}</td>
              <td>
                {view.mayAnswer ? (
                  <div className={styles.line}>
                    <label className={styles.line}>
                      <input
                        type="checkbox"
                        className={styles.check}
                        checked={returned.has(one.caseId)}
                        onChange={() => toggle(one.caseId)}
                      />
                      {t('returnThis')}
                      <span className="visually-hidden">{one.head}</span>
                    </label>
                    {returned.has(one.caseId) ? (
                      <TextInput
                        aria-label={t('reasonOf', { head: one.head })}
                        placeholder={t('reason')}
                        value={returned.get(one.caseId) ?? ''}
                        maxLength={1000}
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
    </div>
  );
}

function Opinion({
  view,
  returned,
}: {
  readonly view: SubmissionView;
  readonly returned: ReadonlyMap<string, string>;
}) {
  const t = useWords(recognitionWords);
  const [number, setNumber] = useState('');
  const [opinion, setOpinion] = useState('');
  const [attempt, setAttempt] = useState(0);
  const give = useCommand({
    send: (body: object, commandId) => sendOpinion(view.id, { ...body, commandId }),
    changes: PROCEDURE_KEYS,
    done: (told) => t('given', { clear: formatCount(told.cleared), back: formatCount(told.returned) }),
  });
  const unreasoned = [...returned.values()].some((reason) => reason.trim() === '');
  const send = () => {
    setAttempt(attempt + 1);
    if (unreasoned) return;
    give.mutate({
      version: view.version,
      number: number.trim(),
      opinion: opinion.trim(),
      returned: [...returned].map(([caseId, reason]) => ({ caseId, reason: reason.trim() })),
    });
  };
  return (
    <div className={styles.form}>
      {attempt > 0 && unreasoned ? <Notice kind="error" title={t('reasonMissing')} /> : null}
      {give.isError ? <ProblemNotice error={give.error} /> : null}
      <TextInput
        label={t('opinionNumber')}
        value={number}
        maxLength={60}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Textarea
        label={t('opinionText')}
        value={opinion}
        maxLength={2000}
        onChange={(event) => setOpinion(event.currentTarget.value)}
      />
      <div>
        <Button loading={give.isPending} onClick={send}>
          {t('give', {
            clear: formatCount(view.lines.length - returned.size),
            back: formatCount(returned.size),
          })}
        </Button>
      </div>
    </div>
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
