import { useEffect } from 'react';
import { formatTime } from '../platform/formats.ts';
import { useWords } from '../platform/i18n.ts';
import { lookForServer, reportNetworkLost, useNetworkLostSince } from '../platform/network-state.ts';
import { appWords } from './app.words.ts';
import styles from './bars.module.css';

const TRY_EVERY_MS = 5_000;

/** Grey bar while the server cannot be reached; it looks again by itself. */
export function NetworkBar() {
  const t = useWords(appWords);
  const since = useNetworkLostSince();
  useEffect(() => {
    const look = () => void lookForServer();
    window.addEventListener('online', look);
    window.addEventListener('offline', reportNetworkLost);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', reportNetworkLost);
    };
  }, []);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => void lookForServer(), TRY_EVERY_MS);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <div role="status" className="no-print">
      {since === null ? null : (
        <p className={styles.network}>{t('networkLost', { time: formatTime(since) })}</p>
      )}
    </div>
  );
}
