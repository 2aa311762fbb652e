import type { DutyList } from '@benvung/contract/review-deadline';
import { monthOfDay } from '@benvung/domain/shared/month-grid';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarAddress } from '../../features/access/calendar-address.tsx';
import { deadlineMonthQuery, deadlinesQuery } from '../../features/review/deadline/deadline.api.ts';
import { deadlineWords } from '../../features/review/deadline/deadline.words.ts';
import { DeadlineList } from '../../features/review/deadline/deadline-list.tsx';
import styles from '../../features/review/deadline/deadline-month.module.css';
import { DeadlineMonthGrid } from '../../features/review/deadline/deadline-month.tsx';
import { Answer } from '../../platform/answer.tsx';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount, formatDay, formatWeekday } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';
import { UnitLink } from './unit-link.tsx';

/** What is due and late in a place, by day: as a list or as a month. */
export function DeadlinesPage() {
  const t = useWords(deadlineWords);
  const { unit } = usePlace();
  const { xem } = useSearch({ from: '/ra-soat/thoi-han' });
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      {unit.level === 'nation' ? (
        <Notice kind="empty" title={t('nation')}>
          <p>{t('nationHint')}</p>
        </Notice>
      ) : (
        <>
          <p className="no-print">{t('lead')}</p>
          <ShownAs />
          {xem === 'lich' ? <MonthOf unit={unit.id} /> : <ListOf unit={unit.id} />}
        </>
      )}
      <CalendarAddress />
    </>
  );
}

function ShownAs() {
  const t = useWords(deadlineWords);
  const navigate = useNavigate({ from: '/ra-soat/thoi-han' });
  const { xem } = useSearch({ from: '/ra-soat/thoi-han' });
  return (
    <fieldset className={`${styles.choice} no-print`}>
      <legend className="visually-hidden">{t('howShown')}</legend>
      {([undefined, 'lich'] as const).map((one) => (
        <Button
          key={one ?? 'danh-sach'}
          variant={one === xem ? 'light' : 'outline'}
          aria-pressed={one === xem}
          onClick={() =>
            void navigate({ search: ({ 'don-vi': unit }) => ({ 'don-vi': unit, xem: one }), replace: true })
          }
        >
          {t(one === undefined ? 'asList' : 'asMonth')}
        </Button>
      ))}
    </fieldset>
  );
}

function ListOf({ unit }: { readonly unit: number }) {
  const { trang = 1 } = useSearch({ from: '/ra-soat/thoi-han' });
  const duties = useQuery(deadlinesQuery(unit, trang));
  return (
    <Answer query={duties} rows={8}>
      {(list) => <Duties list={list} />}
    </Answer>
  );
}

function MonthOf({ unit }: { readonly unit: number }) {
  const t = useWords(deadlineWords);
  const language = useLanguage();
  const { today } = useSession();
  const navigate = useNavigate({ from: '/ra-soat/thoi-han' });
  const { ngay = today, trang = 1 } = useSearch({ from: '/ra-soat/thoi-han' });
  const month = useQuery(deadlineMonthQuery(unit, monthOfDay(ngay)));
  const duties = useQuery(deadlinesQuery(unit, trang, ngay));
  const choose = (day: string) =>
    void navigate({ search: (last) => ({ ...last, ngay: day, trang: undefined }), replace: true });
  return (
    <>
      <Answer query={month} rows={8}>
        {(data) => (
          <>
            {data.lateBefore === 0 ? null : (
              <Notice kind="warning" title={t('lateBefore', { count: data.lateBefore })} />
            )}
            <DeadlineMonthGrid
              data={data}
              selected={ngay}
              onSelect={choose}
              onMonth={(to) => choose(`${to}-01`)}
            />
          </>
        )}
      </Answer>
      <Block title={t('ofDay', { day: formatWeekday(ngay, language) })}>
        <Answer query={duties} rows={2}>
          {(list) =>
            list.duties.length === 0 ? <p aria-live="polite">{t('noneOnDay')}</p> : <Duties list={list} />
          }
        </Answer>
      </Block>
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
