import type { StandardList } from '@benvung/contract/standard';
import type { ReactNode } from 'react';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatDay } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { TableHead } from '../../ui/table-head.tsx';
import { StandardState } from './standard-state.tsx';
import styles from './standards.module.css';
import { standardsWords } from './standards.words.ts';

type Item = StandardList['standards'][number];

interface StandardTableProps {
  readonly standards: readonly Item[];
  readonly renderLink: (standard: Item, title: string) => ReactNode;
}

/** The national standards, newest first, then the local ones. */
export function StandardTable({ standards, renderLink }: StandardTableProps) {
  const t = useWords(standardsWords);
  const language = useLanguage();
  const isLocal = (one: Item) => (one.provinceCode === null ? 0 : 1);
  const inOrder = [...standards].sort(
    (a, b) => isLocal(a) - isLocal(b) || (a.validFrom < b.validFrom ? 1 : -1),
  );
  return (
    <TableExport title={t('title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
      <section className={styles.box} aria-label={t('title')} tabIndex={0}>
        <table className={styles.table}>
          <TableHead words={['standard', 'period', 'state', 'scope']} t={t} />
          <tbody>
            {inOrder.map((one) => (
              <tr key={one.id}>
                <th scope="row" className={styles.wide}>
                  {renderLink(one, one.title[language])}
                  <span className={styles.second}>{one.id}</span>
                </th>
                <td>
                  <Period of={one} />
                </td>
                <td>
                  <StandardState state={one.state} />
                </td>
                <td>
                  {one.provinceCode === null ? t('national') : t('local', { province: one.provinceCode })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </TableExport>
  );
}

export function Period({ of }: { readonly of: Pick<Item, 'validFrom' | 'validTo'> }) {
  const t = useWords(standardsWords);
  const from = formatDay(of.validFrom);
  return of.validTo === null ? t('from', { from }) : t('fromTo', { from, to: formatDay(of.validTo) });
}
