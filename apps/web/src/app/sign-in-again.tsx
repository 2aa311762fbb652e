import type { SessionView } from '@benvung/contract/access';
import { Button } from '@mantine/core';
import { SignInForm } from '../features/access/sign-in-form.tsx';
import { useWords } from '../platform/i18n.ts';
import { ModalBox } from '../ui/modal-box.tsx';
import { appWords } from './app.words.ts';

interface SignInAgainProps {
  readonly username: string;
  /** Locked by hand or by time, and not ended by the server. */
  readonly locked: boolean;
  readonly onSignedIn: (session: SessionView) => void;
}

/** Above the page, which waits for the same person; another one begins on a page of their own. */
export function SignInAgain({ username, locked, onSignedIn }: SignInAgainProps) {
  const t = useWords(appWords);
  return (
    <ModalBox title={t(locked ? 'lockedTitle' : 'signedOutTitle')}>
      <p style={{ marginBottom: 16 }}>{t(locked ? 'lockedLead' : 'signedOutLead')}</p>
      <SignInForm username={username} beside onSignedIn={onSignedIn} />
      <Button variant="subtle" mt={12} onClick={() => location.assign('/')}>
        {t('someoneElse')}
      </Button>
    </ModalBox>
  );
}
