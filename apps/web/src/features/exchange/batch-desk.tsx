import type { BatchView, CellCorrectionView, MatchDecisionView } from '@benvung/contract/exchange-batch';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatCount, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { JobProgress } from '../../platform/jobs/job-progress.tsx';
import { jobsQuery } from '../../platform/jobs/jobs.api.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BatchFigures } from './batch-figures.tsx';
import { BatchSteps } from './batch-steps.tsx';
import { ColumnPairs } from './column-pairs.tsx';
import { actOnBatch, type BatchAct, batchFileAddress, type Reading, readAgain } from './exchange.api.ts';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';
import { IssueTable } from './issue-table.tsx';
import { OldLetters } from './old-letters.tsx';
import { OtherFile } from './other-file.tsx';

interface BatchDeskProps {
  readonly batch: BatchView;
  /** The list of a unit's households. */
  readonly households: (children: ReactNode) => ReactNode;
  /** One known household. */
  readonly household: (id: string, children: ReactNode) => ReactNode;
  readonly refetch: () => void;
  readonly onBrought: (batchId: string) => void;
}

/** One file from its reading to its writing, and back. */
export function BatchDesk({ batch, households, household, refetch, onBrought }: BatchDeskProps) {
  const t = useWords(exchangeWords);
  const job = useJobOf(batch, refetch);
  const changes = [['batches'], ['jobs']];
  const read = useCommand({
    send: (reading: Reading, commandId) =>
      readAgain({ id: batch.id, version: batch.version, ...reading }, commandId),
    changes,
  });
  const act = useCommand({
    send: (what: BatchAct, commandId) =>
      actOnBatch({ id: batch.id, version: batch.version, act: what }, commandId),
    changes,
  });
  const isOpen = (batch.state === 'checked' || batch.state === 'refused') && job === undefined;
  const correct = (correction: CellCorrectionView) => read.mutate({ corrections: [correction], later: true });
  const decide = (decision: MatchDecisionView) => read.mutate({ matches: [decision], later: true });
  return (
    <>
      <BatchSteps batch={batch} />
      {job === undefined ? null : (
        <Notice kind="note" title={<JobProgress job={job} />}>
          <p>{t('leave')}</p>
        </Notice>
      )}
      {batch.problem === null ? null : <Notice kind="error" title={batch.problem.title} />}
      {isOpen && batch.found !== null && batch.encoding === null ? (
        <OldLetters found={batch.found} busy={read.isPending} onRead={read.mutate} />
      ) : null}
      {batch.state === 'published' ? (
        <Published
          batch={batch}
          households={households}
          busy={job !== undefined || act.isPending}
          onAct={act.mutate}
        />
      ) : null}
      {batch.endedBy === null || batch.endedAt === null || batch.state !== 'undone' ? null : (
        <Notice
          kind="note"
          title={t('undoneBy', { who: batch.endedBy, time: formatInstant(batch.endedAt) })}
        />
      )}
      {batch.report === null ? null : <BatchFigures report={batch.report} />}
      {read.isError ? <ProblemNotice error={read.error} /> : null}
      {act.isError ? <ProblemNotice error={act.error} /> : null}
      {isOpen ? (
        <Ways
          batch={batch}
          busy={read.isPending || act.isPending}
          onRead={read.mutate}
          onAct={act.mutate}
          onBrought={onBrought}
        />
      ) : null}
      {batch.report === null ? null : (
        <Block title={t('problems')}>
          <IssueTable
            batch={batch}
            open={isOpen}
            corrections={batch.corrections}
            household={household}
            onCorrect={correct}
            onDecide={decide}
          />
        </Block>
      )}
      {batch.sheets.length === 0 ? null : (
        <Block title={t('columns')}>
          <ColumnPairs
            key={batch.jobId}
            batch={batch}
            open={isOpen}
            busy={read.isPending}
            onRead={read.mutate}
          />
        </Block>
      )}
    </>
  );
}

/** The batch's work while it runs; when it ends, the batch is asked for again. */
function useJobOf(batch: BatchView, refetch: () => void) {
  const jobs = useQuery(jobsQuery).data?.jobs ?? [];
  const found = jobs.find(
    ({ id, state }) => id === batch.jobId && (state === 'waiting' || state === 'running'),
  );
  const was = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (was.current !== undefined && found === undefined) refetch();
    was.current = found?.id;
  }, [found, refetch]);
  return found;
}

interface WaysProps {
  readonly batch: BatchView;
  readonly busy: boolean;
  readonly onRead: (reading: Reading) => void;
  readonly onAct: (act: BatchAct) => void;
  readonly onBrought: (batchId: string) => void;
}

/** What can be done with a file that was tried: write it, or why not and what instead. */
function Ways({ batch, busy, onRead, onAct, onBrought }: WaysProps) {
  const t = useWords(exchangeWords);
  const { report, pending } = batch;
  const errors = report?.errors ?? 0;
  const reason =
    report === null
      ? null
      : pending > 0
        ? t('whyNotPending', { count: formatCount(pending) })
        : errors > 0
          ? t('whyNot', { count: formatCount(errors) })
          : null;
  return (
    <div className={styles.actions}>
      {report === null ? null : (
        <>
          <Button
            disabled={reason !== null}
            loading={busy && reason === null}
            aria-describedby="why-not"
            onClick={() => onAct('publication')}
          >
            {t('write', { count: formatCount(report.households) })}
          </Button>
          <span id="why-not">{reason}</span>
        </>
      )}
      {pending > 0 ? (
        <Button variant="outline" loading={busy} onClick={() => onRead({})}>
          {t('tryAgainWith', { count: formatCount(pending) })}
        </Button>
      ) : (
        <Button variant="outline" loading={busy && reason !== null} onClick={() => onRead({})}>
          {t('tryAgain')}
        </Button>
      )}
      {batch.hasFile && report !== null && errors + (report.warnings ?? 0) > 0 ? (
        <>
          <a href={batchFileAddress(batch.id, 'marked')} download>
            {t('downloadMarked')}
          </a>
          <a href={batchFileAddress(batch.id, 'wrong')} download>
            {t('downloadWrong')}
          </a>
        </>
      ) : null}
      {batch.corrections.length > 0 ? (
        <>
          <a href={batchFileAddress(batch.id, 'corrected')} download>
            {t('downloadCorrected')}
          </a>
          <Button variant="subtle" onClick={() => onRead({ forget: true })}>
            {t('forget')}
          </Button>
        </>
      ) : null}
      <OtherFile batch={batch} onBrought={onBrought} />
      <Button variant="subtle" onClick={() => onAct('discarding')}>
        {t('discard')}
      </Button>
    </div>
  );
}

interface PublishedProps {
  readonly batch: BatchView;
  readonly households: (children: ReactNode) => ReactNode;
  readonly busy: boolean;
  readonly onAct: (act: BatchAct) => void;
}

function Published({ batch, households, busy, onAct }: PublishedProps) {
  const t = useWords(exchangeWords);
  return (
    <Notice
      kind="done"
      title={t('writtenAt', { time: formatInstant(batch.publishedAt ?? batch.createdAt) })}
      actions={
        <>
          {households(t('seeHouseholds', { unit: batch.unit.name }))}
          {batch.cannotUndo === null ? (
            <Button variant="outline" loading={busy} onClick={() => onAct('undoing')}>
              {t('undo')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{batch.cannotUndo ?? t('undoHint')}</p>
    </Notice>
  );
}
