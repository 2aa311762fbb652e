import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { standardsQuery } from '../../features/standard/standard.api.ts';
import { StandardTable } from '../../features/standard/standard-table.tsx';
import { standardsWords } from '../../features/standard/standards.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';

/** `/quan-tri/chuan-ngheo`: which standards there are, and their state. */
export function StandardsPage() {
  const t = useWords(standardsWords);
  const standards = useQuery(standardsQuery);
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('lead')}</p>
      <p className="no-print">
        <Link to="/quan-tri/thu-chuan">{t('simulationTitle')}</Link>
      </p>
      <Answer query={standards} rows={5}>
        {(data) =>
          data.standards.length === 0 ? (
            <Notice kind="empty" title={t('noneKnown')} />
          ) : (
            <StandardTable
              standards={data.standards}
              renderLink={(standard, title) => (
                <Link to="/quan-tri/chuan-ngheo/$id" params={{ id: standard.id }}>
                  {title}
                </Link>
              )}
            />
          )
        }
      </Answer>
    </>
  );
}
