import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { PlanEditor } from '../../features/plan/structure/plan-editor.tsx';
import { addressOfPart, partOfAddress } from '../../features/plan/structure/plan-part.ts';
import { planQuery } from '../../features/plan/structure/plan-structure.api.ts';
import { planStructureWords } from '../../features/plan/structure/plan-structure.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { isMissing } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { platformWords } from '../../platform/platform.words.ts';
import { looksOverAnArea } from '../looks-over.ts';
import { useSession } from '../session-context.ts';

/** "Kế hoạch này đã đủ, đúng, và khớp với cấp trên chưa?" */
export function PlanPage() {
  const t = useWords(planStructureWords);
  const shared = useWords(platformWords);
  const session = useSession();
  const { today } = session;
  const wayBack = looksOverAnArea(session) ? (
    <Link to="/ke-hoach">{t('toList')}</Link>
  ) : (
    <Link to="/viec-giao">{t('toDuties')}</Link>
  );
  const { id } = useParams({ from: '/ke-hoach/$id' });
  const { ban, phan } = useSearch({ from: '/ke-hoach/$id' });
  const navigate = useNavigate({ from: '/ke-hoach/$id' });
  const plan = useQuery(planQuery(id, ban));
  if (plan.data === undefined && isMissing(plan.error))
    return <MissingPage title={shared('notFoundTitle')} wayBack={wayBack} />;
  return (
    <>
      <p>{wayBack}</p>
      {plan.data === undefined ? <PageHeading>{t('title')}</PageHeading> : null}
      <Answer query={plan} rows={10}>
        {(data) => (
          <>
            <PageHeading>
              {`${data.unit.name}: ${t(data.kind)} ${data.yearFrom === data.yearTo ? data.yearFrom : `${data.yearFrom} – ${data.yearTo}`}`}
            </PageHeading>
            <PlanEditor
              key={`${data.id} ${data.number} ${data.state}`}
              plan={data}
              today={today}
              part={partOfAddress(phan)}
              onPart={(part) =>
                void navigate({
                  search: (before) => ({ ...before, phan: addressOfPart(part) }),
                  replace: true,
                  resetScroll: false,
                })
              }
              onVersion={(number) => void navigate({ search: (before) => ({ ...before, ban: number }) })}
              onGone={() => void navigate({ to: '/ke-hoach' })}
              documentLink={(documentId) => (
                <Link to="/van-ban/$id" params={{ id: documentId }}>
                  {t('toDocument')}
                </Link>
              )}
            />
          </>
        )}
      </Answer>
    </>
  );
}
