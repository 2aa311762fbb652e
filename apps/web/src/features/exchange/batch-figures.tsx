import type { BatchView } from '@benvung/contract/exchange-batch';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Glyph } from '../../ui/glyph.tsx';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

/** What the file holds, in one line. */
export function BatchFigures({ report }: { readonly report: NonNullable<BatchView['report']> }) {
  const t = useWords(exchangeWords);
  const count = formatCount;
  return (
    <p className={styles.figures}>
      <span>
        {t('figures', {
          rows: count(report.rows),
          households: count(report.households),
          persons: count(report.persons),
        })}
      </span>
      {report.errors > 0 ? (
        <strong data-kind="error">
          <Glyph shape="error" /> {t('errors', { count: count(report.errors) })}
        </strong>
      ) : null}
      {report.warnings > 0 ? (
        <strong data-kind="warning">
          <Glyph shape="warning" /> {t('warnings', { count: count(report.warnings) })}
        </strong>
      ) : null}
      {report.known > 0 ? <span>{t('known', { count: count(report.known) })}</span> : null}
      {report.newVillages > 0 ? <span>{t('newVillages', { count: count(report.newVillages) })}</span> : null}
      {report.rounds > 0 ? <span>{t('newRounds', { count: count(report.rounds) })}</span> : null}
      {report.proposals > 0 ? <span>{t('proposals', { count: count(report.proposals) })}</span> : null}
    </p>
  );
}
