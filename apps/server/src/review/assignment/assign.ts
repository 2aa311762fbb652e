import type { AssignCommand } from '@benvung/contract/review-assignment';
import { decideAssignment } from '@benvung/domain/review/assignment/decide-assignment';
import { ok, refuse } from '@benvung/domain/shared/result';
import { makeDocument } from '../../document/document.public.ts';
import type { Acted } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { isInside } from '../../platform/http/principal.ts';
import { newId } from '../../platform/ids.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { findEntryRound, findOpenEntryRound } from '../entry/entry-round.ts';
import { fieldAccountsOf } from '../entry/keep-interview.ts';
import { paperMaker, villageNamesOn } from '../paper-ground.ts';
import {
  holdAssignment,
  holdStandingAssignments,
  listAssignments,
  listHouseholdsToAsk,
  putAssignments,
  type StoredAssignment,
} from './assignment.store.ts';

interface Told extends Omit<AssignCommand, 'commandId'> {
  readonly roundId: string;
  readonly areas: readonly string[];
  readonly acting: Acting;
}

interface Given {
  readonly given: number;
  readonly ended: number;
  readonly scopePath: string;
}

/** Gives a village, or some of its households apart, to someone; who had them before ends, with the reason. */
export async function assignEnumerator(db: Db, told: Told): Acted<Given> {
  const { roundId, villageId, acting } = told;
  const found = await findOpenEntryRound(db, roundId, acting.today);
  if (!found.ok) return found;
  const { round, commune } = found.value;
  const village = await findUnitOn(db, villageId, acting.today);
  const inside = village?.level === 'village' && village.path.startsWith(round.scopePath);
  if (!inside || !isInside(told.areas, village.path))
    return refuse('review.unit-not-found', { unit: villageId });
  const account =
    told.accountId === null
      ? null
      : (await fieldAccountsOf(db, commune, acting.today)).find(({ id }) => id === told.accountId);
  const standing = await holdStandingAssignments(db, round, villageId);
  const households = await listHouseholdsToAsk(db, round, [villageId]);
  const name = account?.name ?? told.name;
  const decided = decideAssignment(
    { ...told, name: account === undefined ? '?' : name },
    {
      standing,
      households: new Set(households.map(({ householdId }) => householdId)),
      accountReaches:
        account === null
          ? null
          : (account?.units.some((unit) => unit === villageId || unit === commune.id) ?? false),
    },
  );
  if (!decided.ok) return decided;
  const ended = standing.filter((one) => decided.value.ended.some(({ id }) => id === one.id));
  await putAssignments(db, [
    ...ended.map((one) => endedNow(one, told.reason, acting)),
    ...decided.value.given.map(
      (householdId): StoredAssignment => ({
        originCommuneId: round.communeId,
        id: newId(),
        roundId,
        villageId,
        householdId,
        accountId: told.accountId,
        name,
        position: told.position,
        assignedOn: acting.today,
        assignedBy: acting.actor,
        untilDay: told.untilDay,
        endedOn: null,
        endedBy: null,
        endedReason: null,
        version: 1,
        scopePath: village.path,
      }),
    ),
  ]);
  return ok({ given: decided.value.given.length, ended: ended.length, scopePath: village.path });
}

const endedNow = (one: StoredAssignment, reason: string, { today, actor }: Acting): StoredAssignment => ({
  ...one,
  endedOn: today,
  endedBy: actor,
  endedReason: reason,
  version: one.version + 1,
});

interface Ending {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly acting: Acting;
}

export async function endAssignment(
  db: Db,
  { id, version, reason, acting }: Ending,
): Acted<{ scopePath: string }> {
  const one = await holdAssignment(db, id);
  if (one === undefined) return refuse('shared.not-found');
  const open = await findOpenEntryRound(db, one.roundId, acting.today);
  if (!open.ok) return open;
  if (one.endedOn !== null || one.version !== version) return refuse('review.assignment-ended');
  if (reason.trim() === '') return refuse('review.assignment-reason-missing');
  await putAssignments(db, [endedNow(one, reason, acting)]);
  return ok({ scopePath: one.scopePath });
}

/** The decision on the enumerators of a round, with what stands now in its annex: a draft in the register of documents. */
export async function makeAssignmentPaper(
  db: Db,
  { roundId, acting }: { readonly roundId: string; readonly acting: Acting },
): Acted<{ id: string; year: number; scopePath: string }> {
  const found = await findEntryRound(db, roundId, acting.today);
  if (!found.ok) return found;
  const { round } = found.value;
  const standing = (await listAssignments(db, roundId)).filter(({ endedOn }) => endedOn === null);
  if (standing.length === 0) return refuse('review.assignment-none');
  const households = await listHouseholdsToAsk(db, round);
  const apart = new Set(standing.flatMap(({ householdId }) => householdId ?? []));
  const nameOf = await villageNamesOn(
    db,
    standing.map(({ villageId }) => villageId),
    acting.today,
  );
  const groups = new Map<string, { one: StoredAssignment; households: number }>();
  for (const one of standing) {
    const key = [one.villageId, one.accountId ?? one.name, one.untilDay].join(' ');
    const own =
      one.householdId === null
        ? households.filter((each) => each.villageId === one.villageId && !apart.has(each.householdId)).length
        : 1;
    groups.set(key, { one, households: own + (groups.get(key)?.households ?? 0) });
  }
  const made = await makeDocument(
    db,
    {
      kind: 'assignment',
      unitId: round.communeId,
      day: acting.today,
      data: {
        year: round.year,
        rows: [...groups.values()].map(({ one, households: count }) => ({
          village: nameOf(one.villageId),
          enumerator: one.name,
          ...(one.position === null ? {} : { position: one.position }),
          households: count,
          ...(one.untilDay === null ? {} : { until: one.untilDay }),
        })),
      },
      signatory: null,
      origin: acting.origin ?? null,
      subjects: [{ kind: 'round', id: round.id }],
    },
    paperMaker(acting),
  );
  if (!made.ok) return made;
  return ok({ id: made.value.id, year: round.year, scopePath: round.scopePath });
}
