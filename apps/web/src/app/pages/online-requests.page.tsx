import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import styles from '../../features/review/posting/posting.module.css';
import { onlineRequestsQuery } from '../../features/review/request/online-request.api.ts';
import { onlineRequestWords } from '../../features/review/request/online-request.words.ts';
import { OnlineRequestList } from '../../features/review/request/online-request-list.tsx';
import { OnlineRequestPanel } from '../../features/review/request/online-request-panel.tsx';
import { RequestChannel } from '../../features/review/request/request-channel.tsx';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';
import { caseLink } from './procedure-parts.tsx';

/** What households sent from the public page, to be taken in or refused. */
export function OnlineRequestsPage() {
  const t = useWords(onlineRequestWords);
  const { today } = useSession();
  const { unit } = usePlace();
  const navigate = useNavigate({ from: '/ra-soat/de-nghi-truc-tuyen' });
  const search = useSearch({ from: '/ra-soat/de-nghi-truc-tuyen' });
  const year = search.nam ?? Number(today.slice(0, 4));
  const list = useQuery(onlineRequestsQuery(unit.id, year, search.trang ?? 1));
  const open = (dn: string | undefined) => void navigate({ search: (last) => ({ ...last, dn }) });
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('lead')}</p>
      <div className={styles.halves} data-drawer={search.dn !== undefined}>
        <Answer query={list} rows={6}>
          {(found) => (
            <div data-shown="true" className={styles.stack}>
              <OnlineRequestList list={found} onOpen={open} />
              <PagesOfList
                page={found.page}
                t={t}
                onPage={(trang) => void navigate({ search: (last) => ({ ...last, trang }) })}
              />
              {found.channel === null ? null : <RequestChannel channel={found.channel} />}
            </div>
          )}
        </Answer>
      </div>
      {search.dn === undefined ? null : (
        <SidePanel
          title={t('title')}
          closeLabel={t('close')}
          contentKey={search.dn}
          onClose={() => open(undefined)}
        >
          <OnlineRequestPanel
            id={search.dn}
            onAccepted={(id) => void navigate({ to: '/ra-soat/ho-so/$id', params: { id } })}
            renderCase={caseLink}
          />
        </SidePanel>
      )}
    </>
  );
}
