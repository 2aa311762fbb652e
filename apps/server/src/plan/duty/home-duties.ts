import { daysBetween } from '@benvung/domain/shared/day';
import type { Db } from '../../platform/database/database.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { sumDuties } from './duty.store.ts';
import { dutyReaderOf, mayGive } from './duty-reader.ts';

interface HomeTask {
  readonly kind: string;
  readonly text: string;
  readonly count: number;
  readonly dueOn: string | null;
  readonly overdueDays: number | null;
  readonly link: string;
}

/** What a person's home says of duties: their own, late or due, and what waits for them as the giver. */
export async function homeDuties(
  db: Db,
  {
    principal,
    unitId,
    today,
  }: { readonly principal: Principal; readonly unitId: number; readonly today: string },
): Promise<HomeTask[]> {
  const unit = (await listLastKnownUnits(db, [unitId], today)).get(unitId);
  if (unit === undefined) return [];
  const reader = await dutyReaderOf(db, principal);
  const { accountId, agencies, ownUnits } = reader;
  const place = { path: unit.path, unitId, today, accountId, agencies, ownUnits };
  const mine = await sumDuties(db, { ...place, whose: 'mine' });
  const page = `/viec-giao?don-vi=${unitId}`;
  const tasks: HomeTask[] = [];
  const { late, open, earliest } = mine;
  const over = earliest === null ? 0 : daysBetween(earliest, today);
  if (late > 0)
    tasks.push({
      kind: 'duties-late',
      text: `${late} việc được giao đã trễ hạn`,
      count: late,
      dueOn: earliest,
      overdueDays: over,
      link: `${page}&loc=tre`,
    });
  else if (open > 0 && earliest !== null)
    tasks.push({
      kind: 'duties-open',
      text: `${open} việc được giao chưa xong`,
      count: open,
      dueOn: earliest,
      overdueDays: null,
      link: `${page}&loc=mo`,
    });
  if (!mayGive(reader, unit)) return tasks;
  const given = await sumDuties(db, { ...place, whose: 'given' });
  for (const [kind, count, loc, text] of [
    ['duties-to-accept', given.waiting, 'cho', 'việc chờ nghiệm thu'],
    ['duties-asking', given.extension, 'gia-han', 'việc xin gia hạn'],
  ] as const)
    if (count > 0)
      tasks.push({
        kind,
        text: `${count} ${text}`,
        count,
        dueOn: null,
        overdueDays: null,
        link: `${page}&ai=da-giao&loc=${loc}`,
      });
  return tasks;
}
