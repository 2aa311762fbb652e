import type { CaseView } from '@benvung/contract/review-case';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DocumentList } from '../../features/document/document-list.tsx';
import { reviewOfHouseholdQuery } from '../../features/household/household.api.ts';
import type { RenderClass } from '../../features/household/household-table.tsx';
import { ReviewOfYear } from '../../features/household/review-of-year.tsx';
import { CaseCard, CaseHistory, FilledForm } from '../../features/review/procedure/case-card.tsx';
import { caseQuery } from '../../features/review/procedure/procedure.api.ts';
import own from '../../features/review/procedure/procedure.module.css';
import { procedureWords } from '../../features/review/procedure/procedure.words.ts';
import { ClassChip } from '../../features/standard/class-chip.tsx';
import { Answer } from '../../platform/answer.tsx';
import { formatCount } from '../../platform/formats.ts';
import { ProblemError } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../use-may.ts';
import { ENTERING } from './desk-overview.tsx';
import { classOf, documentLink } from './procedure-parts.tsx';

/** One household's case in a round. */
export function CasePage() {
  const { id } = useParams({ from: '/ra-soat/ho-so/$id' });
  const found = useQuery(caseQuery(id));
  return (
    <Answer query={found} rows={8}>
      {(view) => <CaseOf key={id} view={view} />}
    </Answer>
  );
}

function CaseOf({ view }: { readonly view: CaseView }) {
  const t = useWords(procedureWords);
  const mayEnter = useMay(ENTERING) && view.round.open;
  const mayMake = useMay(['officer', 'administrator']);
  const { neighbours } = view;
  useCaseKeys(neighbours);
  return (
    <>
      <nav aria-label={t('board')} className={`${own.head} no-print`}>
        <Link
          to="/ra-soat/$nam/$donVi/$muc"
          params={{ nam: String(view.year), donVi: String(view.commune.id), muc: 'trinh-tu' }}
        >
          ‹ {t('board')}, {view.commune.name}
        </Link>
        <span className={own.acts}>
          {t('caseOf', {
            position: formatCount(neighbours.position),
            total: formatCount(neighbours.total),
            village: view.village,
          })}
          {neighbours.previous === null ? null : (
            <Link to="/ra-soat/ho-so/$id" params={{ id: neighbours.previous }}>
              ‹ {t('previousCase')}
            </Link>
          )}
          {neighbours.next === null ? null : (
            <Link to="/ra-soat/ho-so/$id" params={{ id: neighbours.next }}>
              {t('nextCase')} ›
            </Link>
          )}
        </span>
      </nav>
      <PageHeading>{view.head}</PageHeading>
      <CaseCard
        view={view}
        renderClass={classOf}
        household={
          <>
            {mayMake && view.class !== null ? <FilledForm view={view} renderDocument={documentLink} /> : null}
            {view.origin === 'record' || view.class !== null ? (
              <Link to="/ho/$id" params={{ id: view.householdId }} search={{ nam: view.year }}>
                {t('household')}
              </Link>
            ) : null}
          </>
        }
        entry={
          mayEnter ? (
            <Button
              variant={view.state === 'scored' ? 'outline' : 'filled'}
              renderRoot={(props) => (
                <Link
                  to="/nhap-phieu/$dot/$ho"
                  params={{ dot: view.round.id, ho: view.householdId }}
                  search={{
                    thon: view.villageId,
                    ...(view.origin === 'form01' && view.class === null ? { moi: 1 } : {}),
                  }}
                  {...props}
                />
              )}
            >
              {t('enter')}
            </Button>
          ) : null
        }
      />
      <AnswersAndReason view={view} />
    </>
  );
}

const renderClass: RenderClass = (one, state) =>
  one === null ? null : <ClassChip class={one} provisional={state === 'provisional'} />;

/** Answers at the left; the reason, the history and the documents beside them. Without a survey the last two alone. */
function AnswersAndReason({ view }: { readonly view: CaseView }) {
  const surveyed = view.surveyed !== null;
  const review = useQuery({
    ...reviewOfHouseholdQuery(view.householdId, view.year),
    enabled: surveyed,
    retry: false,
  });
  const rest = (
    <>
      <div id="lich-su" tabIndex={-1}>
        <CaseHistory view={view} />
      </div>
      <div id="van-ban" tabIndex={-1}>
        <DocumentList about={{ kind: 'case', id: view.id }} />
      </div>
    </>
  );
  if (!surveyed || (review.error instanceof ProblemError && review.error.problem.status === 404))
    return <div className={own.stack}>{rest}</div>;
  return (
    <>
      <Answer query={review} rows={8}>
        {(data) => <ReviewOfYear review={data} renderClass={renderClass} beside={rest} />}
      </Answer>
      {review.isError ? <div className={own.stack}>{rest}</div> : null}
    </>
  );
}

/** Alt+PgDn and Alt+PgUp go through the village's cases; Alt+2 and Alt+3 to the history and the documents. */
function useCaseKeys({ previous, next }: CaseView['neighbours']): void {
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.isComposing) return;
      const to = event.key === 'PageDown' ? next : event.key === 'PageUp' ? previous : null;
      const part = event.key === '2' ? 'lich-su' : event.key === '3' ? 'van-ban' : null;
      if (to === null && part === null) return;
      event.preventDefault();
      if (to !== null) void navigate({ to: '/ra-soat/ho-so/$id', params: { id: to } });
      else document.getElementById(part ?? '')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate, previous, next]);
}
