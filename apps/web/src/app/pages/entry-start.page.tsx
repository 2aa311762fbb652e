import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { roundsQuery } from '../../features/review/entry/entry.api.ts';
import { entryWords } from '../../features/review/entry/entry.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

/** The open rounds here that forms are typed for; where there is one, its page at once. */
export function EntryStartPage() {
  const t = useWords(entryWords);
  const session = useSession();
  const { unit, chosen } = usePlace();
  const year = Number(session.today.slice(0, 4));
  const thisYear = useQuery(roundsQuery(unit.id, year));
  const lastYear = useQuery(roundsQuery(unit.id, year - 1));
  const adHoc = useQuery(roundsQuery(unit.id, year, 'AD_HOC'));
  const search = chosen === undefined ? {} : { 'don-vi': chosen };
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      <Answer query={thisYear}>
        {(now) => (
          <Answer query={lastYear}>
            {(before) => {
              const unplanned = new Set(adHoc.data?.rounds.map(({ id }) => id));
              const open = [...now.rounds, ...(adHoc.data?.rounds ?? []), ...before.rounds].filter(
                ({ status }) => status === 'OPEN',
              );
              if (unit.level !== 'commune' && unit.level !== 'village')
                return <Notice kind="empty" title={t('pickCommune')} />;
              const [only] = open;
              if (open.length === 1 && only !== undefined)
                return <Navigate to="/nhap-phieu/$dot" params={{ dot: only.id }} search={search} replace />;
              if (open.length === 0)
                return (
                  <Notice kind="empty" title={t('noRound', { place: unit.name })}>
                    {t('noRoundHint')}
                  </Notice>
                );
              return (
                <nav aria-label={t('chooseRound')}>
                  <ul>
                    {open.map((round) => (
                      <li key={round.id}>
                        <Link to="/nhap-phieu/$dot" params={{ dot: round.id }} search={search}>
                          {t(unplanned.has(round.id) ? 'adHocRoundOf' : 'roundOf', {
                            year: round.year,
                            place: unit.name,
                          })}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </nav>
              );
            }}
          </Answer>
        )}
      </Answer>
    </>
  );
}
