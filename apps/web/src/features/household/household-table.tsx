import type { HouseholdList } from '@benvung/contract/household';
import { Link } from '@tanstack/react-router';
import {
  columnVisibilityFeature,
  createColumnHelper,
  FlexRender,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { formatCount } from '../../platform/formats.ts';
import { type Translate, useWords } from '../../platform/i18n.ts';
import { readKeptForTab, writeKeptForTab } from '../../platform/kept-text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { householdWords } from './household.words.ts';
import { listWords } from './household-list.words.ts';
import styles from './household-table.module.css';
import type { Chosen } from './use-chosen.ts';

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
        <Link to="/ho/$id" params={{ id: row.original.id }} data-household={row.original.id}>
          {row.original.head}
          {row.original.through === undefined ? null : (
            <span className={styles.through}>{t('through', { name: row.original.through })}</span>
          )}
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

/** Columns that put the list in order, and what the address and the server call them. */
const SORTED: Readonly<Record<string, string>> = {
  head: 'head',
  listCode: 'code',
  persons: 'persons',
  village: 'village',
};

export interface Choosing {
  readonly chosen: Chosen;
  readonly put: (items: readonly Item[], on: boolean) => void;
  readonly toggle: (item: Item, asRange: boolean) => void;
}

interface HouseholdTableProps {
  readonly list: HouseholdList;
  readonly renderClass: RenderClass;
  readonly stale: boolean;
  /** "head", "-persons". */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  /** Columns that are left out. */
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
  /** Only for who may do something with many. */
  readonly choosing?: Choosing | undefined;
}

/** The row one came back from takes the focus again, once. */
function useFocusWhereOneWas(box: RefObject<HTMLElement | null>): (id: string) => void {
  useEffect(() => {
    const id = readKeptForTab(LAST);
    if (id === null) return;
    writeKeptForTab(LAST, null);
    box.current?.querySelector<HTMLElement>(`a[data-household="${id}"]`)?.focus({ preventScroll: true });
  }, [box]);
  return useCallback((id: string) => writeKeptForTab(LAST, id), []);
}
const LAST = 'ho.vua-mo';

export function HouseholdTable(props: HouseholdTableProps) {
  const { list, renderClass, stale, sort, onSort, hidden, onHidden, choosing } = props;
  const t = useWords(householdWords);
  const say = useWords(listWords);
  const box = useRef<HTMLElement>(null);
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const remember = useFocusWhereOneWas(box);
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
    state: { columnVisibility },
    onColumnVisibilityChange: (change) => {
      const next = typeof change === 'function' ? change(columnVisibility) : change;
      onHidden(Object.keys(next).filter((id) => next[id] === false));
    },
  });
  const items = list.households;
  const all = choosing !== undefined && items.length > 0 && items.every(({ id }) => choosing.chosen.has(id));

  function onKeyDown(event: KeyboardEvent) {
    const link =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('a[data-household]') : null;
    if (link === null) return;
    const links = [...(box.current?.querySelectorAll<HTMLElement>('a[data-household]') ?? [])];
    const at = links.indexOf(link);
    const item = items.find(({ id }) => id === link.dataset.household);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const next = links[at + step];
      const nextItem = items.find(({ id }) => id === next?.dataset.household);
      if (event.shiftKey && choosing !== undefined && item !== undefined && nextItem !== undefined)
        choosing.put([item, nextItem], true);
      next?.focus();
    } else if (event.key === ' ' && choosing !== undefined && item !== undefined)
      choosing.toggle(item, event.shiftKey);
    else if (event.key === 'Home' && event.ctrlKey) links[0]?.focus();
    else if (event.key === 'End' && event.ctrlKey) links.at(-1)?.focus();
    else return;
    event.preventDefault();
  }
  return (
    <div className={stale ? styles.stale : ''} aria-busy={stale}>
      <div className={`${styles.tools} no-print`}>
        <span className={styles.keys}>{choosing === undefined ? '' : say('keys')}</span>
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
      <section
        ref={box}
        className={styles.box}
        aria-label={t('caption')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
        tabIndex={0}
        data-scroll-restoration-id="ho-danh-sach"
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const link =
            event.target instanceof HTMLElement
              ? event.target.closest<HTMLElement>('a[data-household]')
              : null;
          if (link?.dataset.household !== undefined) remember(link.dataset.household);
        }}
      >
        <table className={styles.table}>
          <caption className="visually-hidden">{t('caption')}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {choosing === undefined ? null : (
                  <th scope="col" className={`${styles.mark} no-print`}>
                    <input
                      type="checkbox"
                      aria-label={say('choosePage', { count: items.length })}
                      checked={all}
                      onChange={(event) => choosing.put(items, event.target.checked)}
                    />
                  </th>
                )}
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    className={NUMERIC.has(header.column.id) ? styles.numeric : ''}
                    aria-sort={ariaSort(SORTED[header.column.id], sort)}
                  >
                    {SORTED[header.column.id] === undefined ? (
                      <FlexRender header={header} />
                    ) : (
                      <SortButton
                        by={SORTED[header.column.id] ?? ''}
                        label={String(header.column.columnDef.header)}
                        sort={sort}
                        onSort={onSort}
                      />
                    )}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} className={choosing?.chosen.has(row.id) ? styles.chosen : ''}>
                {choosing === undefined ? null : (
                  <td className={`${styles.mark} no-print`}>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={say('chooseOne', { head: row.original.head })}
                      checked={choosing.chosen.has(row.id)}
                      onChange={() => undefined}
                      onClick={(event) => choosing.toggle(row.original, event.shiftKey)}
                    />
                  </td>
                )}
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

const ariaSort = (by: string | undefined, sort: string): 'ascending' | 'descending' | undefined =>
  by === undefined ? undefined : sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined;

interface SortButtonProps {
  readonly by: string;
  readonly label: string;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** Pressed once upwards, again downwards. */
function SortButton({ by, label, sort, onSort }: SortButtonProps) {
  const say = useWords(listWords);
  const next = sort === by ? `-${by}` : by;
  return (
    <>
      <button
        type="button"
        className={`${styles.sort} no-print`}
        title={say(next.startsWith('-') ? 'sortDown' : 'sortUp', { column: label })}
        onClick={() => onSort(next)}
      >
        {label}
        <span aria-hidden="true">{sort === by ? ' ↑' : sort === `-${by}` ? ' ↓' : ''}</span>
      </button>
      {/* A button is not printed again with the head of the next page. */}
      <span className="print-only" aria-hidden="true">
        {label}
      </span>
    </>
  );
}
