import { type Day, isWithin } from '../shared/day.ts';
import { groupBy } from '../shared/group-by.ts';
import type { Text } from '../shared/text.ts';
import { searchKey } from '../shared/vietnamese-text.ts';
import type { AdminLevel } from './admin-unit.ts';
import type { ListRowProblem } from './plan-territory-load.ts';
import type { ListRowProblemCode } from './problems.ts';

/** A kind of place that policies ask about: "xã ĐBKK", "khu vực III", "an toàn khu" … */
export interface DesignationKind {
  readonly code: string;
  readonly label: Text;
  readonly aliases: readonly string[];
  /** Levels of the units it is given to. */
  readonly levels: readonly AdminLevel[];
  /** Kinds of one family exclude each other on a day: a commune is of one area of I, II, III. */
  readonly family: string | null;
}

/**
 * What a decision said of a unit, `validFrom <= day < validTo`. It stays with the unit it was given to: what that
 * unit later becomes a part of is not designated by it.
 */
export interface PlaceDesignation {
  readonly unitId: number;
  readonly kind: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly decision: string;
}

export const isDesignatedOn = ({ validFrom, validTo }: PlaceDesignation, day: Day): boolean =>
  isWithin(day, validFrom, validTo);

export function designationKindFinder(
  kinds: readonly DesignationKind[],
): (text: string) => DesignationKind | undefined {
  const byKey = new Map<string, DesignationKind>();
  for (const kind of kinds)
    for (const word of [kind.code, kind.label.vi, kind.label.en, ...kind.aliases])
      byKey.set(searchKey(word), kind);
  return (text) => byKey.get(searchKey(text));
}

/** A row of a file whose unit and kind were found. */
export interface DesignationRow extends PlaceDesignation {
  readonly at: string;
  readonly unit: { readonly level: AdminLevel; readonly name: string };
}

export type PlannedDesignations =
  | {
      readonly ok: true;
      readonly added: readonly PlaceDesignation[];
      /** Known before without an end; the row gives one, with the decision that ended it. */
      readonly ended: readonly PlaceDesignation[];
      readonly unchanged: number;
    }
  | { readonly ok: false; readonly problems: readonly ListRowProblem[] };

/** Checks rows against each other and against what is known; plans them only when every one is right. */
export function planDesignations(
  rows: readonly DesignationRow[],
  {
    kinds,
    known,
  }: { readonly kinds: readonly DesignationKind[]; readonly known: readonly PlaceDesignation[] },
): PlannedDesignations {
  const kindOf = new Map(kinds.map((kind) => [kind.code, kind]));
  const taken = groupBy(known, ({ unitId }) => unitId);
  const problems: ListRowProblem[] = [];
  const added: PlaceDesignation[] = [];
  const ended: PlaceDesignation[] = [];
  let unchanged = 0;
  for (const { at, unit, ...given } of rows) {
    const refuse = (code: ListRowProblemCode, detail: string) => problems.push({ at, code, detail });
    const kind = kindOf.get(given.kind);
    if (kind === undefined || !kind.levels.includes(unit.level)) {
      refuse('territory.row-kind-level', `${kind?.label.vi ?? given.kind}: ${unit.name}`);
      continue;
    }
    const beside = taken.get(given.unitId) ?? [];
    const same = beside.find((one) => one.kind === given.kind && one.validFrom === given.validFrom);
    if (same !== undefined && same.validTo === given.validTo && same.decision === given.decision) {
      unchanged += 1;
      continue;
    }
    if (same !== undefined && same.validTo === null && given.validTo !== null) {
      ended.push(given);
      taken.set(given.unitId, [...beside.filter((one) => one !== same), given]);
      continue;
    }
    const against = beside.find((one) => excludes(kind, kindOf.get(one.kind)) && overlap(one, given));
    if (against !== undefined) {
      const label = kindOf.get(against.kind)?.label.vi ?? against.kind;
      refuse('territory.row-designation-overlaps', `${unit.name}: ${label}, ${against.decision}`);
      continue;
    }
    added.push(given);
    taken.set(given.unitId, [...beside, given]);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, added, ended, unchanged };
}

const excludes = (kind: DesignationKind, other: DesignationKind | undefined): boolean =>
  other?.code === kind.code || (kind.family !== null && other?.family === kind.family);

const overlap = (a: PlaceDesignation, b: PlaceDesignation): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);
