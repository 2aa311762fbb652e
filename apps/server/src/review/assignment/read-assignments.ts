import type { AssignmentBoard, AssignmentView, OwnWork } from '@benvung/contract/review-assignment';
import { assignedTo, enumeratorKey } from '@benvung/domain/review/assignment/decide-assignment';
import { grievanceNumber } from '@benvung/domain/review/grievance/decide-grievance-act';
import { groupBy } from '@benvung/domain/shared/group-by';
import { ok } from '@benvung/domain/shared/result';
import type { Acted } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, listUnitsUnder } from '../../territory/territory.public.ts';
import { findEntryRound } from '../entry/entry-round.ts';
import { fieldAccountsOf } from '../entry/keep-interview.ts';
import { countOpenByEnumerator, listSentBack } from '../quality/finding.store.ts';
import { inspects } from '../quality/inspects.ts';
import { refOf } from '../read-opening-plan.ts';
import {
  type HouseholdToAsk,
  listAssignments,
  listHouseholdsToAsk,
  listOwnAssignments,
  listOwnVerifications,
  type StoredAssignment,
} from './assignment.store.ts';

const count = <Value>(values: readonly Value[], holds: (value: Value) => boolean): number =>
  values.filter(holds).length;

interface BoardWanted {
  readonly roundId: string;
  readonly today: string;
  readonly principal: Parameters<typeof inspects>[0];
}

/** Who asks where in a round, how far each is, and what nobody was given. */
export async function readAssignments(
  db: Db,
  { roundId, today, principal }: BoardWanted,
): Acted<{ board: AssignmentBoard; named: boolean; scopePath: string }> {
  const found = await findEntryRound(db, roundId, today);
  if (!found.ok) return found;
  const { round, commune } = found.value;
  const all = await listAssignments(db, roundId);
  const standing = all.filter(({ endedOn }) => endedOn === null);
  const households = await listHouseholdsToAsk(db, round);
  const heads = new Map(households.map(({ householdId, head }) => [householdId, head]));
  const byVillage = groupBy(households, ({ villageId }) => villageId);
  const onMap = await listUnitsUnder(db, { path: commune.path, level: 'village', day: today });
  const known = new Set(onMap.map(({ id }) => id));
  const others = [...new Set([...byVillage.keys(), ...all.map(({ villageId }) => villageId)])].filter(
    (id) => !known.has(id),
  );
  const villages = [...onMap, ...(await listLastKnownUnits(db, others, today)).values()];
  const whose = assignedTo(standing);
  const nobodys = households.filter((one) => whose(one) === null);
  const { scopePath } = round;
  const named = inspects(principal, scopePath);
  const board: AssignmentBoard = {
    round: { id: round.id, year: round.year, open: round.status === 'OPEN' },
    today,
    villages: villages.map((unit) => {
      const own = byVillage.get(unit.id) ?? [];
      const here = all.filter(({ villageId }) => villageId === unit.id);
      return {
        unit: refOf(unit),
        households: own.length,
        done: count(own, ({ done }) => done),
        standing: here.filter(({ endedOn }) => endedOn === null).map((one) => viewOf(one, heads)),
        ended: here.filter(({ endedOn }) => endedOn !== null).map((one) => viewOf(one, heads)),
      };
    }),
    enumerators: await loadsOf(db, { roundId, standing, households, named }),
    accounts: await fieldAccountsOf(db, commune, today),
    unassigned: {
      villages: new Set(nobodys.map(({ villageId }) => villageId)).size,
      households: nobodys.length,
    },
  };
  return ok({ board, named, scopePath });
}

const viewOf = (one: StoredAssignment, heads: ReadonlyMap<string, string>): AssignmentView => ({
  id: one.id,
  accountId: one.accountId,
  name: one.name,
  position: one.position,
  household:
    one.householdId === null ? null : { id: one.householdId, head: heads.get(one.householdId) ?? '' },
  assignedOn: one.assignedOn,
  assignedBy: one.assignedBy,
  untilDay: one.untilDay,
  endedOn: one.endedOn,
  endedBy: one.endedBy,
  endedReason: one.endedReason,
  version: one.version,
});

interface Loads {
  readonly roundId: string;
  readonly standing: readonly StoredAssignment[];
  readonly households: readonly HouseholdToAsk[];
  /** Whether signs of quality may stand beside names. */
  readonly named: boolean;
}

