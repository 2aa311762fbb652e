import type { ListedUnit } from './read-packages.ts';

export type ListedLevel = 'province' | 'district' | 'commune';

/** A unit of one state with the id of its ground. */
export interface BuiltUnit {
  readonly id: number;
  readonly level: ListedLevel;
  readonly code: string;
  readonly name: string;
  readonly parentId: number;
  readonly source: string;
}
export interface BuiltSuccession {
  readonly fromId: number;
  readonly toId: number;
  readonly source: string;
}
export interface Link {
  readonly to: readonly string[];
  readonly source: string;
}

/**
 * The id of a unit first seen in the n-th state: it never changes afterwards. Communes n00000 + code, districts
 * 10000 + n000 + code, provinces 1000 + n00 + code; all below one million, and the nation is 1.
 */
export function firstId(level: ListedLevel, state: number, code: string): number {
  if (level === 'commune') return state * 100_000 + Number(code);
  return level === 'district' ? 10_000 + state * 1000 + Number(code) : 1000 + state * 100 + Number(code);
}

export interface Carry {
  readonly level: ListedLevel;
  readonly state: number;
  readonly source: string;
  readonly before: ReadonlyMap<string, BuiltUnit>;
  readonly listed: readonly (ListedUnit & { readonly source?: string })[];
  /** Old code → new codes; an old unit without a line ended with an unknown successor. */
  readonly links: ReadonlyMap<string, Link>;
  readonly parentIdOf: (unit: ListedUnit) => number;
}
export interface Carried {
  readonly units: ReadonlyMap<string, BuiltUnit>;
  readonly successors: readonly BuiltSuccession[];
  /** Old units that ended and have no line. */
  readonly ended: readonly BuiltUnit[];
}

/** Same ground, same id: a unit made of exactly one old unit, all of which went into it. */
export function carryUnits({ level, state, source, before, listed, links, parentIdOf }: Carry): Carried {
  const parts = new Map<string, string[]>();
  for (const [old, link] of links) for (const to of link.to) parts.set(to, [...(parts.get(to) ?? []), old]);
  const sameGround = (code: string): BuiltUnit | undefined => {
    const [old, ...others] = parts.get(code) ?? [];
    return old !== undefined && others.length === 0 && links.get(old)?.to.length === 1
      ? before.get(old)
      : undefined;
  };
  const units = new Map<string, BuiltUnit>();
  for (const unit of listed) {
    const id = sameGround(unit.code)?.id ?? firstId(level, state, unit.code);
    units.set(unit.code, {
      id,
      level,
      code: unit.code,
      name: unit.name,
      parentId: parentIdOf(unit),
      source: unit.source ?? source,
    });
  }
  const successors: BuiltSuccession[] = [];
  const ended: BuiltUnit[] = [];
  for (const old of before.values()) {
    const link = links.get(old.code);
    if (link === undefined) ended.push(old);
    for (const to of link?.to ?? []) {
      const toId = units.get(to)?.id;
      if (toId === undefined) throw new Error(`${old.code} ${old.name}: its successor ${to} is in no list.`);
      if (toId !== old.id) successors.push({ fromId: old.id, toId, source: link?.source ?? source });
    }
  }
  return { units, successors, ended };
}
