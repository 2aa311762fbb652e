import type { OfficialTable } from '@benvung/contract/report';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CellHouseholds } from '../../features/report/cell-households.tsx';
import { OfficialTableView } from '../../features/report/official-table.tsx';
import { formsQuery, type TableOf, tableQuery } from '../../features/report/report.api.ts';
import { reportWords } from '../../features/report/report.words.ts';
import { TableChoices } from '../../features/report/table-choices.tsx';
import type { TableLinks } from '../../features/report/table-model.ts';
import { ClassChip } from '../../features/standard/class-chip.tsx';
import { mapDaysQuery } from '../../features/territory/territory.api.ts';
import { UnitPicker } from '../../features/territory/unit-picker.tsx';
import { UnitSuccessors } from '../../features/territory/unit-successors.tsx';
import { Answer } from '../../platform/answer.tsx';
import { ProblemError } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { latestYear } from '../latest-year.ts';
import { reachable } from '../reach.ts';
import type { TableSearch } from '../search.ts';
import { useSession } from '../session-context.ts';
import { LIST_EXPORTERS, useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';
import { readOpenCell, writeOpenCell } from './open-cell.ts';
import { PlacePath } from './place-path.tsx';
import { UnitLink } from './unit-link.tsx';
import { type TableAddress, useTableAddress } from './use-table-address.ts';

/** What belongs to the unit that was left. */
const NOTHING_OPEN = { o: undefined, trang: undefined } as const satisfies TableSearch;

/** A table there is; for any other number, that there is none. */
export function TablePage() {
  const t = useWords(reportWords);
  const { so } = useParams({ from: '/bieu/$so' });
  const numbers = useQuery(formsQuery).data?.forms.map((form) => form.number);
  const known = /^\d+$/.test(so) && (numbers?.includes(Number(so)) ?? true);
  if (known) return <Table number={Number(so)} />;
  return (
    <MissingPage title={t('noSuchForm', { number: so })} wayBack={<Link to="/bieu">{t('toForms')}</Link>}>
      {numbers === undefined || numbers.length === 0
        ? undefined
        : t('formsThere', { first: Math.min(...numbers), last: Math.max(...numbers) })}
    </MissingPage>
  );
}

/** The official figure, provable: a unit opens its children, a number opens its households. */
function Table({ number }: { readonly number: number }) {
  const t = useWords(reportWords);
  const search = useSearch({ from: '/bieu/$so' });
  const address = useTableAddress(number);
  const session = useSession();
  const place = usePlace();
  const forms = useQuery(formsQuery);
  const year = search.nam ?? latestYear(forms.data?.years ?? [], session.today);
  const of: TableOf = {
    number,
    unit: place.unit.id,
    year,
    map: search['ban-do'] ?? null,
    standard: search.chuan,
  };
  const table = useQuery({ ...tableQuery(of), enabled: !forms.isPending || search.nam !== undefined });
  const title = forms.data?.forms.find((form) => form.number === number)?.title ?? table.data?.title ?? '';
  const missingOnMap =
    of.map !== null &&
    table.error instanceof ProblemError &&
    table.error.problem.code === 'report.unit-not-found';
  const links = useLinks(address);
  const parent = reachable(
    [...place.ancestors, place.unit],
    session.roles.map((held) => held.unit),
  ).at(-2);
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title', { number, title })}</PageHeading>
      <Choices of={of} address={address} standards={table.data?.standards ?? []} />
      {missingOnMap ? (
        <UnitSuccessors
          unit={place.unit}
          on={of.map ?? place.on}
          renderLink={(unit) => <UnitLink unit={unit} />}
        />
      ) : null}
      <Answer query={table} rows={12} hideProblem={missingOnMap}>
        {(data) => (
          <OfficialTableView
            table={data}
            of={of}
            links={links}
            openHref={search.o === undefined ? null : address.addressOf({ o: search.o, trang: undefined })}
            stale={table.isPlaceholderData}
            namesPeople={forms.data?.forms.find(({ number }) => number === of.number)?.list === true}
            onOpen={address.goTo}
            {...(parent === undefined
              ? {}
              : { onUp: () => address.change({ ...NOTHING_OPEN, 'don-vi': parent.id }) })}
          />
        )}
      </Answer>
      <OpenCellPanel of={of} address={address} table={table.data} />
    </>
  );
}

function useLinks({ addressOf }: TableAddress): TableLinks {
  return useMemo(
    () => ({
      unit: (unitId) => addressOf({ ...NOTHING_OPEN, 'don-vi': unitId }),
      cell: (cell) => addressOf({ o: writeOpenCell(cell), trang: undefined }),
    }),
    [addressOf],
  );
}

interface ChoicesProps {
  readonly of: TableOf;
  readonly address: TableAddress;
  readonly standards: NonNullable<OfficialTable['standards']>;
}

function Choices({ of, address, standards }: ChoicesProps) {
  const session = useSession();
  const place = usePlace();
  const maps = useQuery(mapDaysQuery);
  const { change } = address;
  return (
    <TableChoices
      number={of.number}
      year={of.year}
      map={of.map}
      mapDays={maps.data?.days}
      standards={standards}
      standard={of.standard}
      onStandard={(chuan) => change({ ...NOTHING_OPEN, chuan })}
      onNumber={(so) => change(NOTHING_OPEN, so)}
      onYear={(nam) => change({ ...NOTHING_OPEN, nam })}
      onMap={(day) => change({ ...NOTHING_OPEN, 'ban-do': day ?? undefined })}
      unitPicker={
        <UnitPicker
          unit={place.unit}
          on={place.on}
          roots={session.roles.map((held) => held.unit)}
          onPick={(unit) => change({ ...NOTHING_OPEN, 'don-vi': unit.id })}
        />
      }
    />
  );
}

interface OpenCellPanelProps {
  readonly of: TableOf;
  readonly address: TableAddress;
  readonly table: OfficialTable | undefined;
}

function OpenCellPanel({ of, address, table }: OpenCellPanelProps) {
  const t = useWords(reportWords);
  const search = useSearch({ from: '/bieu/$so' });
  const mayExport = useMay(LIST_EXPORTERS);
  const open = readOpenCell(search.o);
  if (open === null) return null;
  const row = table?.rows.find((one) => one.unit?.id === open.unit);
  const name = row?.unit?.name ?? (table?.unit.id === open.unit ? table.unit.name : '');
  const unit = open.rest === null ? name : [name, t(open.rest)].filter(Boolean).join(', ');
  const column = table?.columns.find((one) => one.key === open.column);
  const label = [...(column?.groups ?? []), column?.label ?? open.column].join(', ');
  return (
    <SidePanel
      title={t('cellTitle', { unit, column: label })}
      closeLabel={t('closeDrawer')}
      contentKey={search.o ?? ''}
      onClose={() => address.change(NOTHING_OPEN)}
    >
      <CellHouseholds
        of={{
          ...of,
          unit: open.unit,
          rest: open.rest,
          column: open.column,
          line: open.line,
          page: search.trang ?? 1,
        }}
        mayExport={mayExport}
        onPage={(trang) => address.change({ trang })}
        renderClass={(householdClass) => <ClassChip class={householdClass} />}
      />
    </SidePanel>
  );
}
