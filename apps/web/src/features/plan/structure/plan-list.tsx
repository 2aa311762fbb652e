import type { PlanList as Listed } from '@benvung/contract/plan-structure';
import { PLAN_STATES } from '@benvung/domain/plan/structure/plan-life';
import type { ReactNode } from 'react';
import { formatInstant } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { TableBox } from '../../../ui/table-box.tsx';
import { TableHead } from '../../../ui/table-head.tsx';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';

interface PlanListProps {
  readonly list: Listed;
  readonly link: (id: string, words: string) => ReactNode;
}

/** Who has a plan of the year, and how it stands. */
export function PlanListTable({ list, link }: PlanListProps) {
  const t = useWords(planStructureWords);
  const counted = [...PLAN_STATES, 'none' as const].filter((state) => (list.counts[state] ?? 0) > 0);
  return (
    <>
      <p>
        {counted
          .map((state) =>
            t('counted', { count: list.counts[state] ?? 0, state: t(state).toLocaleLowerCase('vi') }),
          )
          .join(' · ')}
      </p>
      <TableBox className={styles.scroll} label={t('title')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('title')}</caption>
          <TableHead words={['unit', 'plan', 'state', 'number', 'saved']} t={t} />
          <tbody>
            {list.lines.map((line) => (
              <tr key={`${line.unit.id} ${line.planId}`}>
                <th scope="row">{line.unit.name}</th>
                <td>{line.planId === null || line.kind === null ? '–' : link(line.planId, t(line.kind))}</td>
                <td>{line.state === null ? t('none') : t(line.state)}</td>
                <td>{line.reference ?? '–'}</td>
                <td>{line.savedAt === null ? '–' : formatInstant(line.savedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
