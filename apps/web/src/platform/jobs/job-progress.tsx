import type { JobView } from '@benvung/contract/jobs';
import { formatCount } from '../formats.ts';
import { useLanguage, useWords } from '../i18n.ts';
import { jobsWords } from './jobs.words.ts';
import styles from './jobs-bell.module.css';

/** "Đã đọc 60.000/100.000" with its bar. */
export function JobProgress({ job }: { readonly job: JobView }) {
  const t = useWords(jobsWords);
  const language = useLanguage();
  const step = job.step?.[language] ?? job.title[language];
  const done = formatCount(job.done);
  const text =
    job.state === 'waiting'
      ? t('waiting')
      : job.total === null
        ? t('soFar', { step, done })
        : t('of', { step, done, total: formatCount(job.total) });
  return (
    <div className={styles.progress}>
      <progress
        aria-label={step}
        max={job.total ?? undefined}
        value={job.total === null ? undefined : job.done}
      />
      <span>{text}</span>
    </div>
  );
}
