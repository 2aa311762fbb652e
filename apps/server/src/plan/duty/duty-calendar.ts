import { dutyStateTexts } from '@benvung/contract/plan-duty';
import { addDays } from '@benvung/domain/shared/day';
import type { CalendarSource } from '../../platform/calendar/calendar-source.ts';
import { listForCalendar } from './duty.store.ts';
import { dutyReaderOf } from './duty-reader.ts';

const WORDS = {
  vi: { late: 'TRỄ HẠN', task: 'Việc được giao', report: 'Báo cáo' },
  en: { late: 'LATE', task: 'Duty', report: 'Report' },
} as const;
const LONGEST_TITLE = 120;
const DAYS_BACK = 366;
const NATION = { path: '/1/', unitId: 1 };

/** What a person has to do themselves: their own duties and those of their desks, each on its deadline. */
export const dutyCalendar: CalendarSource = async (db, { accountId, grants, today, language }) => {
  const { agencies, ownUnits } = await dutyReaderOf(db, { accountId, grants });
  const search = { ...NATION, today, whose: 'mine', accountId, agencies, ownUnits } as const;
  const duties = await listForCalendar(db, search, addDays(today, -DAYS_BACK));
  const words = WORDS[language];
  return duties.map(({ id, kind, origin, task, dueOn, state, node, agencyName }) => {
    const day = dueOn as string;
    const short = task.length > LONGEST_TITLE ? `${task.slice(0, LONGEST_TITLE - 1)}…` : task;
    // what somebody typed may name a household, and a calendar leaves the house
    const said = origin === 'plan' || kind === 'report' ? `: ${short}` : '';
    const inPlan = origin === 'plan' ? node : null;
    return {
      key: `duty-${id}`,
      day,
      title: `${day < today ? `${words.late} · ` : ''}${words[kind]}${said}`,
      detail: [agencyName, inPlan, dutyStateTexts[state][language]]
        .filter((line) => line !== null)
        .join('\n'),
      path: `/viec-giao/${id}`,
    };
  });
};
