import type { HouseholdList } from '@benvung/contract/household';
import { SENSITIVE_FIELDS } from '@benvung/domain/household/sensitive-fields';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { exportHouseholds, exportMembers } from '../../features/exchange/exchange.api.ts';
import { BulkBar } from '../../features/household/bulk-acts.tsx';
import { ChooseAll } from '../../features/household/choose-all.tsx';
import { FilterChips } from '../../features/household/filter-chips.tsx';
import { householdsQuery } from '../../features/household/household.api.ts';
import { householdWords } from '../../features/household/household.words.ts';
import { editWords } from '../../features/household/household-edit.words.ts';
import {
  type Filters,
  HouseholdFilters,
  isNarrowed,
  NOTHING,
} from '../../features/household/household-filters.tsx';
import { listWords } from '../../features/household/household-list.words.ts';
import { HouseholdTable, type RenderClass } from '../../features/household/household-table.tsx';
import { IdentitySearch } from '../../features/household/identity-search.tsx';
import { keepTrail } from '../../features/household/list-trail.ts';
import { MOST_PRINTED, usePrintAll } from '../../features/household/print-all.ts';
import { SavedViews } from '../../features/household/saved-views.tsx';
import { useChosen } from '../../features/household/use-chosen.ts';
import { formsQuery } from '../../features/report/report.api.ts';
import { ClassChip, isHouseholdClass } from '../../features/standard/class-chip.tsx';
import { standardWords } from '../../features/standard/standard.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { searchOf, viewOf } from '../saved-view.ts';
import { useSession } from '../session-context.ts';
import { useListFilters } from '../use-list-filters.ts';
import { usePlace } from '../use-place.ts';
import styles from './household.module.css';
import { PlacePath } from './place-path.tsx';
import { villageField } from './village-of.tsx';

const renderClass: RenderClass = (householdClass, state) => (
  <ClassChip class={householdClass} provisional={state === 'provisional'} />
);

const NONE: HouseholdList['households'] = [];

