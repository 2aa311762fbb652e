import type { DutyOrder } from '@benvung/contract/plan-duty';
import type { ReactNode } from 'react';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ListTable } from '../../../ui/list-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';

interface DutyOrderProps {
  readonly order: DutyOrder;
  readonly renderDuty: (id: string, text: string) => ReactNode;
}

/** Reports of lower levels that are due on the day of their superior's, or after it. */
export function DutyOrderList({ order: { faults, checked, year }, renderDuty }: DutyOrderProps) {
  const t = useWords(dutyWords);
  if (checked === 0) return <Notice kind="empty" title={t('orderNone', { year })} />;
  if (faults.length === 0)
    return <Notice kind="done" title={t('orderGood', { count: formatCount(checked), year })} />;
  const place = ({ unit, dueOn, dutyId }: DutyOrder['faults'][number]['lower']) => (
    <>
      {renderDuty(dutyId, unit?.name ?? t('outside'))}, {formatDay(dueOn)}
    </>
  );
  return (
    <>
      <Notice kind="warning" title={t('orderBad', { count: formatCount(faults.length) })} />
      <ListTable styles={styles} caption={t('orderTitle')} words={['period2', 'lower', 'superior']} t={t}>
        {faults.map((fault) => (
          <tr key={`${fault.lower.dutyId} ${fault.superior.dutyId}`}>
            <th scope="row">{fault.task}</th>
            <td data-label={t('lower')}>{place(fault.lower)}</td>
            <td data-label={t('superior')}>{place(fault.superior)}</td>
          </tr>
        ))}
      </ListTable>
    </>
  );
}
