import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  comparisonQuery,
  type DifferenceKind,
  differencesQuery,
  exportDifferences,
  type OpenedNumbers,
} from '../../features/exchange/comparison.api.ts';
import { comparisonWords } from '../../features/exchange/comparison.words.ts';
import { DifferenceTable } from '../../features/exchange/difference-table.tsx';
import styles from '../../features/exchange/exchange.module.css';
import { OpenNumbers } from '../../features/exchange/open-numbers.tsx';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { formatCount } from '../../platform/formats.ts';
import { isMissing } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { JobProgress } from '../../platform/jobs/job-progress.tsx';
import { jobsQuery } from '../../platform/jobs/jobs.api.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pages } from '../../ui/pages.tsx';

const KINDS = ['differs', 'ambiguous', 'missingOurs', 'missingTheirs'] as const;

export function ComparisonPage() {
  const t = useWords(comparisonWords);
  const { id } = useParams({ from: '/nhap-excel/doi-chieu/$id' });
  const comparison = useQuery(comparisonQuery(id));
  const [kind, setKind] = useState<DifferenceKind>('differs');
  const back = <Link to="/nhap-excel/doi-chieu">{t('before')}</Link>;
  const job = useQuery(jobsQuery).data?.jobs.find(
    (one) => one.id === comparison.data?.jobId && (one.state === 'waiting' || one.state === 'running'),
  );
  if (isMissing(comparison.error)) return <MissingPage title={t('notFound')} wayBack={back} />;
  return (
    <>
      <p className="no-print">{back}</p>
      <PageHeading title={t('title')}>{comparison.data?.file ?? t('title')}</PageHeading>
      <Answer query={comparison} rows={8}>
        {({ counts, problem }) => (
          <>
            {job === undefined ? null : (
              <Notice kind="note" title={<JobProgress job={job} />}>
                <p>{t('leave')}</p>
              </Notice>
            )}
            {problem === null ? null : <Notice kind="error" title={problem.title} />}
            {counts === null ? null : (
              <>
                <p>{t('counts', { rows: formatCount(counts.rows), same: formatCount(counts.same) })}</p>
                <nav aria-label={t('kinds')} className={styles.tabs}>
                  {KINDS.map((one) => (
                    <Button
                      key={one}
                      variant={one === kind ? 'filled' : 'outline'}
                      aria-pressed={one === kind}
                      onClick={() => setKind(one)}
                    >
                      {t(one, { count: formatCount(counts[one]) })}
                    </Button>
                  ))}
                </nav>
                <Differences key={kind} id={id} kind={kind} />
                <ExportMenu
                  personal
                  closed={[{ value: 'identityNumber', label: t('wholeNumbers') }]}
                  load={(choice) => exportDifferences(id, choice)}
                />
              </>
            )}
          </>
        )}
      </Answer>
    </>
  );
}

function Differences({ id, kind }: { readonly id: string; readonly kind: DifferenceKind }) {
  const t = useWords(comparisonWords);
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<OpenedNumbers>(new Map());
  const list = useQuery(differencesQuery(id, kind, page));
  return (
    <Answer query={list} rows={6}>
      {(data) =>
        data.differences.length === 0 ? (
          <Notice kind="empty" title={t('nothing')} />
        ) : (
          <>
            <OpenNumbers
              comparisonId={id}
              numbers={data.differences.map(({ number }) => number)}
              onOpened={(more) => setOpened((known) => new Map([...known, ...more]))}
            />
            <DifferenceTable
              comparisonId={id}
              opened={opened}
              differences={data.differences}
              household={(household, children) => (
                <Link to="/ho/$id" params={{ id: household }}>
                  {children}
                </Link>
              )}
            />
            <Pages
              page={page}
              pages={Math.max(1, Math.ceil(data.page.total / data.page.pageSize))}
              texts={{
                label: t('paging'),
                previous: t('previous'),
                next: t('next'),
                at: (at, all) => t('page', { page: at, pages: all }),
              }}
              onPage={setPage}
            />
          </>
        )
      }
    </Answer>
  );
}
