import type { AccountLine } from '@benvung/contract/access';
import { formatInstant, formatTime } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { accessWords } from './access.words.ts';
import styles from './accounts.module.css';
import { accountsWords } from './accounts.words.ts';

interface AccountTableProps {
  readonly accounts: readonly AccountLine[];
  readonly openId: string | undefined;
  readonly stale: boolean;
  readonly onOpen: (id: string) => void;
}

export function AccountTable({ accounts, openId, stale, onOpen }: AccountTableProps) {
  const t = useWords(accountsWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways is scrolled by keys too
    <section className={`${styles.box} ${stale ? styles.stale : ''}`} aria-label={t('caption')} tabIndex={0}>
      <table className={styles.table} aria-busy={stale}>
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            {(['fullName', 'username', 'roles', 'status', 'secondFactor', 'lastSignIn'] as const).map(
              (column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} open={account.id === openId} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface AccountRowProps {
  readonly account: AccountLine;
  readonly open: boolean;
  readonly onOpen: (id: string) => void;
}

function AccountRow({ account, open, onOpen }: AccountRowProps) {
  const t = useWords(accountsWords);
  const word = useWords(accessWords);
  return (
    <tr aria-current={open ? 'true' : undefined}>
      <th scope="row">
        <button type="button" className={styles.open} onClick={() => onOpen(account.id)}>
          {account.fullName}
        </button>
        {account.demonstration ? <span className={styles.state}>◈ {t('demonstration')}</span> : null}
      </th>
      <td>{account.username}</td>
      <td>
        <ul className={styles.list}>
          {account.roles.map(({ role, unit }) => (
            <li key={`${role}-${unit.id}`}>
              {word(role)} · {unit.name}
            </li>
          ))}
        </ul>
      </td>
      <td>
        {t(account.status)}
        {account.mustChangePassword ? <span className={styles.state}>{t('oneTime')}</span> : null}
        {account.lockedUntil === null ? null : (
          <span className={`${styles.state} ${styles.warn}`}>
            ▲ {t('lockedUntil', { time: formatTime(account.lockedUntil) })}
          </span>
        )}
      </td>
      <td>{t(account.secondFactorSince === null ? 'off' : 'on')}</td>
      <td>{account.lastSignInAt === null ? t('never') : formatInstant(account.lastSignInAt)}</td>
    </tr>
  );
}
