import type { Role } from '@benvung/contract/access';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { FormErrors } from '../../ui/form-errors.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './account.module.css';
import { ACCOUNTS_KEY, addAccount, issueOneTimePassword } from './accounts.api.ts';
import { accountsWords } from './accounts.words.ts';
import { OneTimePassword } from './one-time-password.tsx';
import {
  defaultRole,
  type HeldRole,
  isComplete,
  type RenderUnitPicker,
  RolesEditor,
} from './roles-editor.tsx';

interface NewAccountProps {
  readonly givable: readonly Role[];
  readonly renderUnitPicker: RenderUnitPicker;
  readonly onDone: (id: string) => void;
}

/** A new account with its roles; its first password is shown once, when it is there. */
export function NewAccount({ givable, renderUnitPicker, onDone }: NewAccountProps) {
  const t = useWords(accountsWords);
  const id = useId();
  const client = useQueryClient();
  const [accountId] = useState(newId);
  const [username, setUsername] = useState('');
  const [fullName, setFullName] = useState('');
  const [roles, setRoles] = useState<readonly HeldRole[]>([{ role: defaultRole(givable), unit: null }]);
  const [attempt, setAttempt] = useState(0);
  const issue = useMutation({ mutationFn: issueOneTimePassword });
  const add = useCommand({
    send: (draft: object, commandId) => addAccount({ commandId, ...draft }),
    changes: [ACCOUNTS_KEY],
    done: () => t('created', { username }),
    onDone: () => issue.mutate(accountId),
  });
  const wrong = {
    username: username.trim() === '' ? t('usernameMissing') : null,
    name: fullName.trim() === '' ? t('fullNameMissing') : null,
    roles: roles.length === 0 ? t('rolesMissing') : isComplete(roles) ? null : t('unitMissing'),
  };
  const errors =
    attempt === 0
      ? []
      : (['name', 'username', 'roles'] as const).flatMap((field) => {
          const message = wrong[field];
          return message === null ? [] : [{ field: `${id}-${field}`, message }];
        });

  function submit(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (wrong.username !== null || wrong.name !== null || !isComplete(roles) || add.isSuccess) return;
    const grants = roles.map(({ role, unit }) => ({ role, unitId: unit.id }));
    add.mutate({
      id: accountId,
      username: username.trim(),
      fullName: fullName.trim().normalize('NFC'),
      grants,
    });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {add.isError ? <ProblemNotice error={add.error} /> : null}
      {issue.isError ? <ProblemNotice error={issue.error} onRetry={() => issue.mutate(accountId)} /> : null}
      <FormErrors title={t('fixThese', { count: errors.length })} errors={errors} attempt={attempt} />
      <TextField
        id={`${id}-name`}
        label={t('fullName')}
        value={fullName}
        onChange={setFullName}
        maxLength={120}
        error={attempt > 0 ? wrong.name : null}
      />
      <TextField
        id={`${id}-username`}
        label={t('username')}
        description={t('usernameHint')}
        value={username}
        onChange={setUsername}
        maxLength={60}
        error={attempt > 0 ? wrong.username : null}
      />
      <h3 id={`${id}-roles`} tabIndex={-1}>
        {t('rolesTitle')}
      </h3>
      <RolesEditor roles={roles} givable={givable} renderUnitPicker={renderUnitPicker} onChange={setRoles} />
      {wrong.roles === null ? null : (
        <p className={attempt > 0 ? styles.wrong : styles.note}>{wrong.roles}</p>
      )}
      <div>
        <Button type="submit" aria-busy={add.isPending || issue.isPending}>
          {t('create')}
        </Button>
      </div>
      {issue.data === undefined ? null : (
        <OneTimePassword
          {...issue.data}
          onKept={() => {
            void client.invalidateQueries({ queryKey: ACCOUNTS_KEY });
            onDone(accountId);
          }}
        />
      )}
    </form>
  );
}
