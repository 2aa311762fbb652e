import type { SessionView } from '@benvung/contract/access';
import { SignInForm } from '../features/access/sign-in-form.tsx';
import { useWords } from '../platform/i18n.ts';
import { ModalBox } from '../ui/modal-box.tsx';
import { appWords } from './app.words.ts';

export function SignInAgain({ onSignedIn }: { readonly onSignedIn: (session: SessionView) => void }) {
  const t = useWords(appWords);
  return (
    <ModalBox title={t('signedOutTitle')}>
      <p style={{ marginBottom: 16 }}>{t('signedOutLead')}</p>
      <SignInForm onSignedIn={onSignedIn} />
    </ModalBox>
  );
}
