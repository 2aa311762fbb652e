import type { DutyKind } from '@benvung/domain/review/case/duty';
import { addWorkingDays } from '@benvung/domain/shared/working-days';
import type { Db } from '../../platform/database/database.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import { type FoundDuty, findDuties, findOpinionsDue } from '../deadline/read-deadlines.ts';
import { countGrievancesDue } from '../grievance/grievance.store.ts';
import { readWorkingCalendar } from '../law/review-law.ts';
import { readWaitingRequests } from '../request/waiting-requests.ts';
import { countPostingsWithoutPhoto } from './posting.store.ts';

/** A grievance is told of on the working day before it is due. */
const WORKING_DAYS_AHEAD = 1;

/** What the villages of a commune wait for today; of larger units the opinions that are asked of the superior. */
export async function readVillageDuties(
  db: Db,
  { unit, today, time }: { readonly unit: Pick<UnitOnDay, 'path' | 'level'> } & At,
) {
  const { path, level } = unit;
  if (level === 'nation' || level === 'village') return NO_DUTIES;
  if (level !== 'commune') return { ...NO_DUTIES, steps: stepsDue(await findOpinionsDue(db, path)) };
  const until = addWorkingDays(await readWorkingCalendar(db), today, WORKING_DAYS_AHEAD).day;
  return {
    withoutPhoto: await countPostingsWithoutPhoto(db, path, today),
    grievances: await countGrievancesDue(db, path, until),
    onlineRequests: await readWaitingRequests(db, path, today),
    steps: stepsDue(await findDuties(db, path, { today, time })),
  };
}

interface At {
  readonly today: string;
  /** `HH:MM` in Việt Nam. */
  readonly time: string;
}

export interface StepDue {
  readonly kind: DutyKind;
  readonly cases: number;
  /** Villages they are of; submissions for an opinion. */
  readonly places: number;
  readonly earliest: string;
}

const NONE = { count: 0, earliest: null };
const NO_DUTIES = { withoutPhoto: 0, grievances: NONE, onlineRequests: NONE, steps: [] as StepDue[] };
const TOLD: readonly DutyKind[] = ['toMeet', 'toPost', 'toSubmit', 'opinion', 'toRecognise'];

/** The next steps of the procedure that wait, with the day the first is due. */
function stepsDue(duties: readonly FoundDuty[]): StepDue[] {
  return TOLD.flatMap((kind) => {
    const mine = duties.filter((duty) => duty.kind === kind);
    const [first] = mine.map(({ day }) => day).sort();
    if (first === undefined) return [];
    const places = kind === 'opinion' ? mine.length : new Set(mine.map(({ villageId }) => villageId)).size;
    return [{ kind, cases: mine.reduce((sum, { count }) => sum + count, 0), places, earliest: first }];
  });
}
