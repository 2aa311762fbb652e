import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { BatchDesk } from '../../features/exchange/batch-desk.tsx';
import { batchQuery } from '../../features/exchange/exchange.api.ts';
import { exchangeWords } from '../../features/exchange/exchange.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { isMissing } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';

export function ImportPage() {
  const t = useWords(exchangeWords);
  const navigate = useNavigate();
  const { lo } = useParams({ from: '/nhap-excel/$lo' });
  const batch = useQuery(batchQuery(lo));
  const { refetch } = batch;
  const again = useCallback(() => void refetch(), [refetch]);
  const back = <Link to="/nhap-excel">{t('allImports')}</Link>;
  if (isMissing(batch.error)) return <MissingPage title={t('notFound')} wayBack={back} />;
  return (
    <>
      <p className="no-print">{back}</p>
      <PageHeading title={t('imports')}>{t('importOf', { file: batch.data?.file ?? '…' })}</PageHeading>
      <Answer query={batch} rows={8}>
        {(data) => (
          <BatchDesk
            batch={data}
            refetch={again}
            onBrought={(next) => void navigate({ to: '/nhap-excel/$lo', params: { lo: next } })}
            household={(id, children) => (
              <Link to="/ho/$id" params={{ id }} target="_blank">
                {children}
              </Link>
            )}
            households={(children) => (
              <Link to="/ho" search={{ 'don-vi': data.unit.id, nam: data.year }}>
                {children}
              </Link>
            )}
          />
        )}
      </Answer>
    </>
  );
}
