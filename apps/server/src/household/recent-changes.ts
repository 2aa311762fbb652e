import type { HouseholdChanges } from '@benvung/contract/household';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { addDays } from '@benvung/domain/shared/day';
import { startUpper } from '@benvung/domain/shared/phrase';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUnitPath } from '../territory/territory.public.ts';
import { eventText } from './event-text.ts';
import { listRecentEvents } from './household-life.store.ts';
import { readUnitNames } from './unit-names.ts';

const DAYS_BACK = 30;
const MOST = 8;

export interface ChangesWanted {
  readonly unitId: number;
  readonly areas: readonly string[];
  readonly today: string;
  readonly language: Language;
}

/** What happened to households of a unit lately, newest first; people are told by their household's head alone. */
export async function listRecentChanges(
  db: Db,
  { unitId, areas, today, language }: ChangesWanted,
): Promise<Result<HouseholdChanges, Problem<ProblemCode>>> {
  const path = await findUnitPath(db, unitId, today);
  if (path === undefined) return refuse('shared.not-found');
  if (!isInside(areas, path)) return refuse('shared.outside-area');
  const since = addDays(today, -DAYS_BACK);
  const events = await listRecentEvents(db, { path, since, limit: MOST });
  const units = await readUnitNames(db, { paths: [], ids: events.map(({ villageId }) => villageId) }, today);
  const unnamed = { person: () => undefined, village: () => undefined, household: () => undefined };
  return ok({
    changes: events.map((event) => ({
      id: event.id,
      householdId: event.householdId,
      head: event.head,
      village: units.of(event.villageId).name,
      at: event.at,
      actor: event.actor,
      text: startUpper(eventText(event, unnamed, language)),
    })),
  });
}
