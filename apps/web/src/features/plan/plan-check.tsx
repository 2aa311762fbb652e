import type { PlanCheckReport } from '@benvung/contract/plan';
import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { BringDocument } from './bring-document.tsx';
import { CheckedText } from './checked-text.tsx';
import { FindingList } from './finding-list.tsx';
import { stepFinding } from './marked-lines.ts';
import { type Brought, checkPlan } from './plan.api.ts';
import { planWords } from './plan.words.ts';
import styles from './plan-check.module.css';
import { useCorrectedCopy } from './use-corrected-copy.ts';
import { useKeptReasons } from './use-kept-reasons.ts';

interface PlanCheckProps {
  /** Makes a plan of the checked document; absent for who makes none. */
  readonly onPlan?: (document: Brought) => void;
  readonly making: boolean;
}

/** A document is brought, read and checked; nothing of it stays on the server. */
export function PlanCheck({ onPlan, making }: PlanCheckProps) {
  const t = useWords(planWords);
  const language = useLanguage();
  const [report, setReport] = useState<PlanCheckReport | null>(null);
  const checking = useCommand({
    send: (document: Brought) => checkPlan(document, language),
    onDone: setReport,
  });
  const brought = checking.variables;
  // Of several dropped at once the first is checked, the others are offered beside its findings.
  const busy = useRef(false);
  const [waiting, setWaiting] = useState<readonly Brought[]>([]);
  const bring = (document: Brought) => {
    if (busy.current) return setWaiting((before) => [...before, document]);
    busy.current = true;
    checking.mutate(document, {
      onError: () => {
        busy.current = false;
      },
    });
  };
  const leave = () => {
    busy.current = false;
    setReport(null);
  };
  const [next, ...others] = waiting;
  const takeNext =
    next === undefined
      ? null
      : {
          words: t('nextFile', { file: next.name, count: waiting.length }),
          take: () => {
            leave();
            setWaiting(others);
            bring(next);
          },
        };
  if (report !== null)
    return (
      <CheckedPlan
        key={report.file}
        report={report}
        making={making}
        {...(onPlan === undefined || brought === undefined ? {} : { onPlan: () => onPlan(brought) })}
        next={takeNext}
        onAnother={() => {
          setWaiting([]);
          leave();
        }}
      />
    );
  return (
    <div className={styles.stack}>
      <p>{t('lead')}</p>
      <BringDocument busy={checking.isPending} onBrought={bring} />
      <div role="status">{checking.isPending ? t('checking') : null}</div>
      {checking.isError ? <ProblemNotice error={checking.error} /> : null}
      {takeNext !== null && !checking.isPending ? (
        <div>
          <Button variant="outline" onClick={takeNext.take}>
            {takeNext.words}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface CheckedPlanProps {
  readonly report: PlanCheckReport;
  readonly making: boolean;
  readonly onPlan?: () => void;
  /** The next of several files that were dropped. */
  readonly next: { readonly words: string; readonly take: () => void } | null;
  readonly onAnother: () => void;
}

function CheckedPlan({ report, making, onPlan, next, onAnother }: CheckedPlanProps) {
  const t = useWords(planWords);
  const { findings, checked } = report;
  const [active, setActive] = useState<number | null>(null);
  const { reasons, put } = useKeptReasons(report);
  const copy = useCorrectedCopy(report);
  const box = useRef<HTMLDivElement>(null);
  const showLine = useCallback((line: number) => {
    box.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center' });
  }, []);
  const open = useCallback(
    (finding: number) => {
      setActive(finding);
      const line = findings[finding]?.line;
      if (line !== undefined) showLine(line);
      box.current?.querySelector(`[data-finding="${finding}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [findings, showLine],
  );
  const unanswered = findings.flatMap((_finding, at) => (reasons.has(at) ? [] : [at]));
  useStepKeys((by) => {
    const next = stepFinding(unanswered, active, by);
    if (next !== null) open(next);
  });
  const counted = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return (
    <div className={styles.stack} ref={box}>
      <div className={styles.bar}>
        <strong className={styles.file}>{report.file}</strong>
        <span role="status">
          {t('counts', { errors: counted('error'), warnings: counted('warning'), notes: counted('info') })}
        </span>
        <span className={styles.acts}>
          {copy.sure.size === 0 ? null : (
            <Button variant="outline" disabled={copy.ticked.size === 0} onClick={copy.save}>
              {t('corrected', { count: copy.ticked.size })}
            </Button>
          )}
          <Button variant="outline" onClick={() => window.print()}>
            {t('print')}
          </Button>
          {onPlan === undefined ? null : (
            <Button loading={making} onClick={onPlan}>
              {t('makePlan')}
            </Button>
          )}
          {next === null ? null : (
            <Button variant="outline" onClick={next.take}>
              {next.words}
            </Button>
          )}
          <Button variant="outline" onClick={onAnother}>
            {t('another')}
          </Button>
        </span>
      </div>
      {findings.length === 0 ? <Notice kind="done" title={t('nothing', { kinds: checked.length })} /> : null}
      <div className={styles.sides}>
        <CheckedText text={report.text} findings={findings} active={active} onOpen={open} />
        {findings.length === 0 ? null : (
          <div className={styles.right}>
            <p className={styles.keys}>{t('keys')}</p>
            <FindingList
              findings={findings}
              active={active}
              reasons={reasons}
              onOpen={open}
              onLine={showLine}
              onReason={(finding, reason) => {
                put(finding, reason);
                // What is right as it is is not corrected.
                if (reason !== null) copy.tick(finding, false);
              }}
              sure={copy.sure}
              ticked={copy.ticked}
              onTick={copy.tick}
            />
          </div>
        )}
      </div>
      <details>
        <summary>{t('kinds')}</summary>
        <ul>
          {checked.map(({ rule, title }) => (
            <li key={rule}>{title}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** F8 goes to the next finding, Shift+F8 to the one before. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  const last = useRef(step);
  last.current = step;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      last.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
