import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import styles from '../../features/household/low-income-workers.module.css';
import { LowIncomeWorkers } from '../../features/household/low-income-workers.tsx';
import { workersWords } from '../../features/household/low-income-workers.words.ts';
import { formsQuery } from '../../features/report/report.api.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { latestYear } from '../latest-year.ts';
import { useSession } from '../session-context.ts';
import { useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

/** The decree made the class in 2025; before that every year says so, and the list offers the first year of it. */
const FIRST_YEAR = 2025;
const EXPORTERS = ['officer', 'approver', 'inspector', 'administrator'] as const;

/** "Ai ở đây là người lao động có thu nhập thấp?" */
export function LowIncomeWorkersPage() {
  const t = useWords(workersWords);
  const place = usePlace();
  const session = useSession();
  const search = useSearch({ from: '/ho/lao-dong-thu-nhap-thap' });
  const navigate = useNavigate({ from: '/ho/lao-dong-thu-nhap-thap' });
  const mayExport = useMay(EXPORTERS);
  const years = useQuery(formsQuery).data?.years ?? [];
  const year = search.nam ?? latestYear(years, session.today);
  const choices = [...new Set([...years, year, FIRST_YEAR])].sort((a, b) => b - a);
  return (
    <>
      <PlacePath />
      <PageHeading title={t('pageTitle')}>{t('title', { year, unit: place.unit.name })}</PageHeading>
      <label className={`${styles.choice} no-print`}>
        {t('year')}
        <select
          value={year}
          onChange={(event) => {
            const nam = Number(event.target.value);
            void navigate({ search: (last) => ({ ...last, nam }) });
          }}
        >
          {choices.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <LowIncomeWorkers
        unit={place.unit.id}
        year={year}
        mayExport={mayExport}
        renderHousehold={(id, head) => (
          <Link to="/ho/$id" params={{ id }} search={{ nam: year }}>
            {head}
          </Link>
        )}
      />
    </>
  );
}
