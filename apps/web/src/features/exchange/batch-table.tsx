import type { BatchListView } from '@benvung/contract/exchange-batch';
import type { ReactNode } from 'react';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { TableBox } from '../../ui/table-box.tsx';
import { BatchState } from './batch-state.tsx';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

interface BatchTableProps {
  readonly batches: BatchListView['batches'];
  readonly link: (batchId: string, children: ReactNode) => ReactNode;
}

/** Who brought what when, and where it stands. */
export function BatchTable({ batches, link }: BatchTableProps) {
  const t = useWords(exchangeWords);
  return (
    <TableExport title={t('batches')}>
      <TableBox className={styles.scroll} label={t('batches')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('batches')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('unit')}</th>
              <th scope="col" className={styles.number}>
                {t('year')}
              </th>
              <th scope="col" className={styles.number}>
                {t('households')}
              </th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('when')}</th>
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <tr key={batch.id}>
                <th scope="row">{link(batch.id, batch.file)}</th>
                <td>{batch.unit.name}</td>
                <td className={styles.number}>{batch.year}</td>
                <td className={styles.number}>
                  {batch.households === null ? '–' : formatCount(batch.households)}
                </td>
                <td>
                  <BatchState batch={batch} />
                </td>
                <td>{batch.actor}</td>
                <td>{formatInstant(batch.publishedAt ?? batch.createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </TableExport>
  );
}