export function HouseholdListPage() {
  const t = useWords(householdWords);
  const edit = useWords(editWords);
  const classWord = useWords(standardWords);
  const place = usePlace();
  const say = useWords(listWords);
  const session = useSession();
  const { filters, page, sort, hidden, change, toPage, toSort, hide } = useListFilters();
  const years = useQuery(formsQuery).data?.years ?? [];
  const { unverified, soughtName: q, ...asked } = filters;
  const list = useQuery(
    householdsQuery({ unit: place.unit.id, ...asked, unverified: unverified ? 1 : undefined, q, sort, page }),
  );
  const narrowed = isNarrowed(filters);
  const roles = new Set(session.roles.map(({ role }) => role));
  const exported = {
    unit: place.unit.id,
    ...asked,
    unverified: unverified ? (1 as const) : undefined,
    q,
    sort,
  };
  const isOfficer = roles.has('officer');
  const printing = usePrintAll(exported);
  const tooLong = (list.data?.page.total ?? 0) > MOST_PRINTED || list.data?.more === true;
  const mayExport = (['officer', 'approver', 'inspector', 'administrator'] as const).some((role) =>
    roles.has(role),
  );
  const mayExportClosed = (['officer', 'approver', 'inspector'] as const).some((role) => roles.has(role));
  const maySearchNumbers = (['enumerator', 'officer', 'approver', 'inspector'] as const).some((role) =>
    roles.has(role),
  );
  const shown = list.data;
  const choosing = useChosen(shown?.households ?? NONE);
  const commune =
    place.unit.level === 'commune' ? place.unit : place.ancestors.find((one) => one.level === 'commune');
  useEffect(() => {
    if (shown === undefined) return;
    const { page: at, pageSize, total } = shown.page;
    keepTrail({
      asked: { unit: place.unit.id, ...asked, unverified: unverified ? 1 : undefined, q, sort, page: at },
      ids: shown.households.map(({ id }) => id),
      total,
      pageSize,
    });
  });
  return (
    <>
      <PlacePath />
      <div className={styles.head}>
        <PageHeading>{t('listTitle')}</PageHeading>
        {isOfficer ? (
          <Link
            to="/ho/moi"
            search={place.chosen === undefined ? {} : { 'don-vi': place.chosen }}
            className="no-print"
          >
            {edit('newTitle')}
          </Link>
        ) : null}
      </div>
      <HouseholdFilters
        filters={filters}
        years={[...years].sort((a, b) => b - a)}
        className={(one) => (isHouseholdClass(one) ? classWord(one) : one)}
        onChange={change}
      >
        <StandardFilter filters={filters} list={shown} onChange={change} />
        {maySearchNumbers ? <IdentitySearch /> : null}
      </HouseholdFilters>
      <FilterChips
        filters={filters}
        className={(one) => (isHouseholdClass(one) ? classWord(one) : one)}
        onChange={change}
      />
      {isOfficer ? (
        <BulkBar
          chosen={choosing.chosen}
          today={session.today}
          renderVillage={villageField(session.today, commune?.id ?? null)}
          onClear={choosing.clear}
          more={
            shown === undefined ? null : (
              <ChooseAll
                chosen={choosing.chosen}
                list={shown}
                asked={{
                  unit: place.unit.id,
                  ...asked,
                  unverified: unverified ? 1 : undefined,
                  q,
                  sort,
                }}
                put={choosing.put}
              />
            )
          }
        />
      ) : null}
      <Answer query={list} rows={12}>
        {(data) => (
          <>
            <div className={styles.head}>
              <p role="status">
                {data.more
                  ? say('foundMore', { count: formatCount(data.page.total), unit: place.unit.name })
                  : t('found', { count: formatCount(data.page.total), unit: place.unit.name })}
              </p>
              <SavedViews
                filters={viewOf({ filters, sort, unit: place.chosen, hidden })}
                link={(view) => (
                  <Link to="/ho" search={searchOf(view.filters)}>
                    {view.name}
                  </Link>
                )}
              />
              {data.page.total === 0 ? null : (
                <div className={`${styles.tools} no-print`}>
                  {mayExport ? <ListExports filters={exported} mayOpen={mayExportClosed} /> : null}
                  <Button
                    variant="outline"
                    loading={printing.isFetching}
                    disabled={tooLong}
                    aria-describedby={tooLong ? 'print-bound' : undefined}
                    onClick={printing.start}
                  >
                    {say('print')}
                  </Button>
                  {tooLong ? (
                    <span id="print-bound" className={styles.sub}>
                      {say('printBound', { most: formatCount(MOST_PRINTED) })}
                    </span>
                  ) : null}
                </div>
              )}
            </div>
            {printing.error === null ? null : <ProblemNotice error={printing.error} />}
            {printing.every === null && data.page.total > data.households.length ? (
              <p className="print-only">
                {say('printedPart', {
                  shown: formatCount(data.households.length),
                  total: formatCount(data.page.total),
                })}
              </p>
            ) : null}
            {data.page.total === 0 ? (
              <Notice
                kind="empty"
                title={narrowed ? t('noMatch') : t('empty')}
                actions={
                  narrowed ? (
                    <Button variant="outline" onClick={() => change(NOTHING)}>
                      {t('clear')}
                    </Button>
                  ) : undefined
                }
              />
            ) : (
              <HouseholdTable
                list={printing.every ?? data}
                renderClass={renderClass}
                stale={list.isPlaceholderData}
                sort={sort}
                onSort={toSort}
                hidden={hidden}
                onHidden={hide}
                choosing={isOfficer ? choosing : undefined}
              />
            )}
            <PagesOfList page={data.page} t={t} onPage={toPage} />
          </>
        )}
      </Answer>
    </>
  );
}

interface ListExportsProps {
  readonly filters: Parameters<typeof exportHouseholds>[0];
  /** Whether closed fields may be asked for. */
  readonly mayOpen: boolean;
}

function ListExports({ filters, mayOpen }: ListExportsProps) {
  const t = useWords(householdWords);
  const say = useWords(listWords);
  const closed = SENSITIVE_FIELDS.map((value) => ({ value, label: t(value) }));
  return (
    <>
      <ExportMenu personal load={(choice) => exportHouseholds(filters, choice)} />
      <ExportMenu
        personal
        label={say('exportMembers')}
        closed={mayOpen ? closed : []}
        load={(choice) => exportMembers(filters, choice)}
      />
    </>
  );
}

interface StandardFilterProps {
  readonly filters: Filters;
  readonly list: HouseholdList | undefined;
  readonly onChange: (change: Partial<Filters>) => void;
}

/** Where households have a second class: which of the two is narrowed by. */
function StandardFilter({ filters, list, onChange }: StandardFilterProps) {
  const t = useWords(householdWords);
  const seen = (list?.households ?? []).flatMap(({ local }) => local?.standard ?? []);
  const locals = [...new Set([...seen, ...(filters.standard === undefined ? [] : [filters.standard])])];
  if (locals.length === 0) return null;
  return (
    <label className={styles.field}>
      {t('classUnder')}
      <select
        value={filters.standard ?? ''}
        onChange={(event) => onChange({ standard: event.target.value || undefined })}
      >
        <option value="">{t('underNational')}</option>
        {locals.map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
    </label>
  );
}
