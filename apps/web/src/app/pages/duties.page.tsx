import { monthOfDay } from '@benvung/domain/shared/month-grid';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CalendarAddress } from '../../features/access/calendar-address.tsx';
import { MailAddress } from '../../features/access/mail-address.tsx';
import { AgencyList } from '../../features/plan/duty/agency-list.tsx';
import {
  type DutyAsked,
  dutiesQueryOf,
  dutyBoardQuery,
  dutyDesksQuery,
  dutyMonthQueryOf,
  dutyOrderQuery,
} from '../../features/plan/duty/duty.api.ts';
import { dutyWords } from '../../features/plan/duty/duty.words.ts';
import { DutyActs } from '../../features/plan/duty/duty-acts.tsx';
import { DutyBoard } from '../../features/plan/duty/duty-board.tsx';
import { DutyList } from '../../features/plan/duty/duty-list.tsx';
import { DutyMonthGrid } from '../../features/plan/duty/duty-month.tsx';
import { DutyOrderList } from '../../features/plan/duty/duty-order.tsx';
import { ReportForm } from '../../features/plan/duty/report-form.tsx';
import { Answer } from '../../platform/answer.tsx';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatWeekday } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { looksOverAnArea } from '../looks-over.ts';
import type { DutiesSearch } from '../search.ts';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { DutyChoice as Choice } from './duty-choice.tsx';
import { factsOf, DutyHead as Head } from './duty-head.tsx';
import { dutyLink } from './duty-link.tsx';
import { PlacePath } from './place-path.tsx';

const VIEWS = [
  [undefined, 'asList'],
  ['bang', 'asBoard'],
  ['lich', 'asMonth'],
  ['thu-tu', 'asOrder'],
  ['co-quan', 'asDesks'],
] as const;
const WHOSE = [
  [undefined, 'mine'],
  ['da-giao', 'given'],
  ['ca-dia-ban', 'all'],
] as const;
/** Who stands at a desk and looks over nothing: their own duties, and those they work on with others. */
const DESK_VIEWS = VIEWS.slice(0, 3);
const DESK_WHOSE = [
  [undefined, 'mine'],
  ['ca-dia-ban', 'shared'],
] as const;
const FILTERS = [
  [undefined, 'none'],
  ['tre', 'late'],
  ['cho', 'waiting'],
  ['gia-han', 'extension'],
  ['mo', 'open'],
] as const;

const useAsked = (): DutyAsked => {
  const { today } = useSession();
  const { unit } = usePlace();
  const search = useSearch({ from: '/viec-giao' });
  const press = FILTERS.find(([word]) => word === search.loc)?.[1];
  return {
    unit: unit.id,
    year: search.nam ?? Number(today.slice(0, 4)),
    whose: WHOSE.find(([word]) => word === search.ai)?.[1] ?? 'mine',
    ...(press === undefined || press === 'none' ? {} : { press }),
    ...(search.buoc === undefined ? {} : { state: search.buoc }),
  };
};

/** Duties of plans and reports: by deadline, as a board, as a month; with the desks they go to. */
export function DutiesPage() {
  const t = useWords(dutyWords);
  const { xem, ai } = useSearch({ from: '/viec-giao' });
  const navigate = useNavigate({ from: '/viec-giao' });
  const go = (change: Partial<DutiesSearch>) =>
    void navigate({ search: (last) => ({ ...last, trang: undefined, ...change }), replace: true });
  const looksOver = looksOverAnArea(useSession());
  const wantsWhose = xem !== 'thu-tu' && xem !== 'co-quan';
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      <p className="no-print">{t('lead')}</p>
      <Choice
        legend={t('howShown')}
        choices={(looksOver ? VIEWS : DESK_VIEWS).map(([word, text]) => [word, t(text)] as const)}
        now={xem}
        onChoose={(to) => go({ xem: to })}
      />
      {wantsWhose ? (
        <Choice
          legend={t('whoseShown')}
          choices={(looksOver ? WHOSE : DESK_WHOSE).map(
            ([word, text]) => [word, t(`whose.${text}`)] as const,
          )}
          now={ai}
          onChoose={(to) => go({ ai: to })}
        />
      ) : null}
      {xem === 'bang' ? <BoardOf go={go} /> : null}
      {xem === 'lich' ? <MonthOf go={go} /> : null}
      {xem === 'thu-tu' ? <OrderOf /> : null}
      {xem === 'co-quan' ? <DesksOf /> : null}
      {xem === undefined ? <ListOf go={go} /> : null}
      <CalendarAddress />
      <MailAddress />
    </>
  );
}

type Go = (change: Partial<DutiesSearch>) => void;