async function loadsOf(
  db: Db,
  { roundId, standing, households, named }: Loads,
): Promise<AssignmentBoard['enumerators']> {
  const whose = assignedTo(standing);
  const own = groupBy(households, (one) => {
    const to = whose(one);
    return to === null ? null : enumeratorKey(to);
  });
  const again = new Set(
    (await listSentBack(db, { roundIds: [roundId] })).map(({ householdId }) => householdId),
  );
  const findings = named ? await countOpenByEnumerator(db, roundId) : null;
  return [...groupBy(standing, enumeratorKey)].map(([key, given]) => {
    const [first] = given as [StoredAssignment];
    const mine = own.get(key) ?? [];
    return {
      key,
      accountId: first.accountId,
      name: first.name,
      villages: new Set(given.map(({ villageId }) => villageId)).size,
      households: mine.length,
      done: count(mine, ({ done }) => done),
      toLookAt: count(mine, ({ toLookAt }) => toLookAt),
      toAskAgain: count(mine, ({ householdId }) => again.has(householdId)),
      findings: findings === null ? null : (findings.get(key) ?? 0),
      untilDay: given.flatMap(({ untilDay }) => untilDay ?? []).sort()[0] ?? null,
    };
  });
}

/** What an account is to ask in open rounds, and what of it is left. */
export async function readOwnWork(
  db: Db,
  { accountId, today }: { readonly accountId: string; readonly today: string },
): Promise<OwnWork> {
  const own = await listOwnAssignments(db, accountId);
  const rounds = [...groupBy(own, ({ roundId }) => roundId)];
  const again = await listSentBack(db, { roundIds: rounds.map(([id]) => id) });
  const reasons = new Map(
    again.map(({ roundId, householdId, reason }) => [`${roundId} ${householdId}`, reason]),
  );
  const units = await listLastKnownUnits(db, [...new Set(own.map(({ villageId }) => villageId))], today);
  const villages: OwnWork['villages'] = [];
  for (const [roundId, given] of rounds) {
    const [{ standardId, year }] = given as [(typeof own)[number]];
    const ids = [...new Set(given.map(({ villageId }) => villageId))];
    const standing = (await listAssignments(db, roundId)).filter(({ endedOn }) => endedOn === null);
    const whose = assignedTo(standing);
    const households = (await listHouseholdsToAsk(db, { id: roundId, standardId }, ids)).filter(
      (one) => whose(one)?.accountId === accountId,
    );
    for (const [villageId, mine] of groupBy(households, (one) => one.villageId)) {
      const unit = units.get(villageId);
      if (unit === undefined) continue;
      const reasonOf = ({ householdId }: HouseholdToAsk) => reasons.get(`${roundId} ${householdId}`) ?? null;
      villages.push({
        round: { id: roundId, year },
        unit: refOf(unit),
        households: mine.length,
        done: count(mine, (one) => one.done && reasonOf(one) === null),
        untilDay:
          given
            .filter((one) => one.villageId === villageId)
            .flatMap(({ untilDay }) => untilDay ?? [])
            .sort()[0] ?? null,
        left: mine
          .filter((one) => !one.done || reasonOf(one) !== null)
          .map((one) => ({ id: one.householdId, head: one.head, again: reasonOf(one), verify: null })),
      });
    }
  }
  await addVerifications(db, { accountId, today, villages });
  return { today, villages };
}

/** Households a grievance sends this person to: a visit of its own, wherever it is and whoever was given the village. */
async function addVerifications(
  db: Db,
  { accountId, today, villages }: { accountId: string; today: string; villages: OwnWork['villages'] },
): Promise<void> {
  const sent = await listOwnVerifications(db, accountId);
  const units = await listLastKnownUnits(db, [...new Set(sent.map(({ villageId }) => villageId))], today);
  for (const { roundId, year, villageId, householdId, head, serial, dueOn } of sent) {
    const unit = units.get(villageId);
    if (unit === undefined) continue;
    let village = villages.find((one) => one.round.id === roundId && one.unit.id === villageId);
    if (village === undefined) {
      const round = { id: roundId, year };
      village = { round, unit: refOf(unit), households: 0, done: 0, untilDay: null, left: [] };
      villages.push(village);
    }
    const verify = { grievance: grievanceNumber(year, serial), dueOn };
    village.households += village.left.some(({ id }) => id === householdId) ? 0 : 1;
    village.left = [
      { id: householdId, head, again: null, verify },
      ...village.left.filter(({ id }) => id !== householdId),
    ];
  }
}
