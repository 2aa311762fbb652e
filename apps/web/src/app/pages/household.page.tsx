import type { HouseholdView } from '@benvung/contract/household';
import type { HouseholdActed } from '@benvung/contract/household-acts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { DocumentList } from '../../features/document/document-list.tsx';
import { ActWarnings, Suspected, takeOver } from '../../features/household/act-warnings.tsx';
import { ClassStrip } from '../../features/household/class-strip.tsx';
import { CorrectResult } from '../../features/household/correct-result.tsx';
import { correctionWords } from '../../features/household/correct-result.words.ts';
import { useFactWord } from '../../features/household/fact.words.ts';
import { householdQuery, reviewOfHouseholdQuery } from '../../features/household/household.api.ts';
import { householdWords } from '../../features/household/household.words.ts';
import { editWords } from '../../features/household/household-edit.words.ts';
import { History, isKnownFlag, Residences, Traits } from '../../features/household/household-life.tsx';
import type { RenderClass } from '../../features/household/household-table.tsx';
import { useTrail } from '../../features/household/list-trail.ts';
import { Members } from '../../features/household/members.tsx';
import { rememberOpened } from '../../features/household/opened-lately.ts';
import { ReviewOfYear } from '../../features/household/review-of-year.tsx';
import { ClassChip } from '../../features/standard/class-chip.tsx';
import { UnitPath } from '../../features/territory/unit-path.tsx';
import { Answer } from '../../platform/answer.tsx';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { isMissing, ProblemError } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { platformWords } from '../../platform/platform.words.ts';
import { Notice } from '../../ui/notice.tsx';
import { openingYear } from '../latest-year.ts';
import { reachable } from '../reach.ts';
import { useSession } from '../session-context.ts';
import styles from './household.module.css';
import { ActsMenu, OpenAct, useHouseholdAct } from './household-acts.tsx';
import { MembersExport } from './members-export.tsx';

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

/** Officers of an area the household lives in correct it; an ended one is only read. */
function useCanEdit({ path, ended }: HouseholdView): boolean {
  const { roles } = useSession();
  return (
    ended === null &&
    roles.some(({ role, unit }) => role === 'officer' && path.some(({ id }) => id === unit.id))
  );
}

function Household({ household }: { readonly household: HouseholdView }) {
  const t = useWords(householdWords);
  const { account } = useSession();
  const { id, head } = household;
  useEffect(() => rememberOpened(account.id, { id, head }), [account.id, id, head]);
  const canEdit = useCanEdit(household);
  const { open } = useHouseholdAct();
  const [warned, setWarned] = useState<HouseholdActed | null>(() => takeOver(household.id));
  const search = useSearch({ from: '/ho/$id' });
  const navigate = useNavigate({ from: '/ho/$id' });
  const year = search.nam ?? openingYear(household.classes);
  return (
    <>
      <Heading household={household} canEdit={canEdit} />
      <Suspected householdId={household.id} suspected={household.suspected} />
      {warned === null || warned.id !== household.id || warned.version < household.version ? null : (
        <ActWarnings warnings={warned.warnings} onSeen={() => setWarned(null)} />
      )}
      {canEdit ? (
        <OpenAct
          household={household}
          flagLabel={(flag) => (isKnownFlag(flag) ? t(flag) : flag)}
          onActed={setWarned}
        />
      ) : null}
      <ClassStrip
        classes={household.classes}
        shown={year === null ? null : { year, standard: search.chuan }}
        onShow={({ year: nam, standard: chuan }) =>
          void navigate({ search: (last) => ({ ...last, nam, chuan }), resetScroll: false })
        }
        renderClass={renderClass}
      />
      <Members
        householdId={household.id}
        members={household.members}
        onEdit={canEdit ? (personId) => open('sua-nguoi', personId) : undefined}
        onAdd={canEdit ? () => open('them-nguoi') : undefined}
        tools={<MembersExport household={household} />}
      />
      {year === null ? null : <Review household={household} year={year} standard={search.chuan} />}
      <Documents id={household.id} />
      <div className={styles.below}>
        <Traits flags={household.flags} onOverride={canEdit ? (flag) => open('dac-diem', flag) : undefined} />
        <Residences residences={household.residences} />
        <History events={household.events} />
      </div>
    </>
  );
}

