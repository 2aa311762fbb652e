import type { UnitRef } from '@benvung/contract/shared';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Comparison } from '../../features/household/duplicate-comparison.tsx';
import { DuplicateTable, isSamePair, pairIdOf } from '../../features/household/duplicate-list.tsx';
import {
  comparisonQuery,
  duplicatesQuery,
  exportDuplicates,
  type PairId,
  type PairState,
  searchAgain,
} from '../../features/household/duplicates.api.ts';
import styles from '../../features/household/duplicates.module.css';
import { duplicatesWords } from '../../features/household/duplicates.words.ts';
import type { RenderClass } from '../../features/household/household-table.tsx';
import { ClassChip } from '../../features/standard/class-chip.tsx';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { Pages } from '../../ui/pages.tsx';
import { useSession } from '../session-context.ts';
import { LIST_EXPORTERS, useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

const renderClass: RenderClass = (householdClass, state) => (
  <ClassChip class={householdClass} provisional={state === 'provisional'} />
);
const STATES = ['proposed', 'dismissed', 'merged'] as const;
const STATE_OF: Readonly<Record<string, PairState>> = { 'khong-trung': 'dismissed', 'da-nhap': 'merged' };
const NAME_OF: Readonly<Record<PairState, string | undefined>> = {
  proposed: undefined,
  dismissed: 'khong-trung',
  merged: 'da-nhap',
};
const EMPTY = { proposed: 'emptyProposed', dismissed: 'emptyDismissed', merged: 'emptyMerged' } as const;

function readPair(text: string | undefined): PairId | null {
  const [id, otherId] = (text ?? '').split('.');
  return id && otherId ? { id, otherId } : null;
}

/** "Những hộ nào có thể đã ghi hai lần?" */
export function DuplicatesPage() {
  const t = useWords(duplicatesWords);
  const session = useSession();
  const place = usePlace();
  const search = useSearch({ from: '/ho/nghi-trung' });
  const navigate = useNavigate({ from: '/ho/nghi-trung' });
  const state = STATE_OF[search['tinh-trang'] ?? ''] ?? 'proposed';
  const list = useQuery(duplicatesQuery({ unit: place.unit.id, state, page: search.trang ?? 1 }));
  const open = readPair(search.cap);
  const canDecide = session.roles.some(({ role }) => role === 'officer');
  const mayExport = useMay(LIST_EXPORTERS);
  const pairs = list.data?.pairs ?? [];
  const goTo = (pair: PairId | null) =>
    void navigate({
      search: ({ cap: _cap, ...last }) =>
        pair === null ? last : { ...last, cap: `${pair.id}.${pair.otherId}` },
      resetScroll: false,
      replace: true,
    });
  const step = (by: 1 | -1) => {
    const at = pairs.findIndex((pair) => isSamePair(open, pairIdOf(pair)));
    const next = pairs[at < 0 ? (by === 1 ? 0 : pairs.length - 1) : at + by];
    goTo(next === undefined ? null : pairIdOf(next));
  };
  useStepKeys(step);
  return (
    <>
      <PlacePath />
      <div className={styles.bar}>
        <PageHeading>{t('title')}</PageHeading>
        {canDecide ? <SearchAgain unit={place.unit} /> : null}
      </div>
      <p>{t('lead')}</p>
      <Answer query={list} rows={8}>
        {(data) => (
          <>
            <div className={styles.bar}>
              <fieldset className={styles.states} style={{ border: 0, margin: 0, padding: 0 }}>
                <legend className="visually-hidden">{t('states')}</legend>
                {STATES.map((one) => (
                  <Button
                    key={one}
                    size="xs"
                    variant={one === state ? 'light' : 'outline'}
                    aria-pressed={one === state}
                    onClick={() =>
                      void navigate({
                        search: ({ cap: _cap, trang: _trang, ...last }) => ({
                          ...last,
                          'tinh-trang': NAME_OF[one],
                        }),
                      })
                    }
                  >
                    {t(one, { count: formatCount(data.counts[one]) })}
                  </Button>
                ))}
              </fieldset>
              {data.pairs.length > 0 && mayExport ? (
                <ExportMenu
                  personal
                  load={(choice) => exportDuplicates({ unit: place.unit.id, state }, choice)}
                />
              ) : null}
              {data.pairs.length === 0 ? null : (
                <span className={`${styles.second} no-print`}>{t('keys')}</span>
              )}
            </div>
            {open === null ? null : (
              <OpenPair
                key={`${open.id} ${open.otherId}`}
                pair={open}
                today={session.today}
                canDecide={canDecide}
                onDecided={() => step(1)}
              />
            )}
            {data.pairs.length === 0 ? (
              <Notice kind="empty" title={t(EMPTY[state], { unit: place.unit.name })}>
                {state === 'proposed' ? <p>{t('emptyHint')}</p> : null}
              </Notice>
            ) : (
              <DuplicateTable list={data} open={open} onOpen={goTo} />
            )}
            <Pages
              page={data.page.page}
              pages={Math.max(1, Math.ceil(data.page.total / data.page.pageSize))}
              texts={{
                label: t('paging'),
                previous: t('previousPage'),
                next: t('nextPage'),
                at: (at, all) => t('page', { page: at, pages: all }),
              }}
              onPage={(trang) => void navigate({ search: ({ cap: _cap, ...last }) => ({ ...last, trang }) })}
            />
          </>
        )}
      </Answer>
    </>
  );
}

/** F8 and Shift+F8 walk the pairs. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'F8') return;
      event.preventDefault();
      latest.current(event.shiftKey ? -1 : 1);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

interface OpenPairProps {
  readonly pair: PairId;
  readonly today: string;
  readonly canDecide: boolean;
  readonly onDecided: () => void;
}

function OpenPair({ pair, ...props }: OpenPairProps) {
  const comparison = useQuery(comparisonQuery(pair));
  const box = useRef<HTMLDivElement>(null);
  const there = comparison.data !== undefined;
  useEffect(() => {
    if (there) box.current?.focus();
  }, [there]);
  return (
    <div ref={box} tabIndex={-1}>
      <Answer query={comparison} rows={8}>
        {(data) => (
          <Comparison
            key={`${data.state} ${data.version} ${data.household.version} ${data.other.version}`}
            pair={data}
            renderClass={renderClass}
            {...props}
          />
        )}
      </Answer>
    </div>
  );
}

function SearchAgain({ unit }: { readonly unit: UnitRef }) {
  const t = useWords(duplicatesWords);
  const again = useCommand({
    send: searchAgain,
    changes: [['duplicates']],
    done: ({ pairs }) => t('found', { count: formatCount(pairs) }),
  });
  return (
    <div>
      <Button
        variant="outline"
        className="no-print"
        loading={again.isPending}
        onClick={() => again.mutate(unit.id)}
      >
        {t('again')}
      </Button>
      {again.isError ? <ProblemNotice error={again.error} /> : null}
    </div>
  );
}
