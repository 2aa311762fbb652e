import type { UnitRef } from '@benvung/contract/shared';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { unitQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';
import styles from './unit-path.module.css';

interface UnitSuccessorsProps {
  readonly unit: UnitRef;
  readonly on: string;
  readonly renderLink: (unit: UnitRef) => ReactNode;
}

/** The way out when a unit is not on the map of a day: what became of it, or what it was made of. */
export function UnitSuccessors({ unit, on, renderLink }: UnitSuccessorsProps) {
  const t = useWords(territoryWords);
  const detail = useQuery(unitQuery(unit.id, on)).data;
  if (detail === undefined) return null;
  const after = detail.successors.filter((one) => one.day <= on);
  const before = detail.predecessors.filter((one) => one.day > on);
  const others = after.length > 0 ? after : before;
  if (others.length === 0) {
    return <Notice kind="empty" title={t('none', { day: formatDay(on) })} />;
  }
  const said = after.length > 0 ? 'becameOn' : 'madeOf';
  return (
    <Notice kind="note" title={t(said, { unit: detail.name, day: formatDay(on) })}>
      <ul className={styles.others}>
        {others.map((one) => (
          <li key={`${one.unit.id}-${one.day}`}>
            {renderLink(one.unit)}
            {one.whole ? '' : ` (${t('partly')})`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
