import type { SignedInDevice } from '@benvung/contract/access';
import { Button } from '@mantine/core';
import { formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import styles from './account.module.css';
import { accountWords } from './account.words.ts';

interface SignedInDevicesProps {
  readonly sessions: readonly SignedInDevice[];
  /** Absent where the reader may only look. */
  readonly onEnd?: ((sessionId: string) => void) | undefined;
}

/** Where an account is signed in, and a way to end each. */
export function SignedInDevices({ sessions, onEnd }: SignedInDevicesProps) {
  const t = useWords(accountWords);
  if (sessions.length === 0) return <p className={styles.note}>{t('nobodySignedIn')}</p>;
  return (
    <ul className={styles.sessions}>
      {sessions.map((session) => (
        <li key={session.id} className={styles.session}>
          <div>
            <strong>{session.device === '' ? t('unknownDevice') : session.device}</strong>
            {session.current ? ` (${t('thisDevice')})` : ''}
            <div className={styles.note}>
              {t('startedAt', { time: formatInstant(session.startedAt) })}{' '}
              {t(session.way === 'openId' ? 'wayOpenId' : 'wayPassword')},{' '}
              {t('lastSeenAt', { time: formatInstant(session.lastSeenAt) })}
            </div>
          </div>
          {session.current || onEnd === undefined ? null : (
            <Button variant="outline" size="xs" onClick={() => onEnd(session.id)}>
              {t('endSession')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