/** Papers hold closed fields: shown to those whose work needs them. */
function Documents({ id }: { readonly id: string }) {
  const { roles } = useSession();
  return roles.some(({ role }) => role !== 'viewer' && role !== 'administrator') ? (
    <DocumentList about={{ kind: 'household', id }} />
  ) : null;
}

interface HeadingProps {
  readonly household: HouseholdView;
  readonly canEdit: boolean;
}

function Heading({ household, canEdit }: HeadingProps) {
  const t = useWords(householdWords);
  const edit = useWords(editWords);
  const { open: openAct } = useHouseholdAct();
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
        <div className={`${styles.tools} no-print`}>
          <TrailKeys id={household.id} />
          {canEdit ? (
            <>
              <Button variant="outline" onClick={() => openAct('sua-ho')}>
                {edit('editFields')}
              </Button>
              <ActsMenu />
            </>
          ) : null}
          <Button variant="outline" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </div>
      {canEdit || household.ended !== null ? null : <p className={styles.sub}>{edit('readOnly')}</p>}
      {household.ended === null ? null : (
        <Notice
          kind="warning"
          title={t('ended', { day: formatDay(household.ended.on), reason: word(household.ended.reason) })}
        />
      )}
    </>
  );
}

/** Alt+PgUp and Alt+PgDn: the household before and after in the list it was opened from. */
function TrailKeys({ id }: { readonly id: string }) {
  const edit = useWords(editWords);
  const navigate = useNavigate();
  const open = useCallback(
    (next: string) => void navigate({ to: '/ho/$id', params: { id: next }, replace: true }),
    [navigate],
  );
  const { at, total, go } = useTrail(id, open);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!event.altKey || (event.key !== 'PageDown' && event.key !== 'PageUp')) return;
      event.preventDefault();
      void go(event.key === 'PageDown' ? 1 : -1);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [go]);
  if (at === null) return null;
  return (
    <>
      <span className={styles.sub}>{edit('at', { at: formatCount(at), total: formatCount(total) })}</span>
      {at > 1 ? (
        <Button variant="outline" aria-keyshortcuts="Alt+PageUp" onClick={() => void go(-1)}>
          {edit('previous')}
        </Button>
      ) : null}
      {at < total ? (
        <Button variant="outline" aria-keyshortcuts="Alt+PageDown" onClick={() => void go(1)}>
          {edit('next')}
        </Button>
      ) : null}
    </>
  );
}

interface ReviewProps {
  readonly household: HouseholdView;
  readonly year: number;
  readonly standard: string | undefined;
}

function Review({ household, year, standard }: ReviewProps) {
  const t = useWords(householdWords);
  const { act, open, close } = useHouseholdAct();
  const mayCorrect = useMayCorrect(household);
  const review = useQuery(reviewOfHouseholdQuery(household.id, year, standard));
  if (review.error instanceof ProblemError && review.error.problem.status === 404) {
    return <Notice kind="empty" title={t('notReviewed', { year })} />;
  }
  return (
    <Answer query={review} rows={8}>
      {(data) => (
        <>
          {data.roundStatus !== 'LOCKED' ? null : act === 'dinh-chinh' && mayCorrect ? (
            <CorrectResult
              key={`${year} ${data.standard} ${data.version}`}
              householdId={household.id}
              review={data}
              flagLabel={(flag) => (isKnownFlag(flag) ? t(flag) : flag)}
              onClose={close}
            />
          ) : (
            <LockedYear year={year} onCorrect={mayCorrect ? () => open('dinh-chinh') : undefined} />
          )}
          <ReviewOfYear review={data} renderClass={renderClass} />
        </>
      )}
    </Answer>
  );
}

/** Who approves, or administers, an area the household lives in corrects results of locked years. */
function useMayCorrect({ path }: HouseholdView): boolean {
  const { roles } = useSession();
  return roles.some(
    ({ role, unit }) =>
      (role === 'approver' || role === 'administrator') && path.some(({ id }) => id === unit.id),
  );
}

function LockedYear({
  year,
  onCorrect,
}: {
  readonly year: number;
  readonly onCorrect: (() => void) | undefined;
}) {
  const t = useWords(correctionWords);
  return onCorrect === undefined ? (
    <p className={styles.sub}>{t('notYours', { year })}</p>
  ) : (
    <div className={`${styles.tools} no-print`}>
      <Button variant="outline" onClick={onCorrect}>
        {t('open', { year })}
      </Button>
    </div>
  );
}
