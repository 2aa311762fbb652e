import { useState } from 'react';
import { defineWords, useWords } from './i18n.ts';

const missingWords = defineWords({ missing: 'Chưa ghi: {what}.' }, { missing: 'Not filled in: {what}.' });

type Told = string | null;
const isEmpty = (value: Told): boolean => (value ?? '').trim() === '';

/** Says at each field that an act needs what is missing, once the act was tried; the first of them gets the focus. */
export function useMissing() {
  const t = useWords(missingWords);
  const [tried, setTried] = useState(false);
  return {
    /** The error of a field, by its label. */
    at: (value: Told, what: string): string | undefined =>
      tried && isEmpty(value) ? t('missing', { what: what.replace(/[.:]$/u, '') }) : undefined,
    /** To be asked before the act: whether all that it needs is told. */
    allTold: (...values: readonly Told[]): boolean => {
      setTried(true);
      const told = !values.some(isEmpty);
      if (!told)
        requestAnimationFrame(() =>
          document
            .querySelector<HTMLElement>('main [aria-invalid="true"], [role="dialog"] [aria-invalid="true"]')
            ?.focus(),
        );
      return told;
    },
  };
}
