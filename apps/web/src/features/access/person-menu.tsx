import type { SessionView } from '@benvung/contract/access';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { setSunlight, useSunlight } from '../../platform/sunlight.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { closeSession } from './access.api.ts';
import { accessWords } from './access.words.ts';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './person-menu.module.css';

interface PersonMenuProps {
  readonly session: SessionView;
  readonly onLock: () => void;
  /** The way to one's own account. */
  readonly link: (words: string) => ReactNode;
}

export function PersonMenu({ session, onLock, link }: PersonMenuProps) {
  const t = useWords(accessWords);
  // A whole new page: nothing of this person stays in memory for the next one.
  const leave = useMutation({ mutationFn: closeSession, onSuccess: () => location.assign('/') });
  const sunlight = useSunlight();
  const name = session.account.fullName;
  return (
    <Disclosure
      className={styles.menu}
      label={t('person', { name })}
      summary={<span className={styles.short}>{name}</span>}
    >
      <div className={styles.panel}>
        <div>
          <p className={styles.name}>{name}</p>
          <ul className={styles.roles}>
            {session.roles.map((held) => (
              <li key={`${held.role}-${held.unit.id}`}>
                {t(held.role)} · {held.unit.name}
              </li>
            ))}
          </ul>
        </div>
        {link(t('myAccount'))}
        <LanguageSwitch />
        <label className={styles.sunlight}>
          <input type="checkbox" checked={sunlight} onChange={(event) => setSunlight(event.target.checked)} />
          {t('sunlight')}
        </label>
        {leave.isError ? <ProblemNotice error={leave.error} /> : null}
        <Button variant="outline" onClick={onLock}>
          {t('lock')}
        </Button>
        <Button variant="outline" onClick={() => leave.mutate()}>
          {t('signOut')}
        </Button>
      </div>
    </Disclosure>
  );
}
