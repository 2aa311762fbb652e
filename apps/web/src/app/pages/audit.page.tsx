import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { exportTrail, type TrailAsked, trailQuery } from '../../features/access/audit.api.ts';
import styles from '../../features/access/audit.module.css';
import { auditWords } from '../../features/access/audit.words.ts';
import { AuditFilters } from '../../features/access/audit-filters.tsx';
import { AuditTable, type RenderSubject, useSubjectWords } from '../../features/access/audit-table.tsx';
import { AuditVerdict } from '../../features/access/audit-verdict.tsx';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { AuditSearch } from '../search.ts';
import { useSession } from '../session-context.ts';

const renderSubject: RenderSubject = ({ kind, id }, words) => {
  if (kind === 'household')
    return (
      <Link to="/ho/$id" params={{ id }}>
        {words}
      </Link>
    );
  if (kind === 'table')
    return (
      <Link to="/bieu/$so" params={{ so: id }}>
        {words}
      </Link>
    );
  if (kind === 'unit')
    return (
      <Link to="/viec" search={{ 'don-vi': Number(id) }}>
        {words}
      </Link>
    );
  if (kind === 'account')
    return (
      <Link to="/quan-tri/nguoi-dung" search={{ 'tai-khoan': id }}>
        {words}
      </Link>
    );
  if (kind === 'document')
    return (
      <Link to="/van-ban/$id" params={{ id }}>
        {words}
      </Link>
    );
  return words;
};

const askedBy = (search: AuditSearch): TrailAsked => ({
  from: search.tu,
  to: search.den,
  actor: search.ai,
  act: search.viec,
  subjectKind: search['loai-doi-tuong'],
  subjectId: search['doi-tuong'],
});

/** `/quan-tri/nhat-ky`: the log of one's areas. */
export function AuditPage() {
  const t = useWords(auditWords);
  const session = useSession();
  const search = useSearch({ from: '/quan-tri/nhat-ky' });
  const navigate = useNavigate({ from: '/quan-tri/nhat-ky' });
  const subjectWords = useSubjectWords();
  const asked = askedBy(search);
  const trail = useQuery(trailQuery(asked, search.truoc));
  const isNarrowed = Object.values(asked).some((value) => value !== undefined);
  const change = (next: TrailAsked) =>
    void navigate({
      search: (last) => ({
        'don-vi': last['don-vi'],
        tu: next.from,
        den: next.to,
        ai: next.actor,
        viec: next.act,
        'loai-doi-tuong': next.subjectKind,
        'doi-tuong': next.subjectId,
      }),
      resetScroll: false,
    });
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('lead')}</p>
      <AuditVerdict renderSubject={renderSubject} />
      <AuditFilters key={search.ai ?? ''} asked={asked} today={session.today} onChange={change} />
      {asked.subjectKind === undefined || asked.subjectId === undefined ? null : (
        <p>{t('subjectIs', { subject: subjectWords({ kind: asked.subjectKind, id: asked.subjectId }) })}</p>
      )}
      <Answer query={trail} rows={12}>
        {({ entries, next }) => (
          <>
            {entries.length === 0 ? (
              <Notice kind="empty" title={t(isNarrowed ? 'noMatch' : 'empty')} />
            ) : (
              <AuditTable entries={entries} stale={trail.isPlaceholderData} renderSubject={renderSubject} />
            )}
            <div className={`${styles.more} no-print`}>
              {next === null ? null : (
                <Button
                  variant="outline"
                  onClick={() => void navigate({ search: (last) => ({ ...last, truoc: next }) })}
                >
                  {t('older')}
                </Button>
              )}
              {search.truoc === undefined ? null : (
                <Button
                  variant="outline"
                  onClick={() => void navigate({ search: ({ truoc: _truoc, ...last }) => last })}
                >
                  {t('newest')}
                </Button>
              )}
              {entries.length === 0 ? null : <ExportMenu load={(choice) => exportTrail(asked, choice)} />}
            </div>
          </>
        )}
      </Answer>
    </>
  );
}
