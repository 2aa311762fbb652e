import { MOST_PRINTED_AT_ONCE, PRINT_JOB } from '@benvung/contract/document';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { saveFile } from '../../platform/export/save-file.ts';
import { formatCount } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { JobProgress } from '../../platform/jobs/job-progress.tsx';
import { jobsQuery } from '../../platform/jobs/jobs.api.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { documentsTogether, printedFile, printMany, type RegisterFilter } from './document.api.ts';
import { documentWords } from './document.words.ts';

interface PrintTogetherProps {
  readonly filter: RegisterFilter;
  /** How many the register has of them. */
  readonly total: number;
}

/** Every numbered document of a kind in one file: few at once, many as work that goes on while one is elsewhere. */
export function PrintTogether({ filter, total }: PrintTogetherProps) {
  const t = useWords(documentWords);
  const { unit, kind, year } = filter;
  const together = useMutation({
    mutationFn: () => documentsTogether({ unit, kind, year }),
    onSuccess: saveFile,
  });
  const many = useCommand({
    send: (_: null, commandId) => printMany(filter, commandId),
    changes: [['jobs']],
    done: ({ documents }) => t('printing', { count: formatCount(documents) }),
  });
  const error = together.error ?? many.error;
  return (
    <>
      <Button
        variant="outline"
        loading={together.isPending || many.isPending}
        onClick={() => (total > MOST_PRINTED_AT_ONCE ? many.mutate(null) : together.mutate())}
      >
        {t('together')}
      </Button>
      {error === null ? null : <ProblemNotice error={error} />}
    </>
  );
}

/** The last of one's own that was printed as long work: how far it is, then its file. */
export function PrintedTogether() {
  const t = useWords(documentWords);
  const language = useLanguage();
  const last = useQuery(jobsQuery).data?.jobs.find(({ kind }) => kind === PRINT_JOB);
  const get = useMutation({ mutationFn: printedFile, onSuccess: saveFile });
  if (last === undefined || last.state === 'failed' || last.state === 'stopped') return null;
  if (last.state !== 'done')
    return (
      <Notice kind="note" title={<JobProgress job={last} />}>
        <p>{t('printingLead')}</p>
      </Notice>
    );
  return (
    <div className="no-print">
      <Notice
        kind="done"
        title={last.title[language]}
        actions={
          <Button variant="outline" loading={get.isPending} onClick={() => get.mutate(last.id)}>
            {t('getPdf')}
          </Button>
        }
      >
        {get.isError ? <ProblemNotice error={get.error} /> : null}
      </Notice>
    </div>
  );
}
