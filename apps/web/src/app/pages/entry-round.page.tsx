import type { EntryRow } from '@benvung/contract/review-entry';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { entriesQuery, exportEntries } from '../../features/review/entry/entry.api.ts';
import styles from '../../features/review/entry/entry.module.css';
import { entryWords } from '../../features/review/entry/entry.words.ts';
import { EntryHouseholds, EntryVillages } from '../../features/review/entry/entry-lists.tsx';
import type { RenderClass } from '../../features/review/entry/live-result.tsx';
import { TotalsGrid } from '../../features/review/entry/totals-grid.tsx';
import { ClassChip } from '../../features/standard/class-chip.tsx';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../session-context.ts';

const renderClass: RenderClass = (householdClass) => <ClassChip class={householdClass} provisional />;

/** Who is still to be typed, village by village; and the totals of a village in a grid. */
export function EntryRoundPage() {
  const t = useWords(entryWords);
  const session = useSession();
  const { dot } = useParams({ from: '/nhap-phieu/$dot' });
  const search = useSearch({ from: '/nhap-phieu/$dot' });
  const navigate = useNavigate({ from: '/nhap-phieu/$dot' });
  const { thon, cach } = search;
  const list = useQuery(entriesQuery(dot, thon));
  const mayExport = session.roles.some(({ role }) => role === 'officer');
  const totalsOnly = cach === 'diem';
  return (
    <Answer query={list} rows={10}>
      {(data) => {
        const { round, villages, households, enumerators } = data;
        const [alone] = villages;
        if (thon === undefined && villages.length === 1 && alone !== undefined)
          return (
            <Navigate
              to="/nhap-phieu/$dot"
              params={{ dot }}
              search={{ ...search, thon: alone.unit.id }}
              replace
            />
          );
        const village = villages.find(({ unit }) => unit.id === thon)?.unit.name ?? '';
        const next = households.find(isToDo);
        const open = round.status === 'OPEN';
        return (
          <>
            <div className={styles.top}>
              <PageHeading>{t('titleAt', { place: round.commune.name })}</PageHeading>
              <fieldset className={`${styles.ways} no-print`}>
                <legend className="visually-hidden">{t('waysLabel')}</legend>
                {(['phieu', 'diem'] as const).map((way) => (
                  <label key={way}>
                    <input
                      type="radio"
                      name="cach"
                      checked={totalsOnly === (way === 'diem')}
                      onChange={() =>
                        void navigate({
                          search: (last) => ({ ...last, cach: way === 'diem' ? way : undefined }),
                        })
                      }
                    />
                    {t(way === 'diem' ? 'totals' : 'full')}
                  </label>
                ))}
              </fieldset>
            </div>
            {open ? null : <Notice kind="warning" title={t('closedRound', { year: round.year })} />}
            {villages.length === 1 ? null : (
              <details key={thon} open={thon === undefined} className={styles.villagesFold}>
                <summary>{t('villages')}</summary>
                <EntryVillages
                  list={data}
                  chosen={thon}
                  link={(id, name) => (
                    <Link to="/nhap-phieu/$dot" params={{ dot }} search={{ ...search, thon: id }}>
                      {name}
                    </Link>
                  )}
                />
              </details>
            )}
            {thon === undefined ? (
              <Notice kind="empty" title={t('pickVillage')} />
            ) : (
              <>
                <div className={styles.bar}>
                  <h2>{t('households', { village })}</h2>
                  {mayExport && households.length > 0 ? (
                    <ExportMenu personal load={(choice) => exportEntries(dot, thon, choice)} />
                  ) : null}
                  {open ? (
                    <div className={styles.acts}>
                      <Button
                        variant="outline"
                        renderRoot={(props) => (
                          <Link
                            to="/nhap-phieu/$dot/$ho"
                            params={{ dot, ho: newId() }}
                            search={{ ...search, thon, moi: 1 }}
                            {...props}
                          />
                        )}
                      >
                        {t('newHousehold')}
                      </Button>
                      {next === undefined || totalsOnly ? null : (
                        <Button
                          renderRoot={(props) => (
                            <Link
                              to="/nhap-phieu/$dot/$ho"
                              params={{ dot, ho: next.householdId }}
                              search={search}
                              {...props}
                            />
                          )}
                        >
                          {t('nextHousehold')}
                        </Button>
                      )}
                    </div>
                  ) : null}
                </div>
                {households.length === 0 ? (
                  <Notice kind="empty" title={t('emptyVillage', { village })} />
                ) : totalsOnly ? (
                  <div className={styles.totals}>
                    <p>{t('totalsHint')}</p>
                    <TotalsGrid
                      key={thon}
                      accountId={session.account.id}
                      roundId={dot}
                      village={village}
                      rows={households}
                      enumerators={enumerators}
                      open={open}
                    />
                  </div>
                ) : (
                  <EntryHouseholds
                    village={village}
                    rows={households}
                    renderClass={renderClass}
                    link={(row) => (
                      <Link to="/nhap-phieu/$dot/$ho" params={{ dot, ho: row.householdId }} search={search}>
                        {row.head === '' ? '…' : row.head}
                      </Link>
                    )}
                  />
                )}
              </>
            )}
          </>
        );
      }}
    </Answer>
  );
}

const isToDo = ({ state, draftOf }: EntryRow): boolean =>
  (state === 'notBegun' || state === 'inProgress') && draftOf === null;
