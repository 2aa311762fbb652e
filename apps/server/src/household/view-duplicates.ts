import type { DuplicateComparison, DuplicateList } from '@benvung/contract/household-duplicates';
import { certaintyOf } from '@benvung/domain/household/duplicates';
import type { Language } from '@benvung/domain/shared/text';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { listReviewsOfHouseholds } from '../review/review.public.ts';
import {
  countDuplicates,
  type DuplicateState,
  listDuplicates,
  type StoredDuplicate,
} from './duplicate.store.ts';
import { evidenceText } from './duplicate-text.ts';
import { findHouseholds, type StoredHousehold } from './household.store.ts';
import { listResidences } from './household-life.store.ts';
import { findUndoableMerge } from './household-merge.store.ts';
import { listAllMembers } from './member.store.ts';
import { readUnitNames, type UnitNames } from './unit-names.ts';

type Pair = DuplicateList['pairs'][number];
interface Reader {
  readonly today: string;
  readonly language: Language;
}

/** Pairs of a unit, the surest first. */
export async function viewDuplicates(
  db: Db,
  sought: {
    readonly path: string;
    readonly state: DuplicateState;
    readonly page: number;
    readonly pageSize: number;
  },
  reader: Reader,
): Promise<DuplicateList> {
  const { page, pageSize } = sought;
  const counts = await countDuplicates(db, sought.path);
  const pairs = await listDuplicates(db, sought, { offset: (page - 1) * pageSize, limit: pageSize });
  return {
    pairs: await viewPairs(db, pairs, reader),
    page: { page, pageSize, total: counts[sought.state] },
    counts,
  };
}

async function viewPairs(db: Db, pairs: readonly StoredDuplicate[], reader: Reader): Promise<Pair[]> {
  const households = await findHouseholds(
    db,
    pairs.flatMap(({ householdId, otherId }) => [householdId, otherId]),
  );
  const names = await readPersonNames(db, pairs);
  const units = await unitsOf(db, [...households.values()], reader.today);
  return pairs.flatMap((pair) => {
    const [household, other] = [households.get(pair.householdId), households.get(pair.otherId)];
    return household === undefined || other === undefined
      ? []
      : [viewPair(pair, { household, other, units, names, language: reader.language })];
  });
}

interface PairGround {
  readonly household: StoredHousehold;
  readonly other: StoredHousehold;
  readonly units: UnitNames;
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
}

function viewPair(pair: StoredDuplicate, { household, other, units, names, language }: PairGround): Pair {
  const { decidedAt, decidedBy, reason } = pair;
  return {
    household: sideOf(household, units),
    other: sideOf(other, units),
    kind: pair.kind,
    certainty: certaintyOf(pair.score),
    why: pair.evidence.map((each) => evidenceText(each, (id) => names.get(id) ?? '?', language)),
    state: pair.state,
    version: pair.version,
    decided:
      pair.state === 'proposed' || decidedAt === null ? null : { by: decidedBy ?? '', at: decidedAt, reason },
  };
}

export const sideOf = (household: StoredHousehold, units: UnitNames): Pair['household'] => ({
  id: household.id,
  head: household.headName,
  listCode: household.listCode,
  persons: household.persons,
  village: units.of(household.villageId),
  commune: units.communeOf(household),
});

export const unitsOf = (db: Db, households: readonly StoredHousehold[], today: string): Promise<UnitNames> =>
  readUnitNames(
    db,
    {
      paths: households.map(({ scopePath }) => scopePath),
      ids: households.map(({ villageId }) => villageId),
    },
    today,
  );

async function readPersonNames(db: Db, pairs: readonly StoredDuplicate[]): Promise<Map<string, string>> {
  const ids = pairs.flatMap(({ evidence }) => evidence.flatMap(({ oneId, otherId }) => [oneId, otherId]));
  const origins = pairs.flatMap(({ originCommuneId, otherOrigin }) => [originCommuneId, otherOrigin]);
  const answer = await sql<{ id: string; name: string }>`select p.id, p.full_name as name from person p
    where p.origin_commune_id = any(${[...new Set(origins)]}::bigint[]) and p.id = any(${ids}::uuid[])`.execute(
    db,
  );
  return new Map(answer.rows.map(({ id, name }) => [id, name]));
}

/** Both side by side. */
export async function compareDuplicate(
  db: Db,
  pair: StoredDuplicate,
  reader: Reader,
): Promise<DuplicateComparison | undefined> {
  const [view] = await viewPairs(db, [pair], reader);
  const households = await findHouseholds(db, [pair.householdId, pair.otherId]);
  const [household, other] = [households.get(pair.householdId), households.get(pair.otherId)];
  if (view === undefined || household === undefined || other === undefined) return undefined;
  const merge = pair.state === 'merged' ? await findUndoableMerge(db, [household, other]) : undefined;
  return {
    ...view,
    household: { ...view.household, ...(await detailsOf(db, household)) },
    other: { ...view.other, ...(await detailsOf(db, other)) },
    evidence: pair.evidence.map(({ kind, oneId, otherId }, at) => ({
      kind,
      oneId,
      otherId,
      text: view.why[at] ?? '',
    })),
    merge: merge === undefined ? null : { id: merge.id, into: merge.householdId, version: merge.version },
  };
}

type Details = Omit<DuplicateComparison['household'], keyof Pair['household']>;

async function detailsOf(db: Db, household: StoredHousehold): Promise<Details> {
  const members = await listAllMembers(db, household.originCommuneId, household.id);
  const residences = await listResidences(db, household);
  const reviews = (await listReviewsOfHouseholds(db, [household])).get(household.id) ?? [];
  const latest = reviews.findLast(({ record }) => record.closing !== null)?.record;
  const { endedOn, endedReason } = household;
  return {
    version: household.version,
    ended: endedOn === null ? null : { on: endedOn, reason: endedReason ?? '' },
    address: household.address,
    phone: household.phone,
    since: residences[0]?.from ?? null,
    class: latest?.closing?.class ?? null,
    classState: latest?.stage === 'recognised' ? 'official' : 'provisional',
    classYear: latest?.year ?? null,
    members: members
      .filter(({ leftOn }) => leftOn === null)
      .map(({ personId, fullName, relation, sex, birthDate }) => ({
        personId,
        fullName,
        relation,
        sex,
        birthDate,
      })),
  };
}
