import type { SessionView } from '@benvung/contract/access';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { openSession, publicInfoQuery } from './access.api.ts';
import { accessWords } from './access.words.ts';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

interface SignInPageProps {
  readonly onSignedIn: (session: SessionView) => void;
}

export function SignInPage({ onSignedIn }: SignInPageProps) {
  const t = useWords(accessWords);
  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <span className={styles.brandName}>Bền Vững</span>
        <span style={{ flex: 1 }}>{t('lead')}</span>
        <LanguageSwitch onDark />
      </header>
      <main className={styles.main}>
        <section className={styles.card}>
          <PageHeading>{t('title')}</PageHeading>
          <SignInForm onSignedIn={onSignedIn} />
          <WhoGivesAccounts />
        </section>
        <DemonstrationAccounts onSignedIn={onSignedIn} />
      </main>
    </div>
  );
}

/** Where nobody can enter by pressing an account, the way to one. */
function WhoGivesAccounts() {
  const t = useWords(accessWords);
  const info = useQuery(publicInfoQuery);
  return info.data?.demonstrationAccounts.length === 0 ? <p>{t('givenBy')}</p> : null;
}

function DemonstrationAccounts({ onSignedIn }: SignInPageProps) {
  const t = useWords(accessWords);
  const info = useQuery(publicInfoQuery);
  const enter = useMutation({ mutationFn: openSession, onSuccess: onSignedIn });
  const accounts = info.data?.demonstrationAccounts ?? [];
  if (accounts.length === 0) return null;
  return (
    <section className={styles.accounts} aria-labelledby="demonstration-accounts">
      <h2 id="demonstration-accounts">{t('accountsTitle')}</h2>
      <p>{t('accountsLead')}</p>
      {enter.isError ? <ProblemNotice error={enter.error} /> : null}
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.username}>
            <button
              type="button"
              className={styles.account}
              onClick={() => enter.mutate({ username: account.username, password: account.password })}
            >
              <span className={styles.accountName}>{account.fullName}</span>
              <span className={styles.accountUser}>{account.username}</span>
              <span className={styles.accountRole}>
                {t(account.role)} · {account.unitName} ·{' '}
                {t('accountsPassword', { password: account.password })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
