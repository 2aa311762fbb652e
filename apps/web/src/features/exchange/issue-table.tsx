import type {
  BatchIssueView,
  BatchView,
  CellCorrectionView,
  MatchDecisionView,
} from '@benvung/contract/exchange-batch';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { TableHead } from '../../ui/table-head.tsx';
import { issuesQuery } from './exchange.api.ts';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';
import { correctionOf, fixFor, isMended } from './issue-fixes.ts';
import { IssueRow } from './issue-row.tsx';

interface IssueTableProps {
  readonly batch: BatchView;
  /** Whether cells may be put right now. */
  readonly open: boolean;
  readonly corrections: readonly CellCorrectionView[];
  readonly household: (id: string, children: ReactNode) => ReactNode;
  readonly onCorrect: (correction: CellCorrectionView) => void;
  readonly onDecide: (decision: MatchDecisionView) => void;
}

const ROW_PX = 44;

/** Every message of a file, drawn as it comes into sight; F8 walks through what is still wrong. */
export function IssueTable(props: IssueTableProps) {
  const { batch, open, corrections, household, onCorrect, onDecide } = props;
  const t = useWords(exchangeWords);
  // While a file is read again the old messages still answer: those of the finished reading are asked for anew.
  const reading = batch.state === 'waiting' || batch.state === 'checking' ? 'running' : 'over';
  const answer = useInfiniteQuery(issuesQuery(batch.id, `${batch.jobId ?? ''} ${reading}`));
  const issues = useMemo(() => answer.data?.pages.flatMap((page) => page.issues) ?? [], [answer.data]);
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [editing, setEditing] = useState<number | null>(null);
  const rows = useVirtualizer({
    count: issues.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  useEffect(() => {
    if (lastDrawn >= issues.length - 30 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [lastDrawn, issues.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const go = (index: number) => {
    if (index < 0 || index >= issues.length) return;
    setAt(index);
    rows.scrollToIndex(index, { align: 'auto' });
    // A row in sight is reached at once, so that a key pressed right after F8 finds it.
    const reach = () => box.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);
    const row = reach();
    if (row) row.focus();
    else requestAnimationFrame(() => reach()?.focus());
  };
  const next = (step: 1 | -1) => {
    const inTable = box.current?.contains(document.activeElement) === true;
    for (let index = inTable ? at + step : at; index >= 0 && index < issues.length; index += step) {
      const issue = issues[index];
      if (issue !== undefined && issue.severity === 'error' && !isMended(issue, corrections))
        return go(index);
    }
  };
  const goNext = useRef(next);
  goNext.current = next;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F8' || event.isComposing) return;
      event.preventDefault();
      goNext.current(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const onRowKey = (event: KeyboardEvent, index: number, issue: BatchIssueView) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const [first] = issue.fixes;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      ...(open && first !== undefined && issue.editable
        ? {
            Enter: () => {
              onCorrect(correctionOf(issue, first.to, issue.equal > 1));
              next(1);
            },
          }
        : {}),
      ...(open && issue.editable ? { F2: () => setEditing(index) } : {}),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  if (answer.isError) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data !== undefined && issues.length === 0) return <p>{t('noProblems')}</p>;
  const total = answer.data?.pages[0]?.total ?? 0;
  const all = (batch.report?.errors ?? 0) + (batch.report?.warnings ?? 0);
  const above = drawn[0]?.start ?? 0;
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <>
      {open ? <p className={styles.second}>{t('keys')}</p> : null}
      <div ref={box} className={styles.issues}>
        <table className={styles.table} aria-rowcount={total + 1}>
          <caption className="visually-hidden">{t('problems')}</caption>
          <TableHead words={['cell', 'value', 'message', 'fix']} t={t} />
          <tbody>
            {above > 0 ? <Spacer height={above} /> : null}
            {drawn.map(({ index }) => {
              const issue = issues[index];
              return issue === undefined ? null : (
                <IssueRow
                  key={issue.number}
                  issue={issue}
                  index={index}
                  current={index === at}
                  open={open}
                  editing={editing === index}
                  mended={fixFor(issue, corrections)}
                  measure={rows.measureElement}
                  onFocus={() => setAt(index)}
                  onKeyDown={(event) => onRowKey(event, index, issue)}
                  onEdit={(on) => setEditing(on ? index : null)}
                  decision={decisionOf(issue, batch.matches)}
                  household={household}
                  onDecide={(candidate, same) => onDecide({ at: issue.at, candidate, same })}
                  onCorrect={(to, everywhere) => {
                    onCorrect(correctionOf(issue, to, everywhere));
                    setEditing(null);
                  }}
                />
              );
            })}
            {below > 0 ? <Spacer height={below} /> : null}
          </tbody>
        </table>
      </div>
      {all > total && total > 0 ? (
        <p className={styles.second}>{t('firstOnly', { shown: formatCount(total) })}</p>
      ) : null}
    </>
  );
}

/** What the last decision on a household of the file says; as it was read when none came after. */
function decisionOf({ at, match }: BatchIssueView, decisions: readonly MatchDecisionView[]): boolean | null {
  if (match === null) return null;
  const last = decisions.findLast((one) => one.at === at && one.candidate === match.candidate);
  return last === undefined ? match.same : last.same;
}

/** Stands for the rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  return (
    <tr>
      <td colSpan={4} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
