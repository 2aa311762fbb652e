import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ActualDesk } from '../../features/plan/target/actual-desk.tsx';
import { AnnexDesk } from '../../features/plan/target/annex-desk.tsx';
import { CascadeDesk } from '../../features/plan/target/cascade-desk.tsx';
import { NegotiationDesk } from '../../features/plan/target/negotiation-desk.tsx';
import { cascadeQuery } from '../../features/plan/target/target.api.ts';
import { targetWords } from '../../features/plan/target/target.words.ts';
import { TargetChoices } from '../../features/plan/target/target-choices.tsx';
import tabs from '../../features/review/desk.module.css';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../session-context.ts';
import { useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

const WRITERS = ['officer', 'approver', 'administrator'] as const;
const TABS = [
  ['', 'cascade'],
  ['thuong-luong', 'negotiation'],
  ['thuc-hien', 'actual'],
  ['nhap-phu-luc', 'annex'],
] as const;

/** The targets of the running year at the reader's place. */
export function TargetStartPage() {
  const { unit } = usePlace();
  const { today } = useSession();
  return (
    <Navigate
      to="/chi-tieu/$nam/$donVi"
      params={{ nam: today.slice(0, 4), donVi: String(unit.id) }}
      replace
    />
  );
}

/** How a unit's targets are handed down, negotiated and reached. */
export function TargetPage() {
  const t = useWords(targetWords);
  const { unit } = usePlace();
  const { today } = useSession();
  const params = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const mayWrite = useMay(WRITERS);
  const year = Number(params.nam);
  const part = TABS.find(([muc]) => muc === (params.muc ?? ''))?.[1] ?? 'cascade';
  const indicators = search['chi-tieu'];
  const cascade = useQuery(cascadeQuery(unit.id, Number.isInteger(year) ? year : 0, indicators));
  const to =
    params.muc === undefined ? ('/chi-tieu/$nam/$donVi' as const) : ('/chi-tieu/$nam/$donVi/$muc' as const);
  const here = { nam: String(year), donVi: String(unit.id), muc: params.muc ?? '' };
  const renderUnit = ({ id, name }: { id: number; name: string }, label: string) => (
    <Link
      to={to}
      params={{ ...here, donVi: String(id) }}
      search={search}
      {...(label === name ? {} : { 'aria-label': `${label}: ${name}` })}
    >
      {label}
    </Link>
  );
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title', { year })}</PageHeading>
      <Tabs year={year} unit={unit.id} part={part} mayWrite={mayWrite} />
      <Answer query={cascade} rows={12}>
        {(data) => (
          <>
            <TargetChoices
              cascade={data}
              indicators={indicators}
              onIndicators={(codes) =>
                void navigate({ to, params: here, search: codes === undefined ? {} : { 'chi-tieu': codes } })
              }
              onYear={(next) => void navigate({ to, params: { ...here, nam: String(next) }, search })}
            />
            {part === 'cascade' ? (
              <CascadeDesk key={`${data.unit.id} ${data.year}`} cascade={data} renderUnit={renderUnit} />
            ) : null}
            {part === 'negotiation' ? <NegotiationDesk cascade={data} /> : null}
            {part === 'actual' ? (
              <ActualDesk
                key={`${data.unit.id} ${data.year}`}
                cascade={data}
                today={today}
                mayEnter={mayWrite}
                renderUnit={renderUnit}
              />
            ) : null}
            {part === 'annex' ? (
              <AnnexDesk
                key={`${data.unit.id} ${data.year}`}
                cascade={data}
                onWritten={() =>
                  void navigate({
                    to: '/chi-tieu/$nam/$donVi',
                    params: { nam: String(data.year), donVi: String(data.unit.id) },
                  })
                }
              />
            ) : null}
          </>
        )}
      </Answer>
    </>
  );
}

interface TabsProps {
  readonly year: number;
  readonly unit: number;
  readonly part: (typeof TABS)[number][1];
  readonly mayWrite: boolean;
}

function Tabs({ year, unit, part, mayWrite }: TabsProps) {
  const t = useWords(targetWords);
  const search = useSearch({ strict: false });
  const params = { nam: String(year), donVi: String(unit) };
  return (
    <nav aria-label={t('sections')} className={`${tabs.tabs} no-print`}>
      {TABS.filter(([, word]) => word !== 'annex' || mayWrite).map(([muc, word]) => {
        const current = part === word ? { 'aria-current': 'page' as const } : {};
        return muc === '' ? (
          <Link
            key={word}
            to="/chi-tieu/$nam/$donVi"
            params={params}
            search={search}
            activeOptions={{ exact: true }}
            {...current}
          >
            {t(word)}
          </Link>
        ) : (
          <Link
            key={word}
            to="/chi-tieu/$nam/$donVi/$muc"
            params={{ ...params, muc }}
            search={search}
            {...current}
          >
            {t(word)}
          </Link>
        );
      })}
    </nav>
  );
}
