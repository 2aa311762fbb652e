import type { UnitRef } from '@benvung/contract/shared';
import type { UnitView } from '@benvung/contract/territory';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { ListInput } from '../../ui/list-input.tsx';
import { unitQuery, unitsQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';
import styles from './unit-picker.module.css';
import { useCloseOutside } from './use-close-outside.ts';

interface UnitPickerProps {
  /** Null: none is chosen yet. */
  readonly unit: UnitRef | null;
  /** The day whose map is searched. */
  readonly on: string;
  readonly onPick: (unit: UnitRef) => void;
  /** The lowest ancestors a person may open; units above are not offered. */
  readonly roots: readonly UnitRef[];
  readonly dark?: boolean;
}

interface Offer {
  readonly group: 'above' | 'below' | 'found';
  readonly unit: UnitRef | UnitView;
}

/** Opens on the units around the chosen one; from the second letter on it searches by name. */
export function UnitPicker(props: UnitPickerProps) {
  const { unit, dark = false } = props;
  const t = useWords(territoryWords);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDetailsElement>(null);
  const close = useCloseOutside(box, () => setOpen(false));
  return (
    <details
      ref={box}
      open={open}
      className={`${styles.picker} ${dark ? styles.dark : ''}`}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary aria-label={unit === null ? t('chooseUnit') : t('choose', { unit: unit.name })}>
        <span className={styles.name}>{unit?.name ?? t('chooseUnit')}</span>
        <Glyph shape="down" />
      </summary>
      {open ? <PickerPanel {...props} onDone={close} /> : null}
    </details>
  );
}

function useOffers({ unit, on, roots }: UnitPickerProps, sought: string): readonly Offer[] {
  const searching = searchKey(sought).length >= 2;
  const from = unit ?? roots[0] ?? null;
  const detail = useQuery({ ...unitQuery(from?.id ?? 0, on), enabled: from !== null });
  const below = useQuery({
    ...unitsQuery({ on, parent: from?.id ?? 0, limit: 200 }),
    enabled: !searching && from !== null,
  });
  const found = useQuery({ ...unitsQuery({ on, q: sought, mine: 1, limit: 20 }), enabled: searching });
  if (searching) return (found.data?.units ?? []).map((one) => ({ group: 'found', unit: one }));
  const ancestors = detail.data?.ancestors ?? [];
  const lowest = ancestors.findIndex((one) => roots.some((root) => root.id === one.id));
  const above =
    unit === null
      ? roots
      : lowest < 0
        ? roots.filter((root) => root.id !== unit.id)
        : ancestors.slice(lowest);
  return [
    ...above.map((one): Offer => ({ group: 'above', unit: one })),
    ...(below.data?.units ?? []).map((one): Offer => ({ group: 'below', unit: one })),
  ];
}

function PickerPanel(props: UnitPickerProps & { readonly onDone: () => void }) {
  const t = useWords(territoryWords);
  const id = useId();
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const offers = useOffers(props, sought);
  const current = Math.min(at, offers.length - 1);

  function pick(offer: Offer | undefined) {
    if (offer === undefined) return;
    props.onPick(offer.unit);
    props.onDone();
  }

  return (
    <div className={styles.panel}>
      <ListInput
        id={id}
        className={styles.input}
        label={t('search')}
        text={sought}
        count={offers.length}
        current={current}
        onText={(text) => {
          setSought(text);
          setAt(0);
        }}
        onMove={setAt}
        onPick={() => pick(offers[current])}
        onEscape={props.onDone}
      />
      <OfferList id={id} offers={offers} current={current} onPick={pick} />
      {offers.length === 0 ? (
        <p className={styles.empty} role="status">
          {searchKey(sought).length < 2 ? t('typeMore') : t('none', { day: formatDay(props.on) })}
        </p>
      ) : null}
    </div>
  );
}

interface OfferListProps {
  readonly id: string;
  readonly offers: readonly Offer[];
  readonly current: number;
  readonly onPick: (offer: Offer) => void;
}

/** Namesakes are told apart by the unit above them. */
const aboveOf = ({ unit }: Offer): string => ('parentName' in unit ? (unit.parentName ?? '') : '');

function OfferList({ id, offers, current, onPick }: OfferListProps) {
  const t = useWords(territoryWords);
  return (
    <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t('found')}>
      {offers.map((offer, at) => (
        <div key={`${offer.group}-${offer.unit.id}`} role="presentation">
          {offers[at - 1]?.group === offer.group ? null : (
            <div className={styles.group} role="presentation">
              {t(offer.group)}
            </div>
          )}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus, as a combobox does */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are read by the input */}
          <div
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === current}
            className={styles.option}
            // Losing the focus would close the box before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(offer)}
          >
            <span>{offer.unit.name}</span>
            <span className={styles.level}>
              {offer.group === 'found' ? aboveOf(offer) : t(offer.unit.level)}
            </span>
          </div>
        </div>
      ))}
    </div>
  );
}
