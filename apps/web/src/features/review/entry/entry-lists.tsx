import type { EntryList, EntryRow } from '@benvung/contract/review-entry';
import { ENTRY_STATES, type EntryState } from '@benvung/domain/review/entry-state';
import type { ReactNode } from 'react';
import { TableExport } from '../../../platform/export/table-export.tsx';
import { formatCount } from '../../../platform/formats.ts';
import { type Translate, useWords } from '../../../platform/i18n.ts';
import { Glyph, type GlyphShape } from '../../../ui/glyph.tsx';
import { ColumnHeads } from '../../../ui/table-head.tsx';
import styles from './entry.module.css';
import { entryWords } from './entry.words.ts';
import { Difference, type RenderClass } from './live-result.tsx';

const GLYPHS: Readonly<Record<EntryState, GlyphShape>> = {
  notBegun: 'ring',
  inProgress: 'half',
  done: 'check',
  toLookAt: 'warning',
  gone: 'cross',
};

/** The state of a household's form in words: what is missing is counted. */
export function stateText(row: EntryRow, t: Translate<(typeof entryWords)['vi']>): string {
  if (row.state !== 'inProgress') return t(row.state);
  if (row.draftOf !== null) return t('inProgressOf', { person: row.draftOf });
  if (row.missing !== null && row.missing > 0) return t('inProgressMissing', { count: row.missing });
  if (row.incomeScore === null && row.deprivationScore !== null) return t('inProgressTotals', { score: 'A' });
  if (row.incomeScore !== null && row.deprivationScore === null) return t('inProgressTotals', { score: 'B' });
  return t('inProgress');
}

interface VillagesProps {
  readonly list: EntryList;
  readonly chosen: number | undefined;
  /** The way to a village's households. */
  readonly link: (villageId: number, name: string) => ReactNode;
}

/** Where entry stands, village by village; the rows add up to the round's list. */
export function EntryVillages({ list, chosen, link }: VillagesProps) {
  const t = useWords(entryWords);
  const sum = (of: (village: EntryList['villages'][number]) => number) =>
    list.villages.reduce((total, village) => total + of(village), 0);
  return (
    <TableExport title={t('villages')} place={list.round.commune.name}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reached by keys */}
      <section className={styles.tableBox} aria-label={t('villages')} tabIndex={0}>
        <table className={styles.villages}>
          <caption className="visually-hidden">{t('villages')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('village')}</th>
              <th scope="col" className={styles.count}>
                {t('listed')}
              </th>
              <ColumnHeads words={ENTRY_STATES} t={t} className={styles.count} />
            </tr>
          </thead>
          <tbody>
            {list.villages.map(({ unit, listed, states }) => (
              <tr key={unit.id} className={unit.id === chosen ? styles.chosen : ''}>
                <th scope="row">{link(unit.id, unit.name)}</th>
                <td className={styles.count}>{formatCount(listed)}</td>
                {ENTRY_STATES.map((state) => (
                  <td key={state} className={styles.count}>
                    {formatCount(states[state])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className={styles.sum}>
              <th scope="row">{t('total')}</th>
              <td className={styles.count}>{formatCount(sum(({ listed }) => listed))}</td>
              {ENTRY_STATES.map((state) => (
                <td key={state} className={styles.count}>
                  {formatCount(sum(({ states }) => states[state]))}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </TableExport>
  );
}

interface HouseholdsProps {
  readonly village: string;
  readonly rows: readonly EntryRow[];
  readonly link: (row: EntryRow) => ReactNode;
  readonly renderClass: RenderClass;
}

/** The households of one village, each with where its form stands. */
export function EntryHouseholds({ village, rows, link, renderClass }: HouseholdsProps) {
  const t = useWords(entryWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reached by keys
    <section className={styles.tableBox} aria-label={t('households', { village })} tabIndex={0}>
      <table className={styles.households}>
        <caption className="visually-hidden">{t('households', { village })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('listCode')}</th>
            <th scope="col">{t('household')}</th>
            <th scope="col" className={styles.count}>
              {t('persons')}
            </th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className={styles.count}>
              A
            </th>
            <th scope="col" className={styles.count}>
              B
            </th>
            <th scope="col">{t('result')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.householdId}>
              <td>{row.listCode ?? ''}</td>
              <th scope="row">{link(row)}</th>
              <td className={styles.count}>{formatCount(row.persons)}</td>
              <td>
                <span className={styles[`stateOf-${row.state}`]}>
                  <Glyph shape={GLYPHS[row.state]} size={14} /> {stateText(row, t)}
                </span>
                {row.differences.map((difference) => (
                  <span key={difference.kind} className={styles.differs}>
                    <br />
                    <Difference difference={difference} />
                  </span>
                ))}
              </td>
              <td className={styles.count}>{row.incomeScore ?? ''}</td>
              <td className={styles.count}>{row.deprivationScore ?? ''}</td>
              <td>{row.class === null ? '' : renderClass(row.class)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
