import type { OfficialTable } from '@benvung/contract/report';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { copyText } from '../../platform/clipboard.ts';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { formatDay, formatInstant } from '../../platform/formats.ts';
import { type Translate, useWords } from '../../platform/i18n.ts';
import { copyRange, wholeRange } from '../../ui/grid/copy-grid.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import type { GridModel } from '../../ui/grid/grid-model.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './official-table.module.css';
import { exportListTable, type TableOf, tableAddress } from './report.api.ts';
import { reportWords } from './report.words.ts';
import { TableChecks } from './table-checks.tsx';
import { buildTableModel, type TableLinks } from './table-model.ts';

type Say = Translate<(typeof reportWords)['vi']>;

interface OfficialTableViewProps {
  readonly table: OfficialTable;
  readonly of: TableOf;
  readonly links: TableLinks;
  readonly openHref: string | null;
  /** Whether other figures are on their way: these stay, greyed. */
  readonly stale: boolean;
  readonly onOpen: (href: string) => void;
  readonly onUp?: () => void;
  /** A form that lists households: it leaves for a stated purpose. */
  readonly namesPeople?: boolean;
}

export function OfficialTableView(props: OfficialTableViewProps) {
  const { table, of, links, stale } = props;
  const t = useWords(reportWords);
  const caption = `${t('title', { number: table.table, title: table.title })} · ${table.unit.name} · ${table.year}`;
  const model = useMemo(() => buildTableModel(table, textsOf(t), links, caption), [table, t, links, caption]);
  const empty = table.unverified.includes('not-begun') || table.rows.length === 0;
  return (
    <div className={styles.wrap} aria-busy={stale} data-paper="landscape">
      <p className="print-only">
        {table.unit.name} · {t('year')} {table.year} · {t('map')}{' '}
        {table.map === null ? t('asItWas') : `${t('onMapOf')} ${formatDay(table.map)}`}
      </p>
      <TableTools table={table} of={of} model={model} namesPeople={props.namesPeople === true} />
      {table.map === null ? null : (
        <p className={styles.mark}>{t('restated', { day: formatDay(table.map) })}</p>
      )}
      {empty ? (
        <Notice kind="empty" title={t('empty')}>
          <p>{t('emptyHint')}</p>
        </Notice>
      ) : (
        <div className={stale ? styles.stale : ''}>
          <Grid
            model={model}
            onOpen={props.onOpen}
            openHref={props.openHref}
            dotted={table.map !== null}
            {...(props.onUp === undefined ? {} : { onUp: props.onUp })}
          />
        </div>
      )}
      <TableMarks table={table} stale={stale} />
      <p className={styles.keys}>{t('keys')}</p>
    </div>
  );
}

const textsOf = (t: Say) => ({
  order: t('order'),
  name: t('name'),
  line: t('line'),
  households: t('households'),
  persons: t('persons'),
  total: t('total'),
  notAssignable: t('notAssignable'),
  villageUnknown: t('villageUnknown'),
});

interface TableToolsProps {
  readonly namesPeople: boolean;
  readonly table: OfficialTable;
  readonly of: TableOf;
  readonly model: GridModel;
}

function TableTools({ table, of, model, namesPeople }: TableToolsProps) {
  const t = useWords(reportWords);
  const [copied, setCopied] = useState(0);
  function copy(withHeader: boolean) {
    const range = wholeRange(model);
    const { text, html } = copyRange(model, range, withHeader);
    if (copyText(text, html)) setCopied((range.bottom + 1) * (range.right + 1));
  }
  return (
    <div className={styles.tools}>
      {namesPeople ? (
        <ExportMenu personal load={(choice) => exportListTable(of, choice)} />
      ) : (
        <>
          <Button component="a" href={tableAddress(of, 'xlsx')} download>
            {t('excel')}
          </Button>
          <Button variant="outline" component="a" href={tableAddress(of, 'csv')} download>
            {t('csv')}
          </Button>
          <Button variant="outline" component="a" href={tableAddress(of, 'json')} download>
            {t('json')}
          </Button>
        </>
      )}
      <Button className={styles.desk} variant="outline" onClick={() => copy(false)}>
        {t('copy')}
      </Button>
      <Button className={styles.desk} variant="outline" onClick={() => copy(true)}>
        {t('copyWithHeader')}
      </Button>
      <Button className={styles.desk} variant="outline" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <span role="status">{copied === 0 ? '' : t('copied', { count: copied })}</span>
      <span className={styles.push}>
        <TableChecks checks={table.checks} />
      </span>
    </div>
  );
}

const KNOWN_MARKS = [
  'not-begun',
  'unverified-scorecard',
  'unverified-local-groups',
  'provisional',
  'undetermined',
  'base-missing',
  'not-assignable',
  'village-unknown',
] as const;
const isKnown = (mark: string): mark is (typeof KNOWN_MARKS)[number] =>
  (KNOWN_MARKS as readonly string[]).includes(mark);

/** Everything that makes the figures less than official, in words, on the screen and on paper. */
function TableMarks({ table, stale }: { readonly table: OfficialTable; readonly stale: boolean }) {
  const t = useWords(reportWords);
  return (
    <p className={styles.marks}>
      {table.demo ? <span className={styles.demo}>◈ {t('demo')}</span> : null}
      {table.unverified.map((mark) => (
        <span key={mark} className={styles.mark}>
          {isKnown(mark) ? t(mark) : mark}
        </span>
      ))}
      {table.standard === undefined ? null : <span>{t('standard', { standard: table.standard })}</span>}
      {table.computedAt === undefined ? null : (
        <span>{t('computedAt', { time: formatInstant(table.computedAt) })}</span>
      )}
      {stale ? <span role="status">{t('recalculating')}</span> : null}
    </p>
  );
}
