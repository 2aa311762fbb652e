import { Button } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ModalBox } from '../../ui/modal-box.tsx';
import styles from './key-help.module.css';
import { keyHelpWords } from './key-help.words.ts';
import { KEYS_EVERYWHERE, type KeyLine, keysOfPage } from './page-keys.ts';

/** The button that opens the keys; it may stand where nothing is shown on a narrow screen. */
export function KeyHelpButton({
  className,
  onOpen,
}: {
  readonly className?: string | undefined;
  readonly onOpen: () => void;
}) {
  const t = useWords(keyHelpWords);
  return (
    <button type="button" className={className} aria-keyshortcuts="F1" onClick={onOpen}>
      {t('open')}
    </button>
  );
}

interface KeyHelpProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** F1, or its button: the keys of the page one is on. */
export function KeyHelp({ open, onOpen }: KeyHelpProps) {
  const t = useWords(keyHelpWords);
  const address = useRouterState({ select: (state) => state.location.href });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'F1' || event.isComposing) return;
      event.preventDefault();
      onOpen(true);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onOpen]);
  if (!open) return null;
  const here = keysOfPage(address);
  return (
    <ModalBox title={t('title')} onClose={() => onOpen(false)}>
      {here.length === 0 ? <p>{t('noneHere')}</p> : <Keys caption={t('here')} lines={here} />}
      <Keys caption={t('everywhere')} lines={KEYS_EVERYWHERE} />
      <Button onClick={() => onOpen(false)}>{t('close')}</Button>
    </ModalBox>
  );
}

function Keys({ caption, lines }: { readonly caption: string; readonly lines: readonly KeyLine[] }) {
  const t = useWords(keyHelpWords);
  return (
    <table className={styles.keys}>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('keys')}</th>
          <th scope="col">{t('does')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([keys, word]) => (
          <tr key={word}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{t(word)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
