import type { EntryList, EntryRow } from '@benvung/contract/review-entry';
import { ENTRY_STATES, type EntryState, entryState } from '@benvung/domain/review/entry-state';
import { groupBy } from '@benvung/domain/shared/group-by';
import { ok } from '@benvung/domain/shared/result';
import type { Acted } from '../../household/household.public.ts';
import { isInside } from '../../platform/http/principal.ts';
import { listLastKnownUnits, listUnitsUnder, type UnitOnDay } from '../../territory/territory.public.ts';
import {
  countEntryKinds,
  type DraftNote,
  type EntryLine,
  type EntryOf,
  entryOf,
  listDraftNotes,
  listEntryLines,
  listEntryLinesOf,
} from './entry.store.ts';
import { findEntryRound, viewOfEntryRound } from './entry-round.ts';
import { enumeratorsFor } from './keep-interview.ts';
import type { EntryGround } from './record-entry.ts';
import { listVisitors } from './visitor.store.ts';

const PAGE_SIZE = 500;

export interface EntriesWanted {
  readonly roundId: string;
  readonly villageId: number | null;
  readonly page: number;
}

/** Where the entry of a round stands, village by village, and the households of one of them. */
export async function listEntries(
  ground: EntryGround,
  { roundId, villageId, page }: EntriesWanted,
): Acted<EntryList> {
  const { db, today } = ground;
  const found = await findEntryRound(db, roundId, today);
  if (!found.ok) return found;
  const round = await entryOf(db, found.value.round);
  const drafts = await listDraftNotes(db, round.id);
  const counts = await countStates(ground, round, drafts);
  const villages = await villagesOf(ground, found.value.round.scopePath, [...counts.keys()]);
  const chosen =
    villageId === null
      ? { lines: [], total: 0 }
      : await listEntryLines(db, round, { villageId, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  const byHousehold = groupBy(drafts, ({ householdId }) => householdId);
  const unregistered = page > 1 ? [] : await unregisteredIn(ground, drafts, { villageId, round });
  const ids = chosen.lines.map(({ householdId }) => householdId);
  const visitors = await listVisitors(db, { roundId: round.id, householdIds: ids });
  const { procedureId } = found.value.round;
  return ok({
    round: viewOfEntryRound(found.value),
    today,
    villages: villages.map(({ id, code, level, name }) => {
      const states = counts.get(id) ?? noStates();
      return {
        unit: { id, code, level, name },
        listed: ENTRY_STATES.reduce((sum, state) => sum + states[state], 0),
        states,
      };
    }),
    households: [
      ...chosen.lines.map((line) =>
        entryRowOf(line, {
          drafts: byHousehold.get(line.householdId) ?? [],
          accountId: ground.accountId,
          visitor: visitors.get(line.householdId),
        }),
      ),
      ...unregistered,
    ],
    enumerators:
      villageId === null || procedureId === null
        ? []
        : await enumeratorsFor(db, { ...found.value, villageId, today }),
    page: { page, pageSize: PAGE_SIZE, total: chosen.total + unregistered.length },
  });
}

const noStates = (): Record<EntryState, number> => ({
  notBegun: 0,
  inProgress: 0,
  done: 0,
  toLookAt: 0,
  gone: 0,
});

async function countStates(
  { db }: EntryGround,
  round: EntryOf,
  drafts: readonly DraftNote[],
): Promise<Map<number, Record<EntryState, number>>> {
  const counts = new Map<number, Record<EntryState, number>>();
  const add = (villageId: number, state: EntryState, households: number) => {
    const states = counts.get(villageId) ?? noStates();
    states[state] += households;
    counts.set(villageId, states);
  };
  for (const { villageId, households, ...known } of await countEntryKinds(db, round))
    add(villageId, entryState(known), households);
  const missing = await notRegistered(db, round, drafts);
  for (const [, [draft]] of groupBy(missing.drafts, (each) => each.householdId))
    if (draft !== undefined) add(draft.villageId, 'inProgress', 1);
  for (const { villageId } of missing.asked) add(villageId, 'notBegun', 1);
  return counts;
}

/** Whom the register does not hold yet: drafts of households, and households that asked and nobody typed of. */
async function notRegistered(db: EntryGround['db'], round: EntryOf, drafts: readonly DraftNote[]) {
  const ids = [...drafts, ...round.asked].map(({ householdId }) => householdId);
  const lines = await listEntryLinesOf(db, round, [...new Set(ids)]);
  const listed = new Set(lines.map(({ householdId }) => householdId));
  const typed = new Set(drafts.map(({ householdId }) => householdId));
  return {
    drafts: drafts.filter(({ householdId }) => !listed.has(householdId)),
    asked: round.asked.filter(({ householdId }) => !listed.has(householdId) && !typed.has(householdId)),
  };
}

/** The villages in force today and those that households still stand in, in Vietnamese order. */
async function villagesOf({ db, areas, today }: EntryGround, path: string, ids: readonly number[]) {
  const inForce = await listUnitsUnder(db, { path, level: 'village', day: today });
  const known = new Set(inForce.map(({ id }) => id));
  const others = await listLastKnownUnits(
    db,
    ids.filter((id) => !known.has(id)),
    today,
  );
  const all: UnitOnDay[] = [...inForce, ...others.values()];
  return all.filter((village) => isInside(areas, village.path));
}

/** Households the register does not hold yet: those somebody began to type, each their own, and those that asked. */
async function unregisteredIn(
  { db, accountId }: EntryGround,
  drafts: readonly DraftNote[],
  { villageId, round }: { villageId: number | null; round: EntryOf },
): Promise<EntryRow[]> {
  const missing = await notRegistered(db, round, drafts);
  const mine = missing.drafts
    .filter((draft) => draft.accountId === accountId)
    .map((draft) => ({ ...draft, state: 'inProgress' as const }));
  const asked = missing.asked.map((one) => ({
    ...one,
    persons: 0,
    missing: null,
    state: 'notBegun' as const,
  }));
  return [...mine, ...asked]
    .filter((one) => one.villageId === villageId)
    .map(({ householdId, head, persons, villageId: village, state, missing: unanswered }) => ({
      householdId,
      head,
      listCode: null,
      persons,
      villageId: village,
      state,
      missing: unanswered,
      draftOf: null,
      version: 0,
      incomeScore: null,
      deprivationScore: null,
      class: null,
      computedClass: null,
      registered: false,
      differences: [],
      visitor: null,
    }));
}

interface RowGround {
  readonly drafts: readonly DraftNote[];
  readonly accountId: string;
  readonly visitor: string | undefined;
}

export function entryRowOf(line: EntryLine, { drafts, accountId, visitor }: RowGround): EntryRow {
  const mine = drafts.find((draft) => draft.accountId === accountId);
  const other = drafts.find((draft) => draft.accountId !== accountId);
  return {
    householdId: line.householdId,
    head: line.head,
    listCode: line.listCode,
    persons: line.persons,
    villageId: line.villageId,
    state: entryState({ ...line, hasDraft: drafts.length > 0 }),
    missing: (mine ?? other)?.missing ?? line.missing,
    draftOf: mine === undefined ? (other?.author ?? null) : null,
    version: line.version,
    incomeScore: line.incomeScore,
    deprivationScore: line.deprivationScore,
    class: line.class,
    computedClass: line.computedClass,
    registered: true,
    differences: [...line.differences],
    visitor: visitor ?? null,
  };
}
