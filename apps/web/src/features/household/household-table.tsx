import type { HouseholdList } from '@benvung/contract/household';
import { Link } from '@tanstack/react-router';
import {
  columnVisibilityFeature,
  createColumnHelper,
  FlexRender,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../../platform/formats.ts';
import { type Translate, useWords } from '../../platform/i18n.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { householdWords } from './household.words.ts';
import styles from './household-table.module.css';

type Item = HouseholdList['households'][number];
type Say = Translate<(typeof householdWords)['vi']>;
export type RenderClass = (
  householdClass: string | null,
  state: 'official' | 'provisional' | null,
  decision?: string | null,
) => ReactNode;

const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, Item>();
const NUMERIC = new Set(['persons', 'incomeScore', 'deprivationScore']);
const NO_ITEMS: Item[] = [];

const score = (value: number | null): string => (value === null ? '–' : formatCount(value));

function columnsOf(t: Say, renderClass: RenderClass) {
  return helper.columns([
    helper.accessor('head', {
      header: t('head'),
      enableHiding: false,
      cell: ({ row }) => (
        <Link to="/ho/$id" params={{ id: row.original.id }}>
          {row.original.head}
        </Link>
      ),
    }),
    helper.accessor('listCode', {
      header: t('listCode'),
      cell: (cell) => <span style={{ whiteSpace: 'nowrap' }}>{cell.getValue() ?? t('noCode')}</span>,
    }),
    helper.accessor('class', {
      header: t('class'),
      enableHiding: false,
      cell: ({ row }) => renderClass(row.original.class, row.original.state),
    }),
    helper.accessor((item) => item.local?.class ?? null, {
      id: 'local',
      header: t('localColumn'),
      cell: ({ row }) =>
        row.original.local === undefined ? '' : renderClass(row.original.local.class, row.original.state),
    }),
    helper.accessor('incomeScore', { header: t('incomeScore'), cell: (cell) => score(cell.getValue()) }),
    helper.accessor('deprivationScore', {
      header: t('deprivationScore'),
      cell: (cell) => score(cell.getValue()),
    }),
    helper.accessor('persons', { header: t('persons'), cell: (cell) => formatCount(cell.getValue()) }),
    helper.accessor((item) => item.village.name, { id: 'village', header: t('village') }),
    helper.accessor((item) => item.commune.name, { id: 'commune', header: t('commune') }),
  ]);
}

interface HouseholdTableProps {
  readonly list: HouseholdList;
  readonly renderClass: RenderClass;
  readonly stale: boolean;
}

export function HouseholdTable({ list, renderClass, stale }: HouseholdTableProps) {
  const t = useWords(householdWords);
  const hasLocal = list.households.some(({ local }) => local !== undefined);
  const columns = useMemo(() => {
    const all = columnsOf(t, renderClass);
    return hasLocal ? all : all.filter(({ id }) => id !== 'local');
  }, [t, renderClass, hasLocal]);
  const table = useTable({
    features,
    columns,
    data: list.households.length === 0 ? NO_ITEMS : list.households,
    getRowId: (item) => item.id,
  });
  return (
    <div className={stale ? styles.stale : ''} aria-busy={stale}>
      <div className={`${styles.tools} no-print`}>
        <Disclosure label={t('columns')} summary={t('columns')} className={styles.columns}>
          <div className={styles.panel}>
            {table
              .getAllLeafColumns()
              .filter((column) => column.getCanHide())
              .map((column) => (
                <label key={column.id} className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={column.getIsVisible()}
                    onChange={column.getToggleVisibilityHandler()}
                  />
                  {String(column.columnDef.header)}
                </label>
              ))}
          </div>
        </Disclosure>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
      <section className={styles.box} aria-label={t('caption')} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('caption')}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    className={NUMERIC.has(header.column.id) ? styles.numeric : ''}
                  >
                    <FlexRender header={header} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id}>
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id} className={NUMERIC.has(cell.column.id) ? styles.numeric : ''}>
                    <FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
