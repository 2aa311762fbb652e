import type { DutyLine } from '@benvung/contract/plan-duty';
import type { ReactNode } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { ListTable } from '../../../ui/list-table.tsx';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';
import { DutyStanding, deskOf, dueText } from './duty-standing.tsx';

interface DutyListProps {
  readonly duties: readonly DutyLine[];
  readonly renderDuty: (duty: DutyLine) => ReactNode;
}

const COLUMNS = ['day', 'duty', 'desk', 'giver', 'step', 'standing'] as const;

/** Duties by deadline: one table, so that it leaves as one. */
export function DutyList({ duties, renderDuty }: DutyListProps) {
  const t = useWords(dutyWords);
  return (
    <ListTable styles={styles} caption={t('title')} words={COLUMNS} t={t} wide>
      {duties.map((duty) => (
        <tr key={duty.id}>
          <td data-label={t('day')}>{dueText(duty)}</td>
          <th scope="row">
            {renderDuty(duty)}
            {duty.node === null ? null : <div className={styles.second}>{duty.node}</div>}
          </th>
          <td data-label={t('desk')}>{deskOf(duty)}</td>
          <td data-label={t('giver')}>{duty.giver?.name ?? t('outside')}</td>
          <td data-label={t('step')}>{t(`state.${duty.state}`)}</td>
          <td data-label={t('standing')}>
            <DutyStanding duty={duty} />
          </td>
        </tr>
      ))}
    </ListTable>
  );
}
