import { PasswordInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import type { ReactNode } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { accessWords } from './access.words.ts';

interface PasswordFieldProps {
  readonly id?: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly description?: ReactNode;
  readonly error?: ReactNode;
}

/** A password with a button that shows it. */
export function PasswordField({ id, name, value, onChange, ...rest }: PasswordFieldProps) {
  const t = useWords(accessWords);
  return (
    <PasswordInput
      {...rest}
      {...(id === undefined ? {} : { id })}
      {...(name === undefined ? {} : { name })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
    />
  );
}
