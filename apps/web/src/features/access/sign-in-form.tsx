import type { SessionView } from '@benvung/contract/access';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { openSession, passSecondStep, publicInfoQuery } from './access.api.ts';
import { accessWords } from './access.words.ts';
import { openIdOutcome } from './open-id-outcome.ts';
import styles from './sign-in.module.css';

interface SignInFormProps {
  readonly onSignedIn: (session: SessionView) => void;
  /** Whoever worked here before and may go on. */
  readonly username?: string;
  /** What is open must stay: the provider's page opens beside it. */
  readonly beside?: boolean;
}

const needsCode = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'access.second-factor-needed';

/** Name and password, then, where the account has a second factor, its code. */
export function SignInForm({ onSignedIn, username = '', beside = false }: SignInFormProps) {
  const [atCode, setAtCode] = useState(openIdOutcome() === 'second-step' && !beside);
  if (atCode) return <CodeForm onSignedIn={onSignedIn} onBack={() => setAtCode(false)} />;
  return (
    <>
      <PasswordForm onSignedIn={onSignedIn} username={username} onCodeNeeded={() => setAtCode(true)} />
      <ProviderLink beside={beside} />
    </>
  );
}

interface Missing {
  readonly username?: string;
  readonly password?: string;
}

interface PasswordFormProps extends Pick<SignInFormProps, 'onSignedIn'> {
  readonly username: string;
  readonly onCodeNeeded: () => void;
}

function PasswordForm({ onSignedIn, username: known, onCodeNeeded }: PasswordFormProps) {
  const t = useWords(accessWords);
  const [missing, setMissing] = useState<Missing>({});
  const form = useRef<HTMLFormElement>(null);
  const enter = useMutation({
    mutationFn: openSession,
    onSuccess: onSignedIn,
    onError: (error) => {
      if (needsCode(error)) onCodeNeeded();
    },
  });

  useEffect(() => {
    // After a dialog around the form has put the focus where it likes.
    const timer = setTimeout(() => {
      form.current
        ?.querySelector<HTMLInputElement>(`input[name="${known === '' ? 'username' : 'password'}"]`)
        ?.focus();
    });
    return () => clearTimeout(timer);
  }, [known]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const username = String(fields.get('username') ?? '')
      .trim()
      .normalize('NFC');
    const password = String(fields.get('password') ?? '');
    setMissing({
      ...(username === '' ? { username: t('usernameMissing') } : {}),
      ...(password === '' ? { password: t('passwordMissing') } : {}),
    });
    if (username === '') return focus('username');
    if (password === '') return focus('password');
    enter.mutate({ username, password });
  }

  function focus(name: string) {
    form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();
  }

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {enter.isError && !needsCode(enter.error) ? <ProblemNotice error={enter.error} /> : null}
      <TextInput
        name="username"
        label={t('username')}
        defaultValue={known}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={missing.username}
      />
      <PasswordInput
        name="password"
        label={t('password')}
        autoComplete="current-password"
        error={missing.password}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      />
      <Button type="submit" loading={false} aria-busy={enter.isPending}>
        {enter.isPending ? t('signingIn') : t('signIn')}
      </Button>
    </form>
  );
}

interface CodeFormProps extends Pick<SignInFormProps, 'onSignedIn'> {
  readonly onBack: () => void;
}

function CodeForm({ onSignedIn, onBack }: CodeFormProps) {
  const t = useWords(accessWords);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const enter = useMutation({ mutationFn: passSecondStep, onSuccess: onSignedIn });
  useEffect(() => field.current?.focus(), []);
  const isShort = code.trim().length < 6;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isShort) field.current?.focus();
    else enter.mutate(code.trim());
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {enter.isError ? <ProblemNotice error={enter.error} /> : null}
      <TextInput
        ref={field}
        name="code"
        label={t('code')}
        description={t('codeHint')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoComplete="one-time-code"
        inputMode="text"
        spellCheck={false}
        maxLength={20}
        error={tried && isShort ? t('codeMissing') : null}
      />
      <Button type="submit" aria-busy={enter.isPending}>
        {enter.isPending ? t('signingIn') : t('secondStep')}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {t('otherPerson')}
      </Button>
    </form>
  );
}

/** Where the server has a provider: another way in, by its name. */
function ProviderLink({ beside }: { readonly beside: boolean }) {
  const t = useWords(accessWords);
  const provider = useQuery(publicInfoQuery).data?.openId ?? null;
  if (provider === null) return null;
  return (
    <div className={styles.form}>
      <span className={styles.or}>{t('or')}</span>
      <Button
        component="a"
        variant="outline"
        href="/api/session/open-id"
        {...(beside ? { target: '_blank', rel: 'opener' } : {})}
      >
        {t('throughProvider', { name: provider.name })}
      </Button>
      {beside ? <span className={styles.or}>{t('providerElsewhere')}</span> : null}
    </div>
  );
}
