import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { DocumentList } from '../../features/document/document-list.tsx';
import { IncomingForm } from '../../features/document/incoming-form.tsx';
import { submissionQuery } from '../../features/review/procedure/recognition.api.ts';
import { recognitionWords } from '../../features/review/procedure/recognition.words.ts';
import { SubmissionCard } from '../../features/review/procedure/submission-card.tsx';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../session-context.ts';
import { useMay } from '../use-may.ts';
import { caseLink, classOf, numbering } from './procedure-parts.tsx';

/** One submission to the superior. */
export function SubmissionPage() {
  const t = useWords(recognitionWords);
  const { id } = useParams({ from: '/cong-nhan/trinh/$id' });
  const { today } = useSession();
  const mayRecall = useMay(['officer', 'approver']);
  const submission = useQuery(submissionQuery(id));
  return (
    <Answer query={submission} rows={8}>
      {(view) => (
        <>
          <PageHeading>{t('submissionTitle', { commune: view.commune?.name ?? '' })}</PageHeading>
          <SubmissionCard
            key={view.version}
            view={view}
            mayRecall={mayRecall && !view.mayAnswer}
            today={today}
            renderNumbering={numbering}
            renderIncoming={(onKept) =>
              view.commune === null ? null : (
                <IncomingForm
                  unit={view.commune.id}
                  today={today}
                  body={view.superior}
                  subject={t('incomingSubject', { year: view.submittedOn.slice(0, 4) })}
                  onKept={onKept}
                />
              )
            }
            renderClass={classOf}
            renderCase={caseLink}
          />
          <DocumentList about={{ kind: 'submission', id }} />
        </>
      )}
    </Answer>
  );
}
