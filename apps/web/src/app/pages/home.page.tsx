import type { HomeView } from '@benvung/contract/review';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { listOpened } from '../../features/household/opened-lately.ts';
import { OpenedLately, RecentChanges } from '../../features/household/recent-changes.tsx';
import { buildChildrenModel, carriedBelow } from '../../features/review/children-model.ts';
import { ClassFigures } from '../../features/review/class-figures.tsx';
import { HistoryChart } from '../../features/review/history-chart.tsx';
import { yearsShown } from '../../features/review/history-line.ts';
import { homeQuery } from '../../features/review/review.api.ts';
import { reviewWords } from '../../features/review/review.words.ts';
import { RoundProgress } from '../../features/review/round-progress.tsx';
import { Tasks } from '../../features/review/tasks.tsx';
import { Answer } from '../../platform/answer.tsx';
import { GridExport } from '../../platform/export/table-export.tsx';
import { formatWeekday } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import styles from './home.module.css';
import { PlacePath } from './place-path.tsx';

/** "Hôm nay tôi phải làm gì trước?": tasks first, then where the round stands and the two figures. */
export function HomePage() {
  const place = usePlace();
  const home = useQuery(homeQuery(place.unit.id));
  return (
    <>
      <PlacePath />
      <Heading home={home.data} />
      <Answer query={home} rows={10}>
        {(data) => <Home home={data} />}
      </Answer>
    </>
  );
}

function Heading({ home }: { readonly home: HomeView | undefined }) {
  const t = useWords(reviewWords);
  const language = useLanguage();
  const { today } = useSession();
  const said = formatWeekday(today, language);
  const weekday = said.charAt(0).toLocaleUpperCase('vi') + said.slice(1);
  const count = home?.tasks.length ?? 0;
  const late = home?.tasks.filter((task) => (task.overdueDays ?? 0) > 0).length ?? 0;
  const heading =
    home === undefined
      ? weekday
      : count === 0
        ? t('headingNone', { weekday })
        : late === 0
          ? t('headingSome', { weekday, count })
          : t('headingLate', { weekday, count, late });
  return <PageHeading title={t('pageTitle')}>{heading}</PageHeading>;
}

function Home({ home }: { readonly home: HomeView }) {
  const { account, roles } = useSession();
  const held = new Set(roles.map(({ role }) => role));
  const t = useWords(reviewWords);
  const router = useRouter();
  return (
    <>
      <Tasks home={home} held={held} onOpen={(href) => void router.navigate({ href })} />
      <OpenedLately households={listOpened(account.id)} />
      <div className={styles.pair}>
        <RoundProgress
          progress={home.progress}
          more={
            home.unit.level === 'village' ? (
              <Link to="/nhap-phieu">{t('toEntry')}</Link>
            ) : (
              <Link
                to="/ra-soat/$nam/$donVi"
                params={{ nam: String(home.year), donVi: String(home.unit.id) }}
              >
                {t('toDesk')}
              </Link>
            )
          }
        />
        <ClassFigures
          figures={home.figures}
          links={[1, 2, 3].map((number) => (
            <Link
              key={number}
              to="/bieu/$so"
              params={{ so: String(number) }}
              search={{ 'don-vi': home.unit.id, nam: home.year }}
            >
              {t('tableLink', { number })}
            </Link>
          ))}
        />
      </div>
      {home.children.length === 0 ? null : <Children home={home} />}
      <RecentChanges unit={home.unit.id} />
      <HistoryChart history={yearsShown(home)} />
    </>
  );
}

function Children({ home }: { readonly home: HomeView }) {
  const t = useWords(reviewWords);
  const router = useRouter();
  const navigate = useNavigate();
  const model = useMemo(() => {
    const href = (id: number) => router.buildLocation({ to: '/viec', search: { 'don-vi': id } }).href;
    return buildChildrenModel(home, href, t);
  }, [home, router, t]);
  const carried = carriedBelow(home, t);
  return (
    <section aria-labelledby="children" className={styles.children}>
      <h2 id="children">{t('children')}</h2>
      {carried === null ? null : <p>{carried}</p>}
      <Grid model={model} onOpen={(href) => void navigate({ href })} />
      <GridExport model={model} title={model.caption} place={home.unit.name} />
    </section>
  );
}
