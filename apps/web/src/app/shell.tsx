import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { PersonMenu } from '../features/access/person-menu.tsx';
import { UnitPicker } from '../features/territory/unit-picker.tsx';
import { formatDay } from '../platform/formats.ts';
import { useWords } from '../platform/i18n.ts';
import { JobsBell } from '../platform/jobs/jobs-bell.tsx';
import { platformWords } from '../platform/platform.words.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { appWords } from './app.words.ts';
import { DemonstrationBar } from './demonstration-bar.tsx';
import { KeyHelp, KeyHelpButton } from './key-help/key-help.tsx';
import { looksOverAnArea } from './looks-over.ts';
import { menuFor } from './menu.ts';
import { NetworkBar } from './network-bar.tsx';
import { SearchBox } from './search-box/search-box.tsx';
import { useSession } from './session-context.ts';
import styles from './shell.module.css';
import { usePlace } from './use-place.ts';
import { usePrimaryKey } from './use-primary-key.ts';

interface ShellProps {
  readonly onLock: () => void;
  readonly children: ReactNode;
}

/** Top bar, menu and the page; the same on every screen of the office. */
export function Shell({ onLock, children }: ShellProps) {
  const t = useWords(appWords);
  const shared = useWords(platformWords);
  const session = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [menuOpen, setMenuOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  usePrimaryKey();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => setMenuOpen(false), [path]);
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <header className={styles.top}>
        <button
          type="button"
          className={styles.menuButton}
          aria-expanded={menuOpen}
          aria-controls="menu"
          aria-label={menuOpen ? t('closeMenu') : t('openMenu')}
          onClick={() => setMenuOpen(!menuOpen)}
        >
          <Glyph shape="menu" />
        </button>
        <Link to={looksOverAnArea(session) ? '/viec' : '/viec-giao'} className={styles.brand}>
          Bền Vững
        </Link>
        <PlacePicker />
        <div className={styles.person}>
          <SearchBox />
          <JobsBell link={(to, children) => <Link to={to}>{children}</Link>} />
          <PersonMenu session={session} onLock={onLock} link={(words) => <Link to="/toi">{words}</Link>} />
        </div>
      </header>
      {session.demonstration ? <DemonstrationBar today={session.today} /> : null}
      <NetworkBar />
      <div className={styles.frame}>
        <Menu open={menuOpen} onKeys={() => setKeysOpen(true)} />
        <main id="main" className={styles.content} tabIndex={-1}>
          <div className={styles.page}>{children}</div>
          <p className="print-only">
            {t('printedBy', { person: session.account.fullName })} ·{' '}
            {t('printedOn', { day: formatDay(session.today) })}
          </p>
        </main>
      </div>
      <KeyHelp open={keysOpen} onOpen={setKeysOpen} />
      <Toasts closeLabel={shared('closeMessage')} />
    </>
  );
}

function PlacePicker() {
  const session = useSession();
  const place = usePlace();
  const navigate = useNavigate();
  return (
    <div className={styles.place}>
      <UnitPicker
        dark
        unit={place.unit}
        on={place.on}
        roots={session.roles.map((held) => held.unit)}
        onPick={(unit) =>
          void navigate({
            to: '.',
            params: (last) => (place.inPath ? { ...last, donVi: String(unit.id) } : last),
            search: (last) => place.move(last, unit.id),
          })
        }
      />
    </div>
  );
}

function Menu({ open, onKeys }: { readonly open: boolean; readonly onKeys: () => void }) {
  const t = useWords(appWords);
  const session = useSession();
  const place = usePlace();
  const search = place.chosen === undefined ? {} : { 'don-vi': place.chosen };
  const at = useRouterState({ select: (state) => state.location.pathname });
  const entries = menuFor(session);
  // A page below another's, with an entry of its own, is marked alone.
  const standsBelow = (to: string): boolean =>
    entries.some((other) => 'to' in other && other.to.startsWith(`${to}/`) && at.startsWith(other.to));
  return (
    <nav id="menu" aria-label={t('menu')} className={`${styles.menu} ${open ? styles.menuOpen : ''}`}>
      <ul>
        {entries.map((entry) =>
          'heading' in entry ? (
            <li key={entry.heading} className={styles.heading}>
              {t(entry.heading)}
            </li>
          ) : (
            <li key={entry.to}>
              <Link
                to={entry.to}
                search={search}
                activeOptions={{ includeSearch: false, exact: entry.exact || standsBelow(entry.to) }}
              >
                {t(entry.word)}
              </Link>
            </li>
          ),
        )}
        <li>
          <KeyHelpButton className={styles.keyHelp} onOpen={onKeys} />
        </li>
      </ul>
    </nav>
  );
}
