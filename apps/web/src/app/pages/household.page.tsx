import type { HouseholdView } from '@benvung/contract/household';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ClassStrip } from '../../features/household/class-strip.tsx';
import { useFactWord } from '../../features/household/fact.words.ts';
import { householdQuery, reviewOfHouseholdQuery } from '../../features/household/household.api.ts';
import { householdWords } from '../../features/household/household.words.ts';
import { History, Residences, Traits } from '../../features/household/household-life.tsx';
import type { RenderClass } from '../../features/household/household-table.tsx';
import { Members } from '../../features/household/members.tsx';
import { ReviewOfYear } from '../../features/household/review-of-year.tsx';
import { ClassChip } from '../../features/standard/class-chip.tsx';
import { UnitPath } from '../../features/territory/unit-path.tsx';
import { Answer } from '../../platform/answer.tsx';
import { formatDay } from '../../platform/formats.ts';
import { isMissing, ProblemError } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { platformWords } from '../../platform/platform.words.ts';
import { Notice } from '../../ui/notice.tsx';
import { reachable } from '../reach.ts';
import { useSession } from '../session-context.ts';
import styles from './household.module.css';

const renderClass: RenderClass = (householdClass, state, decision = null) => (
  <ClassChip class={householdClass} provisional={state === 'provisional'} decision={decision} />
);

/** "Hộ này là ai, đã qua những gì, còn thiếu gì?" */
export function HouseholdPage() {
  const t = useWords(householdWords);
  const shared = useWords(platformWords);
  const { id } = useParams({ from: '/ho/$id' });
  const household = useQuery(householdQuery(id));
  if (household.data === undefined && isMissing(household.error)) {
    return <MissingPage title={shared('notFoundTitle')} wayBack={<Link to="/ho">{t('toList')}</Link>} />;
  }
  return (
    <>
      {household.data === undefined && household.isError ? (
        <PageHeading>{t('householdTitle')}</PageHeading>
      ) : null}
      <Answer query={household} rows={10}>
        {(data) => <Household household={data} />}
      </Answer>
    </>
  );
}

function Household({ household }: { readonly household: HouseholdView }) {
  const search = useSearch({ from: '/ho/$id' });
  const navigate = useNavigate({ from: '/ho/$id' });
  const year = search.nam ?? openingYear(household.classes);
  return (
    <>
      <Heading household={household} />
      <ClassStrip
        classes={household.classes}
        year={year}
        onYear={(nam) => void navigate({ search: (last) => ({ ...last, nam }), resetScroll: false })}
        renderClass={renderClass}
      />
      <Members householdId={household.id} members={household.members} />
      {year === null ? null : <Review id={household.id} year={year} />}
      <div className={styles.below}>
        <Traits flags={household.flags} />
        <Residences residences={household.residences} />
        <History events={household.events} />
      </div>
    </>
  );
}

/** The newest year with a class, else the newest. */
function openingYear(classes: HouseholdView['classes']): number | null {
  const classified = classes.filter((one) => one.class !== null);
  const years = (classified.length > 0 ? classified : classes).map((one) => one.year);
  return years.length === 0 ? null : Math.max(...years);
}

function Heading({ household }: { readonly household: HouseholdView }) {
  const t = useWords(householdWords);
  const word = useFactWord();
  const session = useSession();
  const path = [...household.path.filter((unit) => unit.level !== 'village'), household.village];
  const open = reachable(
    path,
    session.roles.map((held) => held.unit),
  );
  return (
    <>
      <UnitPath
        path={path}
        renderLink={(unit) =>
          open.includes(unit) ? (
            <Link to="/ho" search={{ 'don-vi': unit.id }}>
              {unit.name}
            </Link>
          ) : (
            unit.name
          )
        }
      />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('householdTitle')}>{household.head}</PageHeading>
          <p className={styles.sub}>
            {household.listCode ?? t('noCode')} · {household.village.name}
            {household.address === null ? '' : ` · ${household.address}`}
            {household.demonstration ? ` · ${t('demoHousehold')}` : ''}
          </p>
        </div>
        <Button variant="outline" className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {household.ended === null ? null : (
        <Notice
          kind="warning"
          title={t('ended', { day: formatDay(household.ended.on), reason: word(household.ended.reason) })}
        />
      )}
    </>
  );
}

function Review({ id, year }: { readonly id: string; readonly year: number }) {
  const t = useWords(householdWords);
  const review = useQuery(reviewOfHouseholdQuery(id, year));
  if (review.error instanceof ProblemError && review.error.problem.status === 404) {
    return <Notice kind="empty" title={t('notReviewed', { year })} />;
  }
  return (
    <Answer query={review} rows={8}>
      {(data) => <ReviewOfYear review={data} renderClass={renderClass} />}
    </Answer>
  );
}
