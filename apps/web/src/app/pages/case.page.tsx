import type { CaseView } from '@benvung/contract/review-case';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { DocumentList } from '../../features/document/document-list.tsx';
import { CaseCard } from '../../features/review/procedure/case-card.tsx';
import { caseQuery } from '../../features/review/procedure/procedure.api.ts';
import own from '../../features/review/procedure/procedure.module.css';
import { procedureWords } from '../../features/review/procedure/procedure.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../use-may.ts';
import { ENTERING } from './desk-overview.tsx';
import { classOf } from './procedure-parts.tsx';

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
  const { neighbours } = view;
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
          view.origin === 'record' || view.class !== null ? (
            <Link to="/ho/$id" params={{ id: view.householdId }} search={{ nam: view.year }}>
              {t('household')}
            </Link>
          ) : null
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
      <DocumentList about={{ kind: 'case', id: view.id }} />
    </>
  );
}
