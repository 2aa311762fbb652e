import type { OwnAccount } from '@benvung/contract/access';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { accessWords } from './access.words.ts';
import styles from './account.module.css';
import { accountWords } from './account.words.ts';
import { CalendarAddress } from './calendar-address.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import {
  endOwnSessions,
  ownAccountQuery,
  removeSecondFactor,
  renewRecoveryCodes,
} from './own-account.api.ts';
import { PasswordAgain, RecoveryCodes, SecondFactorSetUp } from './second-factor-set-up.tsx';
import { SignedInDevices } from './signed-in-devices.tsx';

/** `/toi`: the way into one's own account, and nothing else of it. */
export function OwnAccountPage() {
  const t = useWords(accountWords);
  const account = useQuery(ownAccountQuery);
  return (
    <>
      <PageHeading>{t('ownTitle')}</PageHeading>
      <p>{t('ownLead')}</p>
      <Answer query={account} rows={10}>
        {(data) => (
          <div className={styles.blocks}>
            <div className={styles.column}>
              <WhoIAm account={data} />
              <Password account={data} />
            </div>
            <div className={styles.column}>
              <SecondFactor account={data} />
              <Sessions account={data} />
              <CalendarAddress />
            </div>
          </div>
        )}
      </Answer>
    </>
  );
}

interface Part {
  readonly account: OwnAccount;
}

function WhoIAm({ account }: Part) {
  const t = useWords(accountWords);
  const role = useWords(accessWords);
  return (
    <section className={styles.block} aria-labelledby="who">
      <h2 id="who">{account.fullName}</h2>
      <dl className={styles.facts}>
        <dt>{t('username')}</dt>
        <dd>{account.username}</dd>
        <dt>{t('roles')}</dt>
        <dd>
          <ul className={styles.plain}>
            {account.roles.map((held) => (
              <li key={`${held.role}-${held.unit.id}`}>
                {role(held.role)} · {held.unit.name}
              </li>
            ))}
          </ul>
        </dd>
        {account.externalName === null ? null : (
          <>
            <dt>{t('externalName')}</dt>
            <dd>{account.externalName}</dd>
          </>
        )}
        <dt>{t('language')}</dt>
        <dd>
          <LanguageSwitch />
        </dd>
      </dl>
      <p className={styles.note}>{t('rolesHint')}</p>
    </section>
  );
}

function Password({ account }: Part) {
  const t = useWords(accountWords);
  const client = useQueryClient();
  const at = account.passwordChangedAt;
  return (
    <section className={styles.block} aria-labelledby="password">
      <h2 id="password">{t('passwordTitle')}</h2>
      <p className={styles.note}>
        {at === null ? t('passwordNeverChanged') : t('passwordChangedAt', { time: formatInstant(at) })}
      </p>
      <ChangePasswordForm
        username={account.username}
        onChanged={() => {
          showToast({ text: t('passwordChanged') });
          void client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
        }}
      />
    </section>
  );
}

function SecondFactor({ account }: Part) {
  const t = useWords(accountWords);
  const client = useQueryClient();
  const [doing, setDoing] = useState<'set-up' | 'turn-off' | 'renew' | null>(null);
  const { since, required, recoveryCodesLeft: left } = account.secondFactor;
  const again = () => void client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
  const close = () => {
    setDoing(null);
    again();
  };
  return (
    <section className={styles.block} aria-labelledby="factor">
      <h2 id="factor">{t('factorTitle')}</h2>
      <p>{t('factorLead')}</p>
      <p>
        <strong>{since === null ? t('factorOff') : t('factorOn', { time: formatInstant(since) })}</strong>
      </p>
      {since === null || doing !== null ? null : left < 3 ? (
        <Notice kind="warning" title={t('fewCodesLeft', { count: left })} />
      ) : (
        <p className={styles.note}>{t('codesLeft', { count: left })}</p>
      )}
      {doing === 'set-up' ? (
        <SecondFactorSetUp username={account.username} onDone={close} onClose={close} />
      ) : doing === 'turn-off' ? (
        <TurnOff onClose={close} />
      ) : doing === 'renew' ? (
        <Renew username={account.username} onClose={close} />
      ) : (
        <FactorActions on={since !== null} required={required} onPick={setDoing} />
      )}
    </section>
  );
}

interface FactorActionsProps {
  readonly on: boolean;
  readonly required: boolean;
  readonly onPick: (doing: 'set-up' | 'turn-off' | 'renew') => void;
}

function FactorActions({ on, required, onPick }: FactorActionsProps) {
  const t = useWords(accountWords);
  if (!on)
    return (
      <div>
        <Button onClick={() => onPick('set-up')}>{t('turnOn')}</Button>
      </div>
    );
  return (
    <div className={styles.actions}>
      <Button variant="outline" onClick={() => onPick('renew')}>
        {t('renewCodes')}
      </Button>
      {required ? (
        <p className={styles.note}>{t('factorRequired')}</p>
      ) : (
        <Button variant="outline" onClick={() => onPick('turn-off')}>
          {t('turnOff')}
        </Button>
      )}
    </div>
  );
}

function TurnOff({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(accountWords);
  const remove = useMutation({
    mutationFn: removeSecondFactor,
    onSuccess: () => {
      showToast({ text: t('turnedOff') });
      onClose();
    },
  });
  return (
    <PasswordAgain
      error={remove.error}
      pending={remove.isPending}
      onPassword={(password) => remove.mutate(password)}
      onClose={onClose}
    />
  );
}

function Renew({ username, onClose }: { readonly username: string; readonly onClose: () => void }) {
  const renew = useMutation({ mutationFn: renewRecoveryCodes });
  if (renew.data !== undefined)
    return <RecoveryCodes username={username} codes={renew.data.codes} onKept={onClose} />;
  return (
    <PasswordAgain
      error={renew.error}
      pending={renew.isPending}
      onPassword={(password) => renew.mutate(password)}
      onClose={onClose}
    />
  );
}

function Sessions({ account }: Part) {
  const t = useWords(accountWords);
  const end = useCommand({
    send: (sessionId: string | undefined, commandId) => endOwnSessions(sessionId, commandId),
    changes: [ownAccountQuery.queryKey],
    done: () => t('ended'),
  });
  return (
    <section className={styles.block} aria-labelledby="sessions">
      <h2 id="sessions">{t('sessionsTitle')}</h2>
      {end.isError ? <ProblemNotice error={end.error} /> : null}
      <SignedInDevices sessions={account.sessions} onEnd={(id) => end.mutate(id)} />
      {account.sessions.length < 2 ? null : (
        <div>
          <Button variant="outline" onClick={() => end.mutate(undefined)}>
            {t('endOthers')}
          </Button>
        </div>
      )}
      <p className={styles.note}>{t('sessionRule')}</p>
    </section>
  );
}
