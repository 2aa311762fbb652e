import type { PostingDesk } from '@benvung/contract/review-posting';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DocumentList } from '../../features/document/document-list.tsx';
import { GrievanceList } from '../../features/review/posting/grievance-list.tsx';
import { GrievancePanel } from '../../features/review/posting/grievance-panel.tsx';
import { NoteGrievance } from '../../features/review/posting/note-grievance.tsx';
import { OpenPosting } from '../../features/review/posting/open-posting.tsx';
import { grievancesQuery, postingsQuery } from '../../features/review/posting/posting.api.ts';
import styles from '../../features/review/posting/posting.module.css';
import { postingWords } from '../../features/review/posting/posting.words.ts';
import { PostingList } from '../../features/review/posting/posting-list.tsx';
import { PostingPanel } from '../../features/review/posting/posting-panel.tsx';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Block } from '../../ui/block.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

type Drawer =
  | { readonly kind: 'plan'; readonly waiting: PostingDesk['waiting'][number] }
  | { readonly kind: 'note' };

const GRIEVANCE_READERS: readonly string[] = [
  'enumerator',
  'officer',
  'approver',
  'inspector',
  'administrator',
];

/** Two legal clocks side by side: the lists that hang, and the grievances that wait. */
export function PostingPage() {
  const t = useWords(postingWords);
  const session = useSession();
  const { unit } = usePlace();
  const navigate = useNavigate({ from: '/niem-yet' });
  const search = useSearch({ from: '/niem-yet' });
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const year = search.nam ?? Number(session.today.slice(0, 4));
  const postings = useQuery(postingsQuery(unit.id, year, search.trang ?? 1));
  const mayRead = session.roles.some(({ role }) => GRIEVANCE_READERS.includes(role));
  const grievances = useQuery({ ...grievancesQuery(unit.id, year, search.trang ?? 1), enabled: mayRead });
  const part = search.muc === 'phan-anh' ? 'phan-anh' : 'niem-yet';
  const open = (now: { ban?: string | undefined; pa?: string | undefined }) => {
    setDrawer(null);
    void navigate({ search: ({ ban: _ban, pa: _pa, ...rest }) => ({ ...rest, ...now }) });
  };
  const openCount = grievances.data?.open ?? 0;
  const tab = (muc: 'niem-yet' | 'phan-anh', text: string) => (
    <button
      type="button"
      aria-pressed={part === muc}
      onClick={() => void navigate({ search: (last) => ({ ...last, muc }), replace: true })}
    >
      {text}
    </button>
  );
  const grievancesTitle = openCount > 0 ? t('grievancesOpen', { count: openCount }) : t('grievances');
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      <div className={`${styles.tabs} no-print`}>
        {tab('niem-yet', t('postings'))}
        {tab('phan-anh', grievancesTitle)}
      </div>
      <div
        className={styles.halves}
        data-drawer={drawer !== null || search.ban !== undefined || search.pa !== undefined}
      >
        <div data-shown={part === 'niem-yet'}>
          <Block title={t('postings')}>
            <Answer query={postings} rows={6}>
              {(desk) => (
                <>
                  <PostingList
                    desk={desk}
                    onOpen={(ban) => open({ ban })}
                    onPlan={(waiting) => setDrawer({ kind: 'plan', waiting })}
                  />
                  <Paging
                    page={desk.page}
                    onPage={(trang) => void navigate({ search: (last) => ({ ...last, trang }) })}
                  />
                </>
              )}
            </Answer>
          </Block>
        </div>
        {mayRead ? (
          <div data-shown={part === 'phan-anh'}>
            <Block title={grievancesTitle}>
              <Answer query={grievances} rows={6}>
                {(list) => <GrievanceList list={list} onOpen={(pa) => open({ pa })} />}
              </Answer>
              {postings.data?.may.handle && postings.data.postings.length > 0 ? (
                <p>
                  <Button variant="outline" onClick={() => setDrawer({ kind: 'note' })}>
                    {t('note')}
                  </Button>
                </p>
              ) : null}
            </Block>
          </div>
        ) : null}
      </div>
      <Drawers
        drawer={drawer}
        search={search}
        desk={postings.data}
        onClose={() => open({})}
        onOpened={(ban) => open({ ban })}
      />
    </>
  );
}

function Paging({
  page,
  onPage,
}: {
  readonly page: PostingDesk['page'];
  readonly onPage: (page: number) => void;
}) {
  const t = useWords(postingWords);
  return <PagesOfList page={page} t={t} onPage={onPage} />;
}

interface DrawersProps {
  readonly drawer: Drawer | null;
  readonly search: { readonly ban?: string | undefined; readonly pa?: string | undefined };
  readonly desk: PostingDesk | undefined;
  readonly onClose: () => void;
  readonly onOpened: (id: string) => void;
}

/** What is open at the right: one posting, one grievance, or a form. */
function Drawers({ drawer, search, desk, onClose, onOpened }: DrawersProps) {
  const t = useWords(postingWords);
  const panel = (key: string, title: string, children: ReactNode) => (
    <SidePanel title={title} closeLabel={t('close')} contentKey={key} onClose={onClose}>
      {children}
    </SidePanel>
  );
  if (drawer?.kind === 'plan') {
    const { roundId, villageId, village } = drawer.waiting;
    return panel(
      `plan ${villageId}`,
      t('openTitle', { village }),
      <OpenPosting roundId={roundId} villageId={villageId} onOpened={onOpened} />,
    );
  }
  if (drawer?.kind === 'note')
    return panel('note', t('noteTitle'), <NoteGrievance postings={desk?.postings ?? []} />);
  if (search.ban !== undefined) {
    const line = desk?.postings.find(({ id }) => id === search.ban);
    return panel(
      search.ban,
      line?.village ?? t('postings'),
      <PostingPanel
        id={search.ban}
        mayOpen={desk?.may.open ?? false}
        renderDocuments={(about) => <DocumentList about={about} />}
      />,
    );
  }
  if (search.pa !== undefined)
    return panel(
      search.pa,
      t('grievances'),
      <GrievancePanel
        id={search.pa}
        renderDocuments={(about) => <DocumentList about={about} />}
        renderCase={(id, text) => <a href={`/ra-soat/ho-so/${id}`}>{text}</a>}
      />,
    );
  return null;
}
