import type { PlanView } from '@benvung/contract/plan-structure';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatInstant } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import type { Word } from './row-parts.ts';

interface PlanHistoryProps {
  readonly plan: PlanView;
  readonly onVersion: (number: number) => void;
  readonly documentLink: (id: string) => ReactNode;
}

/** Every version with how it stands, and every act with who did it and why. */
export function PlanHistory({ plan, onVersion, documentLink }: PlanHistoryProps) {
  const t = useWords(planStructureWords);
  return (
    <>
      <ul className={styles.rows}>
        {plan.versions.map((one) => (
          <li key={one.number} className={styles.row}>
            <div className={styles.line}>
              <strong>{t('version', { number: one.number })}</strong>
              <span>
                {t('versionBy', { state: t(one.state), by: one.savedBy, at: formatInstant(one.savedAt) })}
              </span>
              {one.reference === null ? null : <span>{one.reference}</span>}
              {one.documentId === null ? null : documentLink(one.documentId)}
              {one.number === plan.number ? null : (
                <Button variant="outline" onClick={() => onVersion(one.number)}>
                  {t('open')}
                </Button>
              )}
            </div>
            {one.reason === null ? null : <p>{one.reason}</p>}
          </li>
        ))}
      </ul>
      <ol>
        {plan.history.map((event) => (
          <li key={`${event.at} ${event.act}`}>
            {t('actBy', {
              act: t((event.act === 'start' ? 'startAct' : event.act) as Word),
              number: event.number,
              actor: event.actor,
              at: formatInstant(event.at),
            })}
            {event.note === null ? null : `: ${event.note}`}
          </li>
        ))}
      </ol>
    </>
  );
}
