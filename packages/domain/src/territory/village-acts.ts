import type { Day } from '../shared/day.ts';
import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import { searchKey, toNfc } from '../shared/vietnamese-text.ts';
import type { AdminUnit } from './admin-unit.ts';
import type { TerritoryProblemCode } from './problems.ts';
import type { PlacedUnit } from './territory-history.ts';
import { typeOfName, UNIT_TYPES } from './unit-type.ts';

/** Which types of village a type of commune may make from a day on. */
export interface VillageTypeRule {
  readonly from: Day;
  readonly types: Readonly<Record<string, readonly string[]>>;
}

type Decided<Value> = Result<Value, Problem<TerritoryProblemCode>>;

export const villageName = (text: string): string => toNfc(text).trim().replace(/\s+/gu, ' ');

interface NameToGive {
  readonly name: string;
  readonly day: Day;
  /** Where the village lies on that day; a waiting one lies in no commune. */
  readonly parent: Pick<AdminUnit, 'level' | 'type' | 'name'>;
  /** The commune's other villages from that day on. */
  readonly others: readonly Pick<AdminUnit, 'name'>[];
}

/** A village bears a name of its own in its commune, and is of a type its commune may have. */
export function checkVillageName(
  { name, day, parent, others }: NameToGive,
  rules: readonly VillageTypeRule[],
): Decided<string> {
  const key = searchKey(name);
  if (key === '') return refuse('territory.name-missing');
  if (others.some((other) => searchKey(other.name) === key))
    return refuse('territory.village-name-taken', { village: name, commune: parent.name });
  const rule = rules.findLast(({ from }) => from <= day);
  const allowed = parent.level === 'commune' ? rule?.types[parent.type] : undefined;
  const type = typeOfName(name, 'village');
  if (allowed !== undefined && type !== undefined && !allowed.includes(type))
    return refuse('territory.village-type-not-allowed', {
      village: name,
      commune: parent.name,
      allowed: allowed
        .map((each) => UNIT_TYPES[each as keyof typeof UNIT_TYPES].label.toLowerCase())
        .join(', '),
    });
  return ok(villageName(name));
}

interface Renaming {
  readonly name: string;
  readonly from: Day;
  readonly source: string;
}

/** The village's versions from a day on under its new name, wherever it lies in them. */
export function renameVersions(
  versions: readonly PlacedUnit[],
  { name, from, source }: Renaming,
): PlacedUnit[] {
  return versions
    .filter(({ validTo }) => validTo === null || validTo > from)
    .map((version) => ({
      ...version,
      name,
      type: typeOfName(name, 'village') ?? version.type,
      validFrom: version.validFrom < from ? from : version.validFrom,
      source,
    }));
}

interface Merging {
  readonly day: Day;
  readonly today: Day;
}

/** Two or more villages of one commune become one from a day on that has come. */
export function checkVillageMerger(
  villages: readonly PlacedUnit[],
  { day, today }: Merging,
): Decided<{ communeId: number }> {
  if (day > today) return refuse('territory.day-in-future', { day });
  const [first, ...others] = villages;
  if (first === undefined || others.length === 0) return refuse('territory.merger-needs-two');
  if (first.parentId === null || others.some(({ parentId }) => parentId !== first.parentId))
    return refuse('territory.merger-across-communes');
  const young = villages.find(({ validFrom }) => validFrom >= day);
  if (young !== undefined)
    return refuse('territory.day-before-change', { village: young.name, day, since: young.validFrom });
  return ok({ communeId: first.parentId });
}
