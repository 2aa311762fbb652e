import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Glyph } from './glyph.tsx';
import styles from './menu-button.module.css';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** A button that opens a list of acts: arrows walk it, Escape closes it and gives the focus back. */
export function MenuButton({ label, items }: MenuButtonProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const entries = () => [...(place.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useEffect(() => {
    if (!open) return;
    const found = place.current?.querySelector<HTMLElement>('[role="menuitem"]');
    found?.focus();
    function close(event: Event) {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    }
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [open]);

  function onKeyDown(event: KeyboardEvent) {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown' && !open) setOpen(true);
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp' && open) all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home' && open) all[0]?.focus();
    else if (event.key === 'End' && open) all.at(-1)?.focus();
    else if (event.key === 'Escape' && open) {
      setOpen(false);
      button.current?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the button and its menu are read in one place
    <div ref={place} className={`${styles.place} no-print`} onKeyDown={onKeyDown}>
      <Button
        ref={button}
        variant="outline"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        rightSection={<Glyph shape="down" />}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open ? (
        <div role="menu" id={id} aria-label={label} className={styles.menu}>
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                item.run();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
