import type { DutyList } from '@benvung/contract/review-deadline';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { deadlinesQuery } from '../../features/review/deadline/deadline.api.ts';
import { deadlineWords } from '../../features/review/deadline/deadline.words.ts';
import { DeadlineList } from '../../features/review/deadline/deadline-list.tsx';
import { Answer } from '../../platform/answer.tsx';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';
import { UnitLink } from './unit-link.tsx';

/** What is due and late in a place, by day. */
export function DeadlinesPage() {
  const t = useWords(deadlineWords);
  const { unit } = usePlace();
  const { trang = 1 } = useSearch({ from: '/ra-soat/thoi-han' });
  const isNation = unit.level === 'nation';
  const duties = useQuery({ ...deadlinesQuery(unit.id, trang), enabled: !isNation });
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      {isNation ? (
        <Notice kind="empty" title={t('nation')}>
          <p>{t('nationHint')}</p>
        </Notice>
      ) : (
        <>
          <p className="no-print">{t('lead')}</p>
          <Answer query={duties} rows={8}>
            {(list) => <Duties list={list} />}
          </Answer>
        </>
      )}
    </>
  );
}

function Duties({ list }: { readonly list: DutyList }) {
  const t = useWords(deadlineWords);
  const navigate = useNavigate({ from: '/ra-soat/thoi-han' });
  const { unit, today, late, duties, page } = list;
  if (duties.length === 0)
    return (
      <Notice kind="empty" title={t('none', { unit: unit.name })}>
        <p>{t('noneHint')}</p>
      </Notice>
    );
  const facts = [
    t('onDay', { day: formatDay(today) }),
    ...(late === 0 ? [] : [t('lateCount', { count: formatCount(late) })]),
  ];
  return (
    <>
      <p>
        {facts.join(' · ')}{' '}
        <Button className="no-print" variant="outline" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </p>
      <TableExport title={t('title')} place={unit.name} facts={facts}>
        <DeadlineList list={list} renderUnit={(one) => <UnitLink unit={one} />} />
      </TableExport>
      <PagesOfList
        page={page}
        t={t}
        onPage={(trang) => void navigate({ search: (last) => ({ ...last, trang }) })}
      />
    </>
  );
}
