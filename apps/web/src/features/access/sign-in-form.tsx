import type { SessionView } from '@benvung/contract/access';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { openSession } from './access.api.ts';
import { accessWords } from './access.words.ts';
import styles from './sign-in.module.css';

interface Missing {
  readonly username?: string;
  readonly password?: string;
}

interface SignInFormProps {
  readonly onSignedIn: (session: SessionView) => void;
}

export function SignInForm({ onSignedIn }: SignInFormProps) {
  const t = useWords(accessWords);
  const [missing, setMissing] = useState<Missing>({});
  const form = useRef<HTMLFormElement>(null);
  const enter = useMutation({ mutationFn: openSession, onSuccess: onSignedIn });

  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);

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
      {enter.isError ? <ProblemNotice error={enter.error} /> : null}
      <TextInput
        name="username"
        label={t('username')}
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
      />
      <Button type="submit" loading={false} aria-busy={enter.isPending}>
        {enter.isPending ? t('signingIn') : t('signIn')}
      </Button>
    </form>
  );
}
