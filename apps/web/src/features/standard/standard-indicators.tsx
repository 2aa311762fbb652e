import type { StandardView } from '@benvung/contract/standard';
import { TableExport } from '../../platform/export/table-export.tsx';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { dimensionName } from './dimension.words.ts';
import styles from './standards.module.css';
import { standardsWords } from './standards.words.ts';

/** The indicators in the order of the law, with their rule in plain words and its ground. */
export function StandardIndicators({ standard }: { readonly standard: StandardView }) {
  const t = useWords(standardsWords);
  const language = useLanguage();
  return (
    <Block title={t('indicators', { count: standard.indicators.length })}>
      <TableExport title={`${t('indicator')} · ${standard.title[language]}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
        <section className={styles.box} aria-label={t('indicator')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.numeric}>
                  #
                </th>
                <th scope="col">{t('indicator')}</th>
                <th scope="col">{t('deprivedWhen')}</th>
                <th scope="col">{t('ground')}</th>
              </tr>
            </thead>
            <tbody>
              {standard.indicators.map((one, at) => (
                <tr key={one.code}>
                  <td className={`num ${styles.numeric}`}>{at + 1}</td>
                  <th scope="row">
                    {one.label[language]}
                    <span className={styles.second}>{dimensionName(one.dimension, language)}</span>
                  </th>
                  <td className={styles.wide}>
                    {one.rule[language]}
                    {one.notApplicableWhen === null ? null : (
                      <span className={styles.second}>
                        {t('notApplicable', { when: one.notApplicableWhen[language] })}
                      </span>
                    )}
                  </td>
                  <td>{one.groundText[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </TableExport>
    </Block>
  );
}
