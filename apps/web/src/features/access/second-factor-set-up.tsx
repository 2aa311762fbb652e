import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { copyText } from '../../platform/clipboard.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import styles from './account.module.css';
import { accountWords } from './account.words.ts';
import { confirmSecondFactor, offerSecondFactor } from './own-account.api.ts';
import { PasswordField } from './password-field.tsx';
import { QrPicture } from './qr-picture.tsx';

interface SetUpProps {
  readonly username: string;
  readonly onDone: () => void;
  readonly onClose?: (() => void) | undefined;
}

/** Password, then the picture and a code of the app, then the recovery codes: three steps, one at a time. */
export function SecondFactorSetUp({ username, onDone, onClose }: SetUpProps) {
  const offer = useMutation({ mutationFn: offerSecondFactor });
  const confirm = useMutation({ mutationFn: confirmSecondFactor });
  if (confirm.data !== undefined)
    return <RecoveryCodes username={username} codes={confirm.data.codes} step={3} onKept={onDone} />;
  if (offer.data !== undefined)
    return (
      <ScanAndConfirm
        offer={offer.data}
        error={confirm.error}
        pending={confirm.isPending}
        onCode={(code) => confirm.mutate(code)}
        onClose={onClose}
      />
    );
  return (
    <PasswordAgain
      step={1}
      error={offer.error}
      pending={offer.isPending}
      onPassword={(password) => offer.mutate(password)}
      onClose={onClose}
    />
  );
}

interface PasswordAgainProps {
  readonly step?: number;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onPassword: (password: string) => void;
  readonly onClose?: (() => void) | undefined;
}

/** Asked before anything that guards the way in is changed: the person, not only their open page. */
export function PasswordAgain({ step, error, pending, onPassword, onClose }: PasswordAgainProps) {
  const t = useWords(accountWords);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (password !== '') onPassword(password);
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {error === null || error === undefined ? null : <ProblemNotice error={error} />}
      {step === undefined ? null : <p className={styles.note}>{t('step', { at: step })}</p>}
      <PasswordField
        label={t('passwordAgain')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={tried && password === '' ? t('currentMissing') : null}
      />
      <div className={styles.actions}>
        <Button type="submit" aria-busy={pending}>
          {t('goOn')}
        </Button>
        <CloseButton onClose={onClose} />
      </div>
    </form>
  );
}

function CloseButton({ onClose }: { readonly onClose?: (() => void) | undefined }) {
  const t = useWords(accountWords);
  return onClose === undefined ? null : (
    <Button variant="subtle" onClick={onClose}>
      {t('close')}
    </Button>
  );
}

interface ScanProps {
  readonly offer: { readonly secret: string; readonly address: string };
  readonly error: unknown;
  readonly pending: boolean;
  readonly onCode: (code: string) => void;
  readonly onClose?: (() => void) | undefined;
}

function ScanAndConfirm({ offer, error, pending, onCode, onClose }: ScanProps) {
  const t = useWords(accountWords);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (code.trim().length >= 6) onCode(code);
    else field.current?.focus();
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.note}>{t('step', { at: 2 })}</p>
      <h3>{t('scanTitle')}</h3>
      <p>{t('scanLead')}</p>
      <div className={styles.picture}>
        <QrPicture text={offer.address} label={t('picture')} />
      </div>
      <p>
        {t('noCamera')}{' '}
        <code className={styles.secret}>{offer.secret.replace(/(.{4})/gu, '$1 ').trim()}</code>
      </p>
      {error === null || error === undefined ? null : <ProblemNotice error={error} />}
      <TextInput
        ref={field}
        label={`${t('codeTitle')} (${t('code')})`}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        error={tried && code.trim().length < 6 ? t('codeMissing') : null}
      />
      <div className={styles.actions}>
        <Button type="submit" aria-busy={pending}>
          {t('confirmCode')}
        </Button>
        <CloseButton onClose={onClose} />
      </div>
    </form>
  );
}

interface RecoveryCodesProps {
  readonly username: string;
  readonly codes: readonly string[];
  readonly step?: number;
  readonly onKept: () => void;
}

/** Shown once, to be printed or copied. */
export function RecoveryCodes({ username, codes, step, onKept }: RecoveryCodesProps) {
  const t = useWords(accountWords);
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.form}>
      {step === undefined ? null : <p className={styles.note}>{t('step', { at: step })}</p>}
      <h3 ref={heading} tabIndex={-1}>
        {t('codesTitle')}
      </h3>
      <p>{t('codesLead')}</p>
      <p className="print-only">{t('codesFor', { username })}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={`${styles.actions} no-print`}>
        <Button onClick={onKept}>{t('codesKept')}</Button>
        <Button variant="outline" onClick={() => window.print()}>
          {t('printCodes')}
        </Button>
        <Button
          variant="outline"
          onClick={() => {
            copyText(codes.join('\n'));
            setCopied(true);
          }}
        >
          {t(copied ? 'copied' : 'copyCodes')}
        </Button>
      </div>
    </div>
  );
}
