import type { StandardView } from '@benvung/contract/standard';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import styles from './standards.module.css';
import { standardsWords } from './standards.words.ts';

const LINES = [
  ['incomePovertyLine', 'incomeLine', 'incomeLine'],
  ['upperIncomeLine', 'upperLine', 'incomeLine'],
  ['averageCeiling', 'averageCeiling', 'averageLivingStandard'],
  ['scoreCutoff', 'scoreCutoff', 'scoreCutoff'],
  ['upperScoreCutoff', 'upperScoreCutoff', 'scoreCutoff'],
] as const;

/** Lines and cut-offs of both areas with the ground of each, and the rule that joins them. */
export function StandardLines({ standard }: { readonly standard: StandardView }) {
  const t = useWords(standardsWords);
  const language = useLanguage();
  const { rural, urban } = standard.lines;
  const present = LINES.filter(([key]) => rural[key] !== null || urban[key] !== null);
  const amount = (value: number | null) => (value === null ? t('none') : formatCount(value));
  const rule = { k: standard.povertyCutoffK, points: standard.pointsPerIndicator };
  return (
    <Block title={t('lines')}>
      <p>
        {t(standard.method === 'line-or-band-with-deprivations' ? 'cutoffBand' : 'cutoff', rule)}{' '}
        <span className={styles.second}>{standard.groundTexts.class[language]}</span>
      </p>
      {standard.averageForFarmHouseholdsOnly && rural.averageCeiling !== null ? <p>{t('farmOnly')}</p> : null}
      <TableExport title={`${t('linesTable')} · ${standard.title[language]}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
        <section className={styles.box} aria-label={t('linesTable')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('what')}</th>
                <th scope="col" className={styles.numeric}>
                  {t('ruralArea')}
                </th>
                <th scope="col" className={styles.numeric}>
                  {t('urbanArea')}
                </th>
                <th scope="col">{t('ground')}</th>
              </tr>
            </thead>
            <tbody>
              {present.map(([key, word, ground]) => (
                <tr key={key}>
                  <th scope="row">{t(word)}</th>
                  <td className={`num ${styles.numeric}`}>{amount(rural[key])}</td>
                  <td className={`num ${styles.numeric}`}>{amount(urban[key])}</td>
                  <td>{standard.groundTexts[ground][language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </TableExport>
    </Block>
  );
}