function ListOf({ go }: { readonly go: Go }) {
  const t = useWords(dutyWords);
  const asked = useAsked();
  const { loc, trang = 1 } = useSearch({ from: '/viec-giao' });
  const list = useQuery(dutiesQueryOf({ ...asked, page: trang }));
  return (
    <>
      <Choice
        legend={t('filterShown')}
        choices={FILTERS.map(([word, text]) => [word, t(`filter.${text}`)] as const)}
        now={loc}
        onChoose={(to) => go({ loc: to, buoc: undefined })}
      />
      <Answer query={list} rows={8}>
        {(data) => (
          <>
            <Head data={data} />
            {data.duties.length === 0 ? (
              <Nothing asked={asked} unit={data.unit.name} go={go} />
            ) : (
              <TableExport
                title={t('title')}
                place={data.unit.name}
                facts={factsOf(data.sums, data.today, t)}
              >
                <DutyList duties={data.duties} renderDuty={dutyLink} />
              </TableExport>
            )}
            <PagesOfList page={data.page} t={t} onPage={(to) => go({ trang: to })} />
          </>
        )}
      </Answer>
    </>
  );
}

function Nothing({ asked, unit, go }: { readonly asked: DutyAsked; readonly unit: string; readonly go: Go }) {
  const t = useWords(dutyWords);
  const looksOver = looksOverAnArea(useSession());
  const filtered = asked.press !== undefined || asked.state !== undefined;
  const way: ReactNode = filtered ? (
    <Button variant="outline" onClick={() => go({ loc: undefined, buoc: undefined })}>
      {t('dropFilter')}
    </Button>
  ) : asked.whose === 'all' ? null : (
    <Button variant="outline" onClick={() => go({ ai: 'ca-dia-ban' })}>
      {t(looksOver ? 'seeAll' : 'seeShared')}
    </Button>
  );
  const title = filtered ? t('noneFilter') : asked.whose === 'mine' ? t('noneMine') : t('none', { unit });
  return (
    <Notice kind="empty" title={title} actions={way}>
      {filtered ? null : <p>{t('noneHint')}</p>}
    </Notice>
  );
}

function BoardOf({ go }: { readonly go: Go }) {
  const { today } = useSession();
  const { press: _press, state: _state, ...asked } = useAsked();
  const board = useQuery(dutyBoardQuery(asked));
  return (
    <Answer query={board} rows={8}>
      {(data) => (
        <>
          <Head data={data} />
          <DutyBoard
            board={data}
            renderDuty={dutyLink}
            renderActs={(duty) => <DutyActs duty={duty} today={today} short />}
            renderMore={(state, text) => (
              <Button variant="subtle" onClick={() => go({ xem: undefined, loc: undefined, buoc: state })}>
                {text}
              </Button>
            )}
          />
        </>
      )}
    </Answer>
  );
}

function MonthOf({ go }: { readonly go: Go }) {
  const t = useWords(dutyWords);
  const language = useLanguage();
  const { today } = useSession();
  const { unit, whose } = useAsked();
  const { ngay = today, trang = 1 } = useSearch({ from: '/viec-giao' });
  const month = useQuery(dutyMonthQueryOf({ unit, whose, month: monthOfDay(ngay) }));
  const list = useQuery(
    dutiesQueryOf({ unit, whose, year: Number(ngay.slice(0, 4)), day: ngay, page: trang }),
  );
  return (
    <>
      <Answer query={month} rows={8}>
        {(data) => (
          <DutyMonthGrid
            data={data}
            selected={ngay}
            onSelect={(day) => go({ ngay: day })}
            onMonth={(to) => go({ ngay: `${to}-01` })}
          />
        )}
      </Answer>
      <Block title={t('ofDay', { day: formatWeekday(ngay, language) })}>
        <Answer query={list} rows={2}>
          {(data) =>
            data.duties.length === 0 ? (
              <p aria-live="polite">{t('nothingOn')}</p>
            ) : (
              <>
                <DutyList duties={data.duties} renderDuty={dutyLink} />
                <PagesOfList page={data.page} t={t} onPage={(to) => go({ trang: to })} />
              </>
            )
          }
        </Answer>
      </Block>
    </>
  );
}

function OrderOf() {
  const t = useWords(dutyWords);
  const { unit, year } = useAsked();
  const order = useQuery(dutyOrderQuery(unit, year));
  return (
    <Block title={t('orderTitle')}>
      <Answer query={order} rows={4}>
        {(data) => <DutyOrderList order={data} renderDuty={(id, task) => dutyLink({ id, task })} />}
      </Answer>
    </Block>
  );
}

function DesksOf() {
  const { unit, year } = useAsked();
  const desks = useQuery(dutyDesksQuery(unit));
  return (
    <Answer query={desks} rows={6}>
      {(data) => (
        <>
          <AgencyList desks={data} />
          {data.mayAssign ? <ReportForm desks={data} year={year} /> : null}
        </>
      )}
    </Answer>
  );
}
