import { formatDay } from '../platform/formats.ts';
import { useWords } from '../platform/i18n.ts';
import { Glyph } from '../ui/glyph.tsx';
import { appWords } from './app.words.ts';
import styles from './bars.module.css';

/** On every page and across every printed page: nobody may take these figures for official ones. */
export function DemonstrationBar({ today }: { readonly today: string }) {
  const t = useWords(appWords);
  return (
    <section aria-label={t('demoLabel')}>
      <p className={styles.demo}>
        <Glyph shape="diamond" />
        {t('demoBar', { day: formatDay(today) })}
      </p>
      <p className={styles.demoMark} aria-hidden="true">
        ◈ {t('demoPrint')}
      </p>
    </section>
  );
}
