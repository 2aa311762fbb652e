import type { SessionView } from '@benvung/contract/access';
import { accessProblemTexts } from '@benvung/contract/access.problems';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { openSession, publicInfoQuery } from './access.api.ts';
import { accessWords } from './access.words.ts';
import { openIdOutcome } from './open-id-outcome.ts';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

interface SignInPageProps {
  readonly onSignedIn: (session: SessionView) => void;
}

export function SignInPage({ onSignedIn }: SignInPageProps) {
  const t = useWords(accessWords);
  return (
    <SignInFrame>
      <main className={styles.main}>
        <section className={styles.card}>
          <PageHeading>{t('title')}</PageHeading>
          <ProviderRefusal />
          <SignInForm onSignedIn={onSignedIn} />
          <WhoGivesAccounts />
        </section>
        <DemonstrationAccounts onSignedIn={onSignedIn} />
      </main>
    </SignInFrame>
  );
}

/** Signing in through the provider was begun and did not end well: why, and the way out. */
function ProviderRefusal() {
  const language = useLanguage();
  const outcome = openIdOutcome();
  if (outcome === null || outcome === 'second-step') return null;
  return <Notice kind="error" title={accessProblemTexts[`access.open-id-${outcome}`][language]} />;
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
