import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { dutiesQueryOf } from '../../features/plan/duty/duty.api.ts';
import { dutyWords } from '../../features/plan/duty/duty.words.ts';
import { DutyList } from '../../features/plan/duty/duty-list.tsx';
import { Answer } from '../../platform/answer.tsx';
import { TableExport } from '../../platform/export/table-export.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { factsOf } from './duty-head.tsx';
import { dutyLink } from './duty-link.tsx';
import { PlacePath } from './place-path.tsx';

/** "Báo cáo phải nộp": the reports of one's own desks, by deadline. */
export function ReportsDuePage() {
  const t = useWords(dutyWords);
  const { today } = useSession();
  const { unit } = usePlace();
  const { nam = Number(today.slice(0, 4)), trang = 1 } = useSearch({ from: '/viec-giao/bao-cao' });
  const navigate = useNavigate({ from: '/viec-giao/bao-cao' });
  const list = useQuery(
    dutiesQueryOf({ unit: unit.id, year: nam, whose: 'mine', kind: 'report', page: trang }),
  );
  const all = (
    <Button variant="outline" renderRoot={(props) => <Link {...props} to="/viec-giao" />}>
      {t('title')}
    </Button>
  );
  return (
    <>
      <PlacePath />
      <PageHeading>{t('reportsDue')}</PageHeading>
      <p className="no-print">{t('reportsDueLead')}</p>
      <Answer query={list} rows={6}>
        {(data) =>
          data.duties.length === 0 ? (
            <Notice kind="empty" title={t('noReports', { year: nam })} actions={all} />
          ) : (
            <>
              <TableExport
                title={t('reportsDue')}
                place={data.unit.name}
                facts={factsOf(data.sums, data.today, t)}
              >
                <DutyList duties={data.duties} renderDuty={dutyLink} />
              </TableExport>
              <PagesOfList
                page={data.page}
                t={t}
                onPage={(to) => void navigate({ search: (last) => ({ ...last, trang: to }) })}
              />
            </>
          )
        }
      </Answer>
    </>
  );
}
