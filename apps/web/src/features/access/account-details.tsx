import type { AccountView, Role } from '@benvung/contract/access';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import account from './account.module.css';
import { ACCOUNTS_KEY, actOnAccount, issueOneTimePassword } from './accounts.api.ts';
import styles from './accounts.module.css';
import { accountsWords } from './accounts.words.ts';
import { OneTimePassword } from './one-time-password.tsx';
import { type HeldRole, isComplete, type RenderUnitPicker, RolesEditor, sameRoles } from './roles-editor.tsx';
import { SignedInDevices } from './signed-in-devices.tsx';

interface AccountDetailsProps {
  readonly view: AccountView;
  readonly givable: readonly Role[];
  readonly renderUnitPicker: RenderUnitPicker;
  /** The way to what the log says of this account. */
  readonly logLink: ReactNode;
  /** The server has a provider for signing in once. */
  readonly hasProvider: boolean;
}

/** One account: roles, the way into it, where it is signed in. */
export function AccountDetails(props: AccountDetailsProps) {
  const { view, logLink, hasProvider } = props;
  const t = useWords(accountsWords);
  const readOnly = view.refusedBecause !== null;
  return (
    <div>
      <section className={styles.part}>
        {readOnly ? <Notice kind="note" title={view.refusedBecause} /> : null}
        <p className={account.note}>
          {view.username} · {t(view.status)} · {t('madeAt', { time: formatInstant(view.createdAt) })}
        </p>
        {logLink}
      </section>
      <Roles key={`roles-${view.version}`} {...props} />
      {readOnly ? null : <WayIn key={`way-${view.version}`} view={view} hasProvider={hasProvider} />}
      <Sessions view={view} readOnly={readOnly} />
    </div>
  );
}

/** An act on the open account at the version that is shown. */
function useAct(view: AccountView, path: string, done: string, onDone?: () => void) {
  return useCommand({
    send: (body: object, commandId) =>
      actOnAccount(view.id, path, { commandId, version: view.version, ...body }),
    changes: [ACCOUNTS_KEY],
    done: () => done,
    ...(onDone === undefined ? {} : { onDone }),
  });
}

function Roles({ view, givable, renderUnitPicker }: AccountDetailsProps) {
  const t = useWords(accountsWords);
  const [roles, setRoles] = useState<readonly HeldRole[]>(view.roles);
  const save = useAct(view, 'roles', t('rolesSaved'));
  const unchanged = sameRoles(roles, view.roles);
  return (
    <section className={styles.part} aria-labelledby="account-roles">
      <h3 id="account-roles">{t('rolesTitle')}</h3>
      <p className={account.note}>{t('rolesRule')}</p>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      <RolesEditor {...{ roles, givable, renderUnitPicker }} onChange={setRoles} />
      {roles.length === 0 ? <p className={account.note}>{t('rolesMissing')}</p> : null}
      {roles.length > 0 && !isComplete(roles) ? <p className={account.note}>{t('unitMissing')}</p> : null}
      {unchanged || !isComplete(roles) ? null : (
        <div>
          <Button
            aria-busy={save.isPending}
            onClick={() =>
              save.mutate({ grants: roles.map(({ role, unit }) => ({ role, unitId: unit.id })) })
            }
          >
            {t('saveRoles')}
          </Button>
        </div>
      )}
    </section>
  );
}

