import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BatchTable } from '../../features/exchange/batch-table.tsx';
import { BringFile } from '../../features/exchange/bring-file.tsx';
import { batchesQuery, templateAddress } from '../../features/exchange/exchange.api.ts';
import { exchangeWords } from '../../features/exchange/exchange.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

const YEARS_BACK = 5;

export function ImportsPage() {
  const t = useWords(exchangeWords);
  const place = usePlace();
  const session = useSession();
  const navigate = useNavigate({ from: '/nhap-excel' });
  const page = useSearch({ from: '/nhap-excel' }).trang ?? 1;
  const list = useQuery(batchesQuery(page));
  const now = Number(session.today.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK + 1 }, (_unused, index) => now - index);
  return (
    <>
      <PlacePath />
      <PageHeading>{t('imports')}</PageHeading>
      <p>{t('importsLead')}</p>
      {session.roles.some(({ role }) => role === 'officer' || role === 'administrator') ? (
        <>
          <BringFile
            unit={place.unit}
            years={years}
            onBrought={(lo) => void navigate({ to: '/nhap-excel/$lo', params: { lo } })}
          />
          <p>
            {t('templates')}:{' '}
            <a href={templateAddress('members')} download>
              {t('templateMembers')}
            </a>
            {' · '}
            <a href={templateAddress('households')} download>
              {t('templateHouseholds')}
            </a>
          </p>
        </>
      ) : null}
      {session.roles.some(({ role }) => role === 'officer') ? (
        <p>
          <Link to="/nhap-excel/doi-chieu">{t('compare')}</Link>
        </p>
      ) : null}
      <Block title={t('batches')}>
        <Answer query={list} rows={5}>
          {(data) =>
            data.batches.length === 0 ? (
              <Notice kind="empty" title={t('noBatches')} />
            ) : (
              <>
                <BatchTable
                  batches={data.batches}
                  link={(lo, children) => (
                    <Link to="/nhap-excel/$lo" params={{ lo }}>
                      {children}
                    </Link>
                  )}
                />
                <PagesOfList
                  page={data.page}
                  t={t}
                  onPage={(trang) => void navigate({ search: (last) => ({ ...last, trang }) })}
                />
              </>
            )
          }
        </Answer>
      </Block>
    </>
  );
}
