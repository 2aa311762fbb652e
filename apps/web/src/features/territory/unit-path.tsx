import type { UnitRef } from '@benvung/contract/shared';
import type { ReactNode } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { territoryWords } from './territory.words.ts';
import styles from './unit-path.module.css';

interface UnitPathProps {
  readonly path: readonly UnitRef[];
  readonly renderLink: (unit: UnitRef) => ReactNode;
}

/** Breadcrumbs by unit, highest first; the last one is where the reader is. */
export function UnitPath({ path, renderLink }: UnitPathProps) {
  const t = useWords(territoryWords);
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className={styles.path}>
        {path.map((unit, at) => (
          <li key={unit.id} aria-current={at === path.length - 1 ? 'page' : undefined}>
            {at === path.length - 1 ? unit.name : renderLink(unit)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
