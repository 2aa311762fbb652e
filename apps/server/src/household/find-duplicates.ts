import { setImmediate } from 'node:timers/promises';
import {
  type ComparedMember,
  isProposedAgain,
  judgeDuplicate,
  nameLikeness,
} from '@benvung/domain/household/duplicates';
import { groupBy } from '@benvung/domain/shared/group-by';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { Db } from '../platform/database/database.ts';
import { givingWay } from '../platform/give-way.ts';
import {
  dropProposals,
  dropUnfound,
  listKnownPairs,
  putDuplicates,
  type StoredDuplicate,
} from './duplicate.store.ts';
import {
  type HeadInVillage,
  listHeads,
  listInhabited,
  listNameBlocks,
  listNumberBlocks,
  listSameName,
  listSameNumber,
  type PlacedHousehold,
  placeAbove,
  readCompared,
} from './duplicate-candidates.store.ts';

/** Ids of households a household like this one may be the same as, by number, by name and year, by near heads. */
export async function candidatesFor(
  db: Db,
  { scopePath, members }: { readonly scopePath: string; readonly members: readonly ComparedMember[] },
): Promise<Set<string>> {
  const numbers = members.flatMap(({ identityNumber }) => identityNumber ?? []);
  const people = members.flatMap(({ fullName, birthDate }) =>
    birthDate === null ? [] : [{ key: searchKey(fullName), year: birthDate.slice(0, 4) }],
  );
  const head = members.find(({ relation }) => relation === 'head');
  const near =
    head === undefined || head.birthDate === null
      ? []
      : (await listHeads(db, scopePath, head.birthDate.slice(0, 4))).filter(
          ({ fullName }) => nameLikeness(fullName, head.fullName) === 'near',
        );
  return new Set([
    ...(await listSameNumber(db, numbers)),
    ...(await listSameName(db, placeAbove(scopePath), people)),
    ...near.map(({ id }) => id),
  ]);
}

/** Pairs of households that changed are judged anew; the proposals that no longer hold go. */
export async function renewDuplicates(
  db: Db,
  ids: readonly string[],
  at: string,
): Promise<StoredDuplicate[]> {
  const changed = await readCompared(db, ids);
  const pairs: (readonly [string, string])[] = [];
  const wanted = new Set(ids);
  for (const household of changed.values())
    for (const id of await candidatesFor(db, household)) {
      if (id === household.id) continue;
      pairs.push(inOrder(household.id, id));
      wanted.add(id);
    }
  const found = judgePairs(pairs, await readCompared(db, [...wanted]));
  const known = await listKnownPairs(db, ids);
  const kept = await keepFound(db, found, { known, at });
  const still = new Set(found.map(keyOf));
  await dropProposals(
    db,
    known.filter((pair) => pair.state === 'proposed' && !still.has(keyOf(pair))),
  );
  return kept;
}

type Found = Omit<
  StoredDuplicate,
  'state' | 'version' | 'foundAt' | 'decidedAt' | 'decidedBy' | 'reason' | 'decidedScore'
>;

const inOrder = (one: string, other: string): readonly [string, string] =>
  one < other ? [one, other] : [other, one];
const keyOf = ({ householdId, otherId }: Pick<Found, 'householdId' | 'otherId'>): string =>
  `${householdId} ${otherId}`;

function judgePairs(
  pairs: Iterable<readonly [string, string]>,
  households: ReadonlyMap<string, PlacedHousehold>,
): Found[] {
  const found = new Map<string, Found>();
  for (const [first, second] of pairs) {
    const [one, other] = [households.get(first), households.get(second)];
    if (one === undefined || other === undefined || found.has(`${first} ${second}`)) continue;
    const judgement = judgeDuplicate(one, other);
    if (judgement !== undefined)
      found.set(`${first} ${second}`, {
        ...judgement,
        originCommuneId: one.originCommuneId,
        householdId: first,
        otherId: second,
        otherOrigin: other.originCommuneId,
        scopePath: commonPlace(one.scopePath, other.scopePath),
      });
  }
  return [...found.values()];
}

