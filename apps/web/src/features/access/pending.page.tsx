import type { SessionView } from '@benvung/contract/access';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { closeSession, reopenSession } from './access.api.ts';
import styles from './account.module.css';
import { accountWords } from './account.words.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { SecondFactorSetUp } from './second-factor-set-up.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

interface PendingPageProps {
  readonly session: SessionView;
  readonly onReady: (session: SessionView) => void;
}

/** What has to be done before the office opens: a password of one's own, a second factor. */
export function PendingPage({ session, onReady }: PendingPageProps) {
  const t = useWords(accountWords);
  const again = useMutation({ mutationFn: reopenSession, onSuccess: onReady });
  const leave = useMutation({ mutationFn: closeSession, onSuccess: () => location.assign('/') });
  const { username } = session.account;
  const isPassword = session.pending[0] === 'password';
  const goOn = () => again.mutate();
  return (
    <SignInFrame>
      <main className={styles.pending}>
        <PageHeading>{t(isPassword ? 'forcedTitle' : 'forcedFactorTitle')}</PageHeading>
        <p>{t(isPassword ? 'forcedLead' : 'forcedFactorLead')}</p>
        {again.isError ? <ProblemNotice error={again.error} onRetry={goOn} /> : null}
        {isPassword ? (
          <ChangePasswordForm username={username} oneTime onChanged={goOn} />
        ) : (
          <>
            <p>{t('factorLead')}</p>
            <SecondFactorSetUp username={username} onDone={goOn} />
          </>
        )}
        <div>
          <Button variant="subtle" onClick={() => leave.mutate()}>
            {t('leave')}
          </Button>
        </div>
      </main>
    </SignInFrame>
  );
}