function WayIn({ view, hasProvider }: { readonly view: AccountView; readonly hasProvider: boolean }) {
  const t = useWords(accountsWords);
  const client = useQueryClient();
  const issue = useMutation({ mutationFn: issueOneTimePassword });
  const disables = view.status === 'active';
  const status = useCommand({
    send: (body: object, commandId) =>
      actOnAccount(view.id, 'status', { commandId, version: view.version, ...body }),
    changes: [ACCOUNTS_KEY],
    onDone: ({ version }) =>
      showToast({
        text: t(disables ? 'disabledDone' : 'enabledDone'),
        action: {
          label: t('undo'),
          run: () =>
            void actOnAccount(view.id, 'status', {
              commandId: newId(),
              version,
              status: view.status,
            }).finally(() => client.invalidateQueries({ queryKey: ACCOUNTS_KEY })),
        },
      }),
  });
  const factor = useAct(view, 'second-factor-reset', t('factorReset'));
  const failed = issue.error ?? status.error ?? factor.error;
  return (
    <section className={styles.part} aria-labelledby="account-way-in">
      <h3 id="account-way-in">{t('wayInTitle')}</h3>
      {failed === null ? null : <ProblemNotice error={failed} />}
      <OneLine label={t('fullName')} button={t('rename')} value={view.fullName} view={view} />
      <div>
        <Button variant="outline" onClick={() => issue.mutate(view.id)}>
          {t('issue')}
        </Button>
        <p className={account.note}>{t('issueHint')}</p>
      </div>
      <div>
        {view.secondFactorSince === null ? (
          <p className={account.note}>{t('factorOff')}</p>
        ) : (
          <>
            <p>
              {t('factorOnSince', {
                time: formatInstant(view.secondFactorSince),
                count: view.recoveryCodesLeft,
              })}
            </p>
            <Button variant="outline" onClick={() => factor.mutate({})}>
              {t('resetFactor')}
            </Button>
            <p className={account.note}>{t('resetFactorHint')}</p>
          </>
        )}
      </div>
      {hasProvider || view.externalName !== null ? <ExternalName view={view} /> : null}
      <div>
        <Button variant="outline" onClick={() => status.mutate({ status: disables ? 'disabled' : 'active' })}>
          {t(disables ? 'disable' : 'enable')}
        </Button>
      </div>
      {issue.data === undefined ? null : (
        <OneTimePassword
          {...issue.data}
          onKept={() => {
            issue.reset();
            void client.invalidateQueries({ queryKey: ACCOUNTS_KEY });
          }}
        />
      )}
    </section>
  );
}

interface OneLineProps {
  readonly label: string;
  readonly button: string;
  readonly value: string;
  readonly view: AccountView;
}

function OneLine({ label, button, value, view }: OneLineProps) {
  const t = useWords(accountsWords);
  const [text, setText] = useState(value);
  const save = useAct(view, 'name', t('renamed'));
  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() !== '') save.mutate({ fullName: text.trim().normalize('NFC') });
  }
  return (
    <form className={account.form} onSubmit={submit} noValidate>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      <TextField
        label={label}
        value={text}
        onChange={setText}
        maxLength={120}
        error={text.trim() === '' ? t('fullNameMissing') : null}
      />
      {text === value ? null : (
        <div>
          <Button type="submit" variant="outline" aria-busy={save.isPending}>
            {button}
          </Button>
        </div>
      )}
    </form>
  );
}

function ExternalName({ view }: { readonly view: AccountView }) {
  const t = useWords(accountsWords);
  const known = view.externalName ?? '';
  const [text, setText] = useState(known);
  const save = useAct(view, 'external-name', t('openIdSaved'));
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate({ externalName: text.trim() === '' ? null : text.trim() });
  }
  return (
    <form className={account.form} onSubmit={submit} noValidate>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      <TextField
        label={t('openIdTitle')}
        description={t('openIdHint')}
        value={text}
        onChange={setText}
        maxLength={200}
      />
      {text.trim() === known ? null : (
        <div>
          <Button type="submit" variant="outline" aria-busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}

function Sessions({ view, readOnly }: { readonly view: AccountView; readonly readOnly: boolean }) {
  const t = useWords(accountsWords);
  const end = useAct(view, 'sessions-end', t('sessionsEnded'));
  return (
    <section className={styles.part} aria-labelledby="account-sessions">
      <h3 id="account-sessions">{t('sessionsTitle')}</h3>
      {end.isError ? <ProblemNotice error={end.error} /> : null}
      <SignedInDevices
        sessions={view.sessions}
        onEnd={readOnly ? undefined : (sessionId) => end.mutate({ sessionId })}
      />
      {readOnly || view.sessions.length < 2 ? null : (
        <div>
          <Button variant="outline" onClick={() => end.mutate({})}>
            {t('endAll')}
          </Button>
        </div>
      )}
    </section>
  );
}
