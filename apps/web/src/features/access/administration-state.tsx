import type { AdministrationView } from '@benvung/contract/administration';
import { formatCount, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import styles from './administration.module.css';
import { administrationWords } from './administration.words.ts';

interface LineProps {
  readonly ok: boolean;
  readonly children: string;
}

function Line({ ok, children }: LineProps) {
  return (
    <li className={ok ? styles.fine : styles.look}>
      <Glyph shape={ok ? 'check' : 'warning'} /> <span>{children}</span>
    </li>
  );
}

/** Backups, failed work, accounts, law that is not verified: what is well has a tick, the rest a sign. */
export function AdministrationState({ state }: { readonly state: AdministrationView }) {
  const t = useWords(administrationWords);
  const { lastBackupAt, lastRestoreAt, failedJobs, accounts, draftStandards, scorecards } = state;
  return (
    <div className={styles.blocks}>
      <Block title={t('state')}>
        <ul className={styles.lines}>
          <Line ok={lastBackupAt !== null}>
            {lastBackupAt === null ? t('noBackup') : t('lastBackup', { at: formatInstant(lastBackupAt) })}
          </Line>
          <Line ok={lastRestoreAt !== null}>
            {lastRestoreAt === null ? t('noRestore') : t('lastRestore', { at: formatInstant(lastRestoreAt) })}
          </Line>
          <Line ok={failedJobs === 0}>
            {failedJobs === 0 ? t('noFailedJobs') : t('failedJobs', { count: formatCount(failedJobs) })}
          </Line>
        </ul>
      </Block>
      <Block title={t('accounts')}>
        <ul className={styles.lines}>
          <Line ok>
            {t('accountsLine', {
              active: formatCount(accounts.active),
              disabled: formatCount(accounts.disabled),
            })}
          </Line>
          <Line ok={accounts.locked === 0}>
            {accounts.locked === 0 ? t('noneLocked') : t('locked', { count: formatCount(accounts.locked) })}
          </Line>
        </ul>
      </Block>
      <Block title={t('law')}>
        <ul className={styles.lines}>
          {draftStandards.length + scorecards.length === 0 ? <Line ok>{t('allVerified')}</Line> : null}
          {draftStandards.map(({ id, title }) => (
            <Line key={id} ok={false}>
              {t('draft', { title })}
            </Line>
          ))}
          {scorecards.map(({ id, formCode, standardId, status }) => (
            <Line key={id} ok={false}>
              {t('scorecard', { form: formCode, standard: standardId, status: t(status) })}
            </Line>
          ))}
        </ul>
      </Block>
    </div>
  );
}