/** The smallest unit that holds both. */
export function commonPlace(one: string, other: string): string {
  const [steps, others] = [one.split('/').filter(Boolean), other.split('/').filter(Boolean)];
  const shared = steps.findIndex((step, at) => step !== others[at]);
  return `/${steps.slice(0, shared < 0 ? steps.length : shared).join('/')}/`;
}

async function keepFound(
  db: Db,
  found: readonly Found[],
  { known, at }: { readonly known: readonly StoredDuplicate[]; readonly at: string },
): Promise<StoredDuplicate[]> {
  const before = new Map(known.map((pair) => [keyOf(pair), pair]));
  const pairs = found.map((pair): StoredDuplicate => {
    const decided = before.get(keyOf(pair));
    const { state, version, decidedAt, decidedBy, reason, decidedScore } = decided ?? NOTHING_DECIDED;
    const again = state === 'dismissed' && isProposedAgain(decidedScore ?? 0, pair.score);
    const now = again ? { state: 'proposed' as const, version: version + 1 } : { state, version };
    return { ...pair, ...now, foundAt: at, decidedAt, decidedBy, reason, decidedScore };
  });
  await putDuplicates(db, pairs);
  return pairs;
}

const NOTHING_DECIDED = {
  state: 'proposed',
  version: 1,
  decidedAt: null,
  decidedBy: null,
  reason: null,
  decidedScore: null,
} as const;

/** Pairs whose households are read together; others have their turn between. */
const AT_ONCE = 200;

/**
 * Looks through a unit: numbers over all of it, names and near heads commune by commune, so that the cost grows with
 * the households and never with their pairs.
 */
export async function searchDuplicates(
  db: Db,
  { path, at }: { readonly path: string; readonly at: string },
  progress: (done: number, of: number) => void = () => undefined,
): Promise<{ pairs: number }> {
  let pairs = await judgeAndKeep(db, pairsOf(await listNumberBlocks(db, path)), at);
  const communes = [...new Set((await listInhabited(db, path)).map(placeAbove))].sort();
  for (const [done, commune] of communes.entries()) {
    progress(done, communes.length);
    const scope = commune.startsWith(path) ? commune : path;
    const blocks = [
      ...(await listNameBlocks(db, scope)),
      ...(await nearHeads(await listHeads(db, scope, null))),
    ];
    pairs += await judgeAndKeep(db, pairsOf(blocks), at);
  }
  await dropUnfound(db, path, at);
  return { pairs };
}

const pairsOf = (blocks: readonly (readonly string[])[]): (readonly [string, string])[] => [
  ...new Map(
    blocks.flatMap((ids) =>
      ids.flatMap((one, at) =>
        ids.slice(at + 1).map((other): [string, readonly [string, string]] => {
          const pair = inOrder(one, other);
          return [pair.join(' '), pair];
        }),
      ),
    ),
  ).values(),
];

/** Heads of one village and one year whose names are near. */
async function nearHeads(heads: readonly HeadInVillage[]): Promise<string[][]> {
  const near: string[][] = [];
  for (const block of groupBy(heads, ({ villagePath, year }) => `${villagePath} ${year}`).values()) {
    for (const [at, one] of block.entries())
      for (const other of block.slice(at + 1))
        if (nameLikeness(one.fullName, other.fullName) === 'near') near.push([one.id, other.id]);
    await setImmediate();
  }
  return near;
}

async function judgeAndKeep(
  db: Db,
  pairs: readonly (readonly [string, string])[],
  at: string,
): Promise<number> {
  let kept = 0;
  for (let start = 0; start < pairs.length; start += AT_ONCE) {
    const some = pairs.slice(start, start + AT_ONCE);
    await givingWay(async () => {
      const found = judgePairs(some, await readCompared(db, [...new Set(some.flat())]));
      const known = await listKnownPairs(
        db,
        found.map(({ householdId }) => householdId),
      );
      await keepFound(db, found, { known, at });
      kept += found.length;
    });
  }
  return kept;
}
