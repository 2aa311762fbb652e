import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AssignForm } from '../../features/plan/duty/assign-form.tsx';
import { dutyDesksQuery } from '../../features/plan/duty/duty.api.ts';
import styles from '../../features/plan/duty/duty.module.css';
import { dutyWords } from '../../features/plan/duty/duty.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';

/** The sums under the heading, and the button that assigns. */
export function DutyHead({
  data,
}: {
  readonly data: {
    readonly today: string;
    readonly mayAssign: boolean;
    readonly sums: { readonly late: number; readonly waiting: number; readonly extension: number };
  };
}) {
  const t = useWords(dutyWords);
  const { sums, today, mayAssign } = data;
  return (
    <div className={styles.row}>
      <span>{factsOf(sums, today, t).join(' · ')}</span>
      {mayAssign ? <Assign /> : null}
      <Button className="no-print" variant="outline" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}

export function factsOf(
  sums: { readonly late: number; readonly waiting: number; readonly extension: number },
  today: string,
  t: ReturnType<typeof useWords<(typeof dutyWords)['vi']>>,
): string[] {
  const { late, waiting, extension } = sums;
  return [
    t('onDay', { day: formatDay(today) }),
    ...(late === 0 ? [] : [t('lateCount', { count: formatCount(late) })]),
    ...(waiting === 0 ? [] : [t('waitingCount', { count: formatCount(waiting) })]),
    ...(extension === 0 ? [] : [t('extensionCount', { count: formatCount(extension) })]),
  ];
}

function Assign() {
  const t = useWords(dutyWords);
  const { today } = useSession();
  const { unit } = usePlace();
  const [open, setOpen] = useState(false);
  const desks = useQuery({ ...dutyDesksQuery(unit.id), enabled: open });
  return (
    <>
      <Button className="no-print" onClick={() => setOpen(true)}>
        {t('assign')}
      </Button>
      {open ? (
        <SidePanel
          title={t('assignTo', { unit: unit.name })}
          closeLabel={t('close')}
          contentKey={String(unit.id)}
          onClose={() => setOpen(false)}
        >
          <Answer query={desks} rows={6}>
            {(data) => <AssignForm desks={data} today={today} onClose={() => setOpen(false)} />}
          </Answer>
        </SidePanel>
      ) : null}
    </>
  );
}
