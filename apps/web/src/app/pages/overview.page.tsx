import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { overviewWords } from '../../features/report/overview/overview.words.ts';
import {
  LacksChart,
  MovementChart,
  type OpensCell,
  RankingChart,
} from '../../features/report/overview/overview-charts.tsx';
import { formsQuery, tableQuery } from '../../features/report/report.api.ts';
import { HistoryChart } from '../../features/review/history-chart.tsx';
import { homeQuery } from '../../features/review/review.api.ts';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { latestYear } from '../latest-year.ts';
import { useSession } from '../session-context.ts';
import { type Place, usePlace } from '../use-place.ts';
import { writeOpenCell } from './open-cell.ts';
import styles from './overview.module.css';
import { PlacePath } from './place-path.tsx';

/** Tables the charts are read from: where, what moved, what poor and near-poor households lack. */
const TABLES = [1, 2, 5, 7] as const;

/** "Toàn cảnh": who is highest, what moved, what is lacking, over the years; every mark opens. */
export function OverviewPage() {
  const t = useWords(overviewWords);
  const place = usePlace();
  const session = useSession();
  const search = useSearch({ from: '/toan-canh' });
  const navigate = useNavigate({ from: '/toan-canh' });
  const forms = useQuery(formsQuery);
  const years = forms.data?.years ?? [];
  const year = search.nam ?? latestYear(years, session.today);
  const choices = years.includes(year) ? years : [year, ...years];
  return (
    <>
      <PlacePath />
      <PageHeading title={t('pageTitle')}>{t('title', { unit: place.unit.name, year })}</PageHeading>
      <div className={`${styles.choices} no-print`}>
        <label>
          {t('year')}
          <select
            value={year}
            onChange={(event) => {
              const nam = Number(event.target.value);
              void navigate({ search: (last) => ({ ...last, nam }) });
            }}
          >
            {[...choices]
              .sort((a, b) => b - a)
              .map((each) => (
                <option key={each}>{each}</option>
              ))}
          </select>
        </label>
        <Button variant="outline" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {forms.isPending && search.nam === undefined ? null : <Charts place={place} year={year} />}
    </>
  );
}

function Charts({ place, year }: { readonly place: Place; readonly year: number }) {
  const t = useWords(overviewWords);
  const { unit } = place;
  const home = useQuery(homeQuery(unit.id));
  const [one, two, five, seven] = useQueries({
    queries: TABLES.map((number) => tableQuery({ number, unit: unit.id, year, map: null })),
  });
  const cell = useCells(unit.id, year);
  const navigate = useNavigate({ from: '/toan-canh' });
  if (one === undefined) return null;
  return (
    <Answer query={one} rows={8}>
      {(table) => {
        if (table.unverified.includes('not-begun'))
          return <Notice kind="empty" title={t('notYet', { year, unit: unit.name })} />;
        const marks = [
          t('subtitle', { unit: table.unit.name, year }),
          ...(table.unverified.includes('provisional') ? [t('provisional')] : []),
          ...(table.unverified.includes('unverified-scorecard') ? [`⚠ ${t('unverified')}`] : []),
        ];
        const subtitle = marks.join(' · ');
        return (
          <div className={styles.charts}>
            <RankingChart
              table={table}
              subtitle={subtitle}
              openUnit={(id) => void navigate({ search: { 'don-vi': id, nam: year } })}
              unitLink={(id, name) => (
                <Link to="/toan-canh" search={{ 'don-vi': id, nam: year }}>
                  {name}
                </Link>
              )}
            />
            {two?.data === undefined ? null : (
              <MovementChart table={two.data} subtitle={subtitle} cell={cell} />
            )}
            {five?.data === undefined || seven?.data === undefined ? null : (
              <LacksChart poor={five.data} nearPoor={seven.data} subtitle={subtitle} cell={cell} />
            )}
            {home.data === undefined ? null : <HistoryChart history={home.data.history} />}
          </div>
        );
      }}
    </Answer>
  );
}

/** Cells of a table at this unit: the drawer with their households. */
function useCells(unit: number, year: number): OpensCell {
  const router = useRouter();
  const searchOf = (column: string, line: string | null) => ({
    'don-vi': unit,
    nam: year,
    o: writeOpenCell({ unit, rest: null, column, line }),
  });
  return {
    open: (table, column, line) =>
      void router.navigate({
        to: '/bieu/$so',
        params: { so: String(table) },
        search: searchOf(column, line ?? null),
      }),
    link: (table, column, text, line) =>
      text === '' ? (
        ''
      ) : (
        <Link to="/bieu/$so" params={{ so: String(table) }} search={searchOf(column, line ?? null)}>
          {text}
        </Link>
      ),
  };
}
