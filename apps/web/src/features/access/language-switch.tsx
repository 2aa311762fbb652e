import { setLanguage, useLanguage } from '../../platform/i18n.ts';
import styles from './language-switch.module.css';

/** Named in the language it leads to, so that a reader who is lost finds it. */
export function LanguageSwitch({ onDark = false }: { readonly onDark?: boolean }) {
  const next = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <button
      type="button"
      lang={next}
      className={`${styles.switch} ${onDark ? styles.onDark : ''}`}
      onClick={() => setLanguage(next)}
    >
      {next === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  );
}
