import type { Day } from '@benvung/domain/shared/day';
import type { DrawnHousehold } from './generate-demonstration.ts';
import type { Stay } from './members-to-write.ts';

/** What happened to a household, without sensitive values. */
export interface LifeEvent {
  readonly onDay: Day;
  readonly kind: string;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** Registered, members come and gone, moved, split, ended: told from the stays and homes, oldest first. */
export function lifeEvents({ life, reviews }: DrawnHousehold, stays: readonly Stay[]): LifeEvent[] {
  const events: LifeEvent[] = [{ onDay: life.registeredOn, kind: 'registered', detail: {} }];
  for (const stay of stays) {
    const { personId } = stay;
    if (stay.from > life.registeredOn)
      events.push({ onDay: stay.from, kind: 'memberJoined', detail: { personId, reason: stay.joinReason } });
    if (stay.left !== null)
      events.push({
        onDay: stay.left.on,
        kind: 'memberLeft',
        detail: { personId, reason: stay.left.reason },
      });
  }
  if (life.former !== null)
    events.push({
      onDay: life.former.until,
      kind: 'moved',
      detail: { fromVillageId: life.former.village.id, toVillageId: life.village.id },
    });
  const gone = reviews.find(({ record }) => record.goneReason !== null)?.record.goneReason;
  if (gone != null)
    events.push({ onDay: endDay(stays), kind: 'ended', detail: { reason: gone, intoHouseholdId: life.kin } });
  else if (life.kin !== null)
    events.push({ onDay: life.registeredOn, kind: 'split', detail: { fromHouseholdId: life.kin } });
  return events.sort((one, other) => (one.onDay < other.onDay ? -1 : one.onDay > other.onDay ? 1 : 0));
}

/** The day the last member left. */
export const endDay = (stays: readonly Stay[]): Day =>
  stays.reduce((latest, { left }) => (left !== null && left.on > latest ? left.on : latest), '');
