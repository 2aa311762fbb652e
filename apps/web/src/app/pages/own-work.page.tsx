import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ownWorkQuery } from '../../features/review/assignment/assignment.api.ts';
import { assignmentWords } from '../../features/review/assignment/assignment.words.ts';
import { OwnWorkList } from '../../features/review/assignment/own-work.tsx';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';

/** What the reader is to ask. */
export function OwnWorkPage() {
  const t = useWords(assignmentWords);
  const work = useQuery(ownWorkQuery());
  return (
    <>
      <PageHeading>{t('ownTitle')}</PageHeading>
      <p className="no-print">{t('ownLead')}</p>
      <Answer query={work} rows={6}>
        {(data) => (
          <OwnWorkList
            work={data}
            renderHousehold={({ round, village }, id, head) => (
              <Link to="/nhap-phieu/$dot/$ho" params={{ dot: round, ho: id }} search={{ thon: village }}>
                {head}
              </Link>
            )}
          />
        )}
      </Answer>
    </>
  );
}
