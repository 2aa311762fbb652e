import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { householdsQuery } from '../../features/household/household.api.ts';
import { unitsQuery } from '../../features/territory/territory.api.ts';
import { useWords } from '../../platform/i18n.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { ListInput } from '../../ui/list-input.tsx';
import { ModalBox } from '../../ui/modal-box.tsx';
import { appWords } from '../app.words.ts';
import { looksOverAnArea } from '../looks-over.ts';
import { menuFor } from '../menu.ts';
import { useSession } from '../session-context.ts';
import styles from './search-box.module.css';
import { FEWEST_LETTERS, type Offer, offersFor } from './search-offers.ts';

const MOST_FOUND = 8;
const PAUSE_MS = 200;

/** The button in the top bar; Ctrl+K opens it from anywhere. */
export function SearchBox() {
  const t = useWords(appWords);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.code !== 'KeyK') return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K"
      >
        <Glyph shape="search" />
        <span className={styles.words}>{t('searchShort')}</span>
        <kbd className={styles.key}>Ctrl K</kbd>
      </button>
      {open ? (
        <ModalBox title={t('search')} onClose={() => setOpen(false)}>
          <SearchPanel onDone={() => setOpen(false)} />
        </ModalBox>
      ) : null}
    </>
  );
}

/** The text once its author has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

/** What was typed, looked for a moment after the last letter. */
function useFound(typed: string): readonly Offer[] {
  const t = useWords(appWords);
  const session = useSession();
  const sought = usePaused(typed.trim());
  const enabled = searchKey(sought).length >= FEWEST_LETTERS;
  const households = useQuery({
    ...householdsQuery({ unit: session.home.id, q: sought, page: 1 }),
    enabled: enabled && looksOverAnArea(session),
  });
  const units = useQuery({
    ...unitsQuery({ on: session.today, q: sought, mine: 1, limit: MOST_FOUND }),
    enabled,
  });
  const pages = menuFor(session).flatMap((entry) =>
    'to' in entry ? [{ to: String(entry.to), label: t(entry.word) }] : [],
  );
  return offersFor(typed, {
    pages,
    households: enabled ? (households.data?.households ?? []).slice(0, MOST_FOUND) : [],
    units: enabled ? (units.data?.units ?? []) : [],
  });
}

function SearchPanel({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(appWords);
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const offers = useFound(typed);
  const current = Math.min(at, offers.length - 1);

  function go(offer: Offer | undefined) {
    if (offer === undefined) return;
    onDone();
    if (offer.kind === 'page') void navigate({ to: offer.to });
    else if (offer.kind === 'household') void navigate({ to: '/ho/$id', params: { id: offer.id } });
    else void navigate({ to: '/viec', search: { 'don-vi': offer.id } });
  }

  return (
    <div className={styles.panel}>
      <ListInput
        id={id}
        className={styles.input}
        label={t('searchFor')}
        text={typed}
        count={offers.length}
        current={current}
        onText={(text) => {
          setTyped(text);
          setAt(0);
        }}
        onMove={setAt}
        onPick={() => go(offers[current])}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('search')} className={styles.list}>
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are the field's
          <div
            key={offer.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={styles.option}
            onClick={() => go(offer)}
          >
            <span>{offer.label}</span>
            <span className={styles.kind}>
              {offer.kind === 'household'
                ? [
                    ...(offer.through === undefined ? [] : [t('searchThrough', { name: offer.through })]),
                    offer.where,
                  ].join(' · ')
                : t(offer.kind === 'page' ? 'searchPage' : 'searchUnit')}
            </span>
          </div>
        ))}
      </div>
      <p className={styles.hint} role="status">
        {searchKey(typed).length < FEWEST_LETTERS
          ? t('searchHint')
          : offers.length === 0
            ? t('searchNone')
            : t('searchKeys')}
      </p>
    </div>
  );
}
