import { createHash } from 'node:crypto';
import { addDays } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { AdminUnit } from '@benvung/domain/territory/admin-unit';
import { describeTerritoryPlan, type ListedChange } from '@benvung/domain/territory/describe-territory-plan';
import {
  type ListRowProblem,
  planTerritoryLoad,
  type TerritoryList,
  type TerritoryPlan,
} from '@benvung/domain/territory/plan-territory-load';
import type { TerritoryProblemCode } from '@benvung/domain/territory/problems';
import { openHistory, withPaths } from '@benvung/domain/territory/territory-history';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { DatabaseHandle, Db, Session } from '../platform/database/database.ts';
import type { ReceiptKeeper } from '../platform/http/command-receipt.ts';
import { newId } from '../platform/ids.ts';
import { villageVersions } from './create-villages.ts';
import { addLoad, hasLoaded, listOpenVillages, readAllSuccessions, readAllUnits } from './territory.store.ts';
import { copySuccessions, copyUnits, endVersions, takeUnitIds } from './territory-write.store.ts';

export interface LoadBy {
  readonly actor: string;
  readonly accountId: string | null;
  readonly at: string;
  /** Everything is checked and told, nothing written. */
  readonly dryRun?: boolean;
  /** Keeps a command that is sent twice from being done twice. */
  readonly receipts?: (db: Db) => Pick<ReceiptKeeper, 'find' | 'keep'> | undefined;
}
export interface LoadedList {
  readonly versions: number;
  readonly newUnits: number;
  readonly ended: number;
  readonly villages: number;
  /** Unit by unit, in names. */
  readonly changes: readonly ListedChange[];
}
export type LoadRefusal = Problem<TerritoryProblemCode> & { readonly rows?: readonly ListRowProblem[] };

/**
 * Loads a newer list whole or not at all: units from its day on, what became of the old ones, and the villages of
 * communes that went whole into another. Afterwards `followTerritory` moves the facts once the day is reached.
 */
export async function loadTerritoryList(
  handle: DatabaseHandle,
  list: TerritoryList,
  by: LoadBy,
): Promise<Result<LoadedList, LoadRefusal>> {
  const contentHash = createHash('sha256').update(JSON.stringify(list)).digest('hex');
  return handle.withSession(async (session, db): Promise<Result<LoadedList, LoadRefusal>> => {
    const receipt = by.dryRun === true ? undefined : by.receipts?.(db);
    const before = await receipt?.find();
    if (before !== undefined) return before as Result<LoadedList, LoadRefusal>;
    if (await hasLoaded(db, contentHash)) return refuse('territory.list-already-loaded');
    const [units, successions] = [await readAllUnits(db), await readAllSuccessions(db)];
    const history = openHistory(units, successions);
    const last = history.mapDays.at(-1) ?? list.day;
    if (list.day <= last)
      return refused([{ at: '', code: 'territory.row-day-not-after-last', detail: `${list.day} ≤ ${last}` }]);
    const map = history.mapOn(addDays(list.day, -1));
    const planned = planTerritoryLoad(map, list);
    if (!planned.ok) return refused(planned.problems);
    const told = {
      versions: planned.plan.versions.length,
      newUnits: newIds(planned.plan).length,
      ended: planned.plan.endedIds.length,
      changes: describeTerritoryPlan(map, planned.plan),
    };
    if (by.dryRun === true) return ok({ ...told, villages: 0 });
    const plan = withIds(planned.plan, await takeUnitIds(db, newIds(planned.plan).length));
    const after = afterPlan(units, plan, list.day);
    await writePlan({ session, db }, { plan, before: units, after, day: list.day });
    const known = openHistory(after, [...successions, ...plan.successions]);
    const villages = await followVillages({ session, db }, known, list.day);
    const name = `${list.day} ${list.source}`;
    await addLoad(db, { id: newId(), name, contentHash, at: by.at, by: by.actor });
    const { changes, ...counts } = told;
    await writeAudit(db, by, [
      {
        act: 'territory.load-list',
        scopePath: NATION_PATH,
        detail: { day: list.day, source: list.source, contentHash, ...counts, villages },
      },
    ]);
    const loaded = { ...counts, changes, villages };
    await receipt?.keep(loaded);
    return ok(loaded);
  });
}

const refused = (rows: readonly ListRowProblem[]): { ok: false; problem: LoadRefusal } => ({
  ok: false,
  problem: { code: 'territory.file-refused', detail: { count: rows.length }, rows },
});

const newIds = (plan: TerritoryPlan): number[] =>
  [...new Set(plan.versions.map(({ id }) => id).filter((id) => id < 0))].sort((a, b) => b - a);

function withIds(plan: TerritoryPlan, ids: readonly number[]): TerritoryPlan {
  const given = new Map(newIds(plan).map((id, at) => [id, ids[at]!]));
  const idOf = (id: number) => given.get(id) ?? id;
  return {
    endedIds: plan.endedIds,
    versions: plan.versions.map((unit) => ({
      ...unit,
      id: idOf(unit.id),
      parentId: unit.parentId === null ? null : idOf(unit.parentId),
    })),
    successions: plan.successions.map((row) => ({ ...row, fromId: idOf(row.fromId), toId: idOf(row.toId) })),
  };
}

function afterPlan(units: readonly AdminUnit[], plan: TerritoryPlan, day: string): AdminUnit[] {
  const stopped = new Set([...plan.endedIds, ...plan.versions.map(({ id }) => id)]);
  return [
    ...units.map((unit) =>
      unit.validTo === null && stopped.has(unit.id) ? { ...unit, validTo: day } : unit,
    ),
    ...plan.versions,
  ];
}

interface Writing {
  readonly plan: TerritoryPlan;
  readonly before: readonly AdminUnit[];
  readonly after: readonly AdminUnit[];
  readonly day: string;
}

/** Every line that begins on the day, also of units that only have other ancestors from then on. */
async function writePlan(
  at: { session: Session; db: Db },
  { plan, before, after, day }: Writing,
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  const begun = withPaths(after).filter((unit) => unit.validFrom === day);
  await endVersions(
    at.db,
    [...plan.endedIds, ...begun.map(({ id }) => id).filter((id) => known.has(id))],
    day,
  );
  await copyUnits(at.session, begun, known);
  await copySuccessions(at.session, plan.successions);
}

/** Villages of merged communes go with them; those of a split commune wait under what certainly holds them. */
async function followVillages(
  at: { session: Session; db: Db },
  history: ReturnType<typeof openHistory>,
  day: string,
): Promise<number> {
  const moved = (await listOpenVillages(at.db)).flatMap((village) => {
    const next = villageVersions(
      history,
      {
        communeId: village.parentId ?? 0,
        name: village.name,
        validFrom: village.validFrom,
        source: village.source,
      },
      village.id,
    ).filter((version) => version.validFrom === day);
    return next;
  });
  await endVersions(
    at.db,
    moved.map(({ id }) => id),
    day,
  );
  await copyUnits(at.session, moved, new Set(moved.map(({ id }) => id)));
  return moved.length;
}
