import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { TerritoryProblemCode } from '@benvung/domain/territory/problems';
import type { TerritoryHistory } from '@benvung/domain/territory/territory-history';
import type { Db } from '../platform/database/database.ts';
import { villageVersions } from './create-villages.ts';
import { moveFacts } from './follow-territory.ts';
import { listVersions, type UnitOnDay } from './territory.store.ts';
import { readHistory } from './territory-history.ts';
import { endVersions, insertVillages } from './territory-write.store.ts';

export interface AssignVillage {
  readonly villageId: number;
  /** One of the communes its commune was split into. */
  readonly communeId: number;
  readonly source: string;
  /** The system's today: facts move to the commune now responsible. */
  readonly today: string;
}

/** Says which part of a split commune a waiting village went to; it lies there from the day of the split. */
export async function assignVillage(
  db: Db,
  { villageId, communeId, source, today }: AssignVillage,
): Promise<Result<{ from: string; path: string }, Problem<TerritoryProblemCode>>> {
  const history = await readHistory(db);
  const versions = await listVersions(db, villageId);
  const found = findWaiting(history, versions);
  if (found === undefined) return refuse('territory.village-not-waiting');
  const { at, from, waiting } = found;
  if (!found.candidates.includes(communeId)) return refuse('territory.not-a-successor');
  const next = villageVersions(
    history,
    { communeId, name: waiting.name, validFrom: from, source },
    villageId,
  );
  await endVersions(db, [villageId], from);
  await insertVillages(db, next);
  const moved = next.findLast((version) => version.validFrom <= today);
  if (moved !== undefined)
    await moveFacts(
      db,
      versions.slice(at).map((version) => ({ from: version.path, to: moved.path })),
    );
  return ok({ from, path: next[0]!.path });
}

interface WaitingVillage {
  /** Which of its versions is the first that waits. */
  readonly at: number;
  readonly from: string;
  readonly waiting: UnitOnDay;
  /** What its commune was split into. */
  readonly candidates: readonly number[];
}

/** Since when a village waits to be told which part of its split commune it went to. */
export function findWaiting(
  history: TerritoryHistory,
  versions: readonly UnitOnDay[],
): WaitingVillage | undefined {
  const at = versions.findIndex(
    (version) => !isUnderCommune(history.mapOn(version.validFrom).units.get(version.parentId ?? 0)),
  );
  const [before, waiting] = [versions[at - 1], versions[at]];
  if (before === undefined || waiting === undefined || before.level !== 'village') return undefined;
  const from = waiting.validFrom;
  const candidates = history.candidatesBetween(before.validFrom, from)(before.parentId ?? 0);
  return { at, from, waiting, candidates };
}

const isUnderCommune = (parent: { level: string } | undefined): boolean => parent?.level === 'commune';
