import type { JobView } from '@benvung/contract/jobs';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { formatInstant } from '../formats.ts';
import { useLanguage, useWords } from '../i18n.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useCommand } from '../use-command.ts';
import { JobProgress } from './job-progress.tsx';
import { jobsQuery, markJobsSeen, stopJob } from './jobs.api.ts';
import { jobsWords } from './jobs.words.ts';
import styles from './jobs-bell.module.css';

interface JobsBellProps {
  /** A link of the router to a job's page. */
  readonly link: (to: string, children: ReactNode) => ReactNode;
}

const isOpen = ({ state }: JobView): boolean => state === 'waiting' || state === 'running';

/** "Việc chạy nền": what one has running, how far it is, and what has ended since one last looked. */
export function JobsBell({ link }: JobsBellProps) {
  const t = useWords(jobsWords);
  const jobs = useQuery(jobsQuery).data?.jobs ?? [];
  const running = jobs.filter(isOpen).length;
  const unseen = jobs.filter((job) => !isOpen(job) && !job.seen).length;
  const seen = useCommand({
    send: (_input: null, commandId) => markJobsSeen(commandId),
    changes: [['jobs']],
  });
  useToldWhenDone(jobs);
  const label =
    running > 0
      ? t('running', { count: running })
      : unseen > 0
        ? t('finished', { count: unseen })
        : t('title');
  return (
    <Disclosure
      className={styles.bell}
      label={label}
      summary={
        <span className={styles.summary}>
          <Glyph shape="bell" size={20} />
          {running + unseen > 0 ? (
            <span className={running > 0 ? styles.running : styles.unseen}>{running || unseen}</span>
          ) : null}
        </span>
      }
      onToggle={(open) => {
        if (open && unseen > 0) seen.mutate(null);
      }}
    >
      <div className={styles.panel}>
        <h2>{t('title')}</h2>
        {jobs.length === 0 ? <p className={styles.none}>{t('none')}</p> : null}
        <ul>
          {jobs.map((job) => (
            <OneJob key={job.id} job={job} link={link} />
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}

function OneJob({ job, link }: JobsBellProps & { readonly job: JobView }) {
  const t = useWords(jobsWords);
  const language = useLanguage();
  const stop = useCommand({ send: (id: string, commandId) => stopJob(id, commandId), changes: [['jobs']] });
  const title = job.title[language];
  const states = {
    waiting: t('waiting'),
    running: t('inProgress'),
    done: t('done'),
    failed: t('failed'),
    stopped: t('stopped'),
  };
  return (
    <li className={styles.job}>
      <p className={styles.title}>{job.page === null ? title : link(job.page, title)}</p>
      {isOpen(job) ? <JobProgress job={job} /> : null}
      <p className={styles.state}>
        <strong data-state={job.state}>
          {isOpen(job) && job.stopAsked ? t('stopping') : states[job.state]}
        </strong>
        {' · '}
        {job.finishedAt === null
          ? t('started', { time: formatInstant(job.createdAt) })
          : t('ended', { time: formatInstant(job.finishedAt) })}
      </p>
      {job.problem === null ? null : <p>{job.problem.title}</p>}
      {isOpen(job) && !job.stopAsked ? (
        <Button variant="outline" size="xs" loading={stop.isPending} onClick={() => stop.mutate(job.id)}>
          {t('stop')}
        </Button>
      ) : null}
      {stop.isError ? <ProblemNotice error={stop.error} /> : null}
    </li>
  );
}

/** Says what ends while another page is open. */
function useToldWhenDone(jobs: readonly JobView[]): void {
  const t = useWords(jobsWords);
  const language = useLanguage();
  const wasOpen = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs) {
      if (isOpen(job)) wasOpen.current.add(job.id);
      else if (wasOpen.current.delete(job.id) && job.state !== 'stopped') {
        const title = job.title[language];
        showToast(
          job.state === 'done'
            ? { text: t('toastDone', { title }) }
            : { text: t('toastFailed', { title }), kind: 'error' },
        );
      }
    }
  }, [jobs, t, language]);
}
