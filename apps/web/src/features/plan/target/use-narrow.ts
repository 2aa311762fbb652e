import { useSyncExternalStore } from 'react';

const wide = () => globalThis.matchMedia?.('(max-width: 640px)');

/** A telephone. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = wide();
      media?.addEventListener('change', changed);
      return () => media?.removeEventListener('change', changed);
    },
    () => wide()?.matches ?? false,
  );
