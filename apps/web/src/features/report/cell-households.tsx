import type { TableCellHouseholds } from '@benvung/contract/report';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Pages } from '../../ui/pages.tsx';
import styles from './cell-households.module.css';
import { type CellOf, cellQuery, exportCell } from './report.api.ts';
import { reportWords } from './report.words.ts';

interface CellHouseholdsProps {
  readonly of: CellOf;
  /** Whether the reader may carry the list away. */
  readonly mayExport: boolean;
  readonly onPage: (page: number) => void;
  readonly renderClass: (householdClass: string | null) => ReactNode;
}

/** What a figure of the table is made of: its households, as many as the figure says. */
export function CellHouseholds({ of, mayExport, onPage, renderClass }: CellHouseholdsProps) {
  const answer = useQuery(cellQuery(of));
  return (
    <Answer query={answer} rows={8}>
      {(cell) => (
        <>
          <Households cell={cell} onPage={onPage} renderClass={renderClass} />
          {mayExport && cell.count > 0 ? (
            <ExportMenu personal load={(choice) => exportCell(of, choice)} />
          ) : null}
        </>
      )}
    </Answer>
  );
}

interface HouseholdsProps extends Omit<CellHouseholdsProps, 'of' | 'mayExport'> {
  readonly cell: TableCellHouseholds;
}

function Households({ cell, onPage, renderClass }: HouseholdsProps) {
  const t = useWords(reportWords);
  const [sought, setSought] = useState('');
  const wanted = searchKey(sought);
  const shown = cell.households.filter((one) =>
    searchKey(`${one.head} ${one.village} ${one.commune}`).includes(wanted),
  );
  const pages = Math.max(1, Math.ceil(cell.page.total / cell.page.pageSize));
  return (
    <>
      <div className={styles.head}>
        <p>{t('cellCount', { count: formatCount(cell.count), persons: formatCount(cell.persons) })}</p>
        <input
          type="search"
          className={styles.search}
          placeholder={t('search')}
          aria-label={t('search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      {cell.households.length === 0 ? <p>{t('noHouseholds')}</p> : null}
      {cell.households.length > 0 && shown.length === 0 ? (
        <p>
          {t('noMatch')}{' '}
          <Button size="compact-sm" variant="outline" onClick={() => setSought('')}>
            {t('clearSearch')}
          </Button>
        </p>
      ) : null}
      <ul className={styles.list}>
        {shown.map((one) => (
          <li key={one.id} className={styles.item}>
            <Link to="/ho/$id" params={{ id: one.id }}>
              {one.head}
            </Link>
            {renderClass(one.class)}
            <span className={styles.where}>
              {one.village}, {one.commune}
              {one.persons === null ? '' : ` · ${t('personsOf', { count: one.persons })}`}
            </span>
          </li>
        ))}
      </ul>
      <Pages
        page={cell.page.page}
        pages={pages}
        texts={{
          label: t('search'),
          previous: t('previous'),
          next: t('next'),
          at: (at, all) => t('page', { page: at, pages: all }),
        }}
        onPage={onPage}
      />
    </>
  );
}
