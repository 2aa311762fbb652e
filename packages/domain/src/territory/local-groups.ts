import { type Day, isWithin } from '../shared/day.ts';
import { groupBy } from '../shared/group-by.ts';
import type { ListRowProblem } from './plan-territory-load.ts';

/** A province's list may name no group at all. */
export const NO_LOCAL_GROUP = 'none';

/** A group counts as local ("dân tộc tại chỗ") on the ground of a province, `validFrom <= day < validTo`. */
export interface LocalGroupEntry {
  readonly provinceId: number;
  readonly group: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly source: string;
}

/** What the catalogue says of a place on a day. */
export interface LocalGroups {
  /** Codes of the groups; empty where the list names none. */
  readonly groups: readonly string[];
  /** False: general knowledge shipped with the system, no text of the province loaded. */
  readonly verified: boolean;
}

interface Catalogue {
  readonly loaded: readonly LocalGroupEntry[];
  readonly shipped: readonly LocalGroupEntry[];
}

/** The groups of a place: its province's own list where one is loaded, else the shipped one; undefined without any. */
export function localGroupsOf(
  { loaded, shipped }: Catalogue,
  day: Day,
  isOnGroundOf: (entry: LocalGroupEntry) => boolean,
): LocalGroups | undefined {
  const inForce = (entries: readonly LocalGroupEntry[]) =>
    entries.filter((entry) => isWithin(day, entry.validFrom, entry.validTo) && isOnGroundOf(entry));
  for (const [entries, verified] of [
    [inForce(loaded), true],
    [inForce(shipped), false],
  ] as const)
    if (entries.length > 0) {
      const groups = new Set(entries.map(({ group }) => group).filter((group) => group !== NO_LOCAL_GROUP));
      return { groups: [...groups].sort(), verified };
    }
  return undefined;
}

export interface LocalGroupRow extends LocalGroupEntry {
  readonly at: string;
  /** Name of the province, for messages. */
  readonly province: string;
}

export type PlannedLocalGroups =
  | {
      readonly ok: true;
      readonly added: readonly LocalGroupEntry[];
      /** Known before without an end; the row gives one. */
      readonly ended: readonly LocalGroupEntry[];
      readonly unchanged: number;
    }
  | { readonly ok: false; readonly problems: readonly ListRowProblem[] };

/** Checks rows against each other and against what is loaded; plans them only when every one is right. */
export function planLocalGroups(
  rows: readonly LocalGroupRow[],
  known: readonly LocalGroupEntry[],
): PlannedLocalGroups {
  const keyOf = ({ provinceId, group }: LocalGroupEntry) => `${provinceId} ${group}`;
  const taken = groupBy(known, keyOf);
  const problems: ListRowProblem[] = [];
  const added: LocalGroupEntry[] = [];
  const ended: LocalGroupEntry[] = [];
  let unchanged = 0;
  for (const { at, province, ...given } of rows) {
    const beside = taken.get(keyOf(given)) ?? [];
    const same = beside.find((one) => one.validFrom === given.validFrom);
    if (same !== undefined && same.validTo === given.validTo && same.source === given.source) {
      unchanged += 1;
    } else if (same !== undefined && same.validTo === null && given.validTo !== null) {
      ended.push(given);
      taken.set(keyOf(given), [...beside.filter((one) => one !== same), given]);
    } else if (beside.some((one) => overlap(one, given))) {
      problems.push({ at, code: 'territory.row-group-overlaps', detail: `${province}: ${given.group}` });
    } else {
      added.push(given);
      taken.set(keyOf(given), [...beside, given]);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, added, ended, unchanged };
}

const overlap = (a: LocalGroupEntry, b: LocalGroupEntry): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);
