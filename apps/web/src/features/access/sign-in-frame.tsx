import type { ReactNode } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { accessWords } from './access.words.ts';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './sign-in.module.css';

/** What stands around a page before the office itself: the name of the system and the language. */
export function SignInFrame({ children }: { readonly children: ReactNode }) {
  const t = useWords(accessWords);
  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <span className={styles.brandName}>Bền Vững</span>
        <span className={styles.brandLead}>{t('lead')}</span>
        <LanguageSwitch onDark />
      </header>
      {children}
    </div>
  );
}
