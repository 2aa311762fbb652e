import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { DocumentList } from '../../features/document/document-list.tsx';
import { CertificateCard } from '../../features/review/procedure/certificate-card.tsx';
import { certificateQuery } from '../../features/review/procedure/recognition.api.ts';
import { recognitionWords } from '../../features/review/procedure/recognition.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { certificateLink, classOf } from './procedure-parts.tsx';

/** One certificate with its years and the papers of its household before and after it. */
export function CertificatePage() {
  const t = useWords(recognitionWords);
  const { id } = useParams({ from: '/cong-nhan/giay/$id' });
  const certificate = useQuery(certificateQuery(id));
  return (
    <Answer query={certificate} rows={6}>
      {(view) => (
        <>
          <PageHeading>{t('certificateTitle', { number: view.number, head: view.head })}</PageHeading>
          <p>
            <Link to="/ho/$id" params={{ id: view.householdId }} search={{ nam: view.year }}>
              {t('household')}
            </Link>
          </p>
          <CertificateCard {...{ view }} renderClass={classOf} renderCertificate={certificateLink} />
          <DocumentList about={{ kind: 'certificate', id }} />
        </>
      )}
    </Answer>
  );
}
