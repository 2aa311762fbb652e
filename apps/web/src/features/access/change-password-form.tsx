import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { FormErrors } from '../../ui/form-errors.tsx';
import styles from './account.module.css';
import { accountWords } from './account.words.ts';
import { changePassword } from './own-account.api.ts';
import { PasswordField } from './password-field.tsx';

interface ChangePasswordFormProps {
  readonly username: string;
  /** The password in use was given by an administrator for one use. */
  readonly oneTime?: boolean;
  readonly onChanged: () => void;
}

const NOTHING = { current: '', next: '', repeat: '' };

export function ChangePasswordForm({ username, oneTime = false, onChanged }: ChangePasswordFormProps) {
  const t = useWords(accountWords);
  const id = useId();
  const [typed, setTyped] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      setTyped(NOTHING);
      setAttempt(0);
      onChanged();
    },
  });
  const missing = {
    current: typed.current === '' ? t('currentMissing') : null,
    next: typed.next === '' ? t('newMissing') : null,
    repeat: typed.next !== typed.repeat ? t('repeatDiffers') : null,
  };
  const fields = ['current', 'next', 'repeat'] as const;
  const errors =
    attempt === 0
      ? []
      : fields.flatMap((field) => {
          const message = missing[field];
          return message === null ? [] : [{ field: `${id}-${field}`, message }];
        });

  function submit(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (fields.some((field) => missing[field] !== null)) return;
    change.mutate({ current: typed.current, next: typed.next });
  }

  const field = (name: (typeof fields)[number]) => ({
    id: `${id}-${name}`,
    value: typed[name],
    onChange: (value: string) => setTyped((last) => ({ ...last, [name]: value })),
    error: attempt > 0 ? missing[name] : null,
  });

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {change.isError ? <ProblemNotice error={change.error} /> : null}
      <FormErrors title={t('fixThese', { count: errors.length })} errors={errors} attempt={attempt} />
      {/* Where a password manager finds whose password this is. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        {...field('current')}
        label={t(oneTime ? 'oneTimePassword' : 'currentPassword')}
        autoComplete="current-password"
      />
      <PasswordField
        {...field('next')}
        label={t('newPassword')}
        description={t('passwordRule')}
        autoComplete="new-password"
      />
      <PasswordField {...field('repeat')} label={t('repeatPassword')} autoComplete="new-password" />
      <div>
        <Button type="submit" variant={oneTime ? 'filled' : 'outline'} aria-busy={change.isPending}>
          {t(change.isPending ? 'changingPassword' : 'changePassword')}
        </Button>
      </div>
    </form>
  );
}
