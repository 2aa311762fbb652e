import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BatchActs } from '../../features/document/batch-acts.tsx';
import { DocumentList } from '../../features/document/document-list.tsx';
import { DecisionCard } from '../../features/review/procedure/decision-card.tsx';
import { decisionQuery } from '../../features/review/procedure/recognition.api.ts';
import { recognitionWords } from '../../features/review/procedure/recognition.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../session-context.ts';
import { useMay } from '../use-may.ts';
import { caseLink, certificateLink, classOf, numbering } from './procedure-parts.tsx';

/** One recognition decision with its lists and certificates. */
export function DecisionPage() {
  const t = useWords(recognitionWords);
  const { id } = useParams({ from: '/cong-nhan/quyet-dinh/$id' });
  const { today } = useSession();
  const may = useMay(['officer', 'approver']);
  const decision = useQuery(decisionQuery(id));
  return (
    <Answer query={decision} rows={8}>
      {(view) => (
        <>
          <PageHeading>{t('decisionTitle', { number: view.number })}</PageHeading>
          <DecisionCard
            {...{ view, today, may }}
            renderNumbering={numbering}
            renderClass={classOf}
            renderCase={caseLink}
            renderCertificate={certificateLink}
          />
          {may && view.commune !== null
            ? (['certificate', 'refusal'] as const).map((kind) => (
                <BatchActs
                  key={kind}
                  unit={view.commune?.id ?? 0}
                  kind={kind}
                  about={`decision:${id}`}
                  today={today}
                />
              ))
            : null}
          <DocumentList about={{ kind: 'decision', id }} />
        </>
      )}
    </Answer>
  );
}
