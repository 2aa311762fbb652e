import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { NATION_ID } from '@benvung/domain/territory/admin-unit';
import { bareName } from '@benvung/domain/territory/unit-type';
import { type BuiltSuccession, type BuiltUnit, carryUnits, type Link } from './carry-units.ts';
import type { Corrections, SuccessorFacts } from './corrections.ts';
import type { ListedUnit, PackageList, PackageLists } from './read-packages.ts';

type Units = ReadonlyMap<string, BuiltUnit>;
export interface BuiltState {
  readonly provinces: Units;
  readonly districts: Units;
  readonly communes: Units;
  readonly successors: readonly BuiltSuccession[];
  readonly unknown: readonly BuiltSuccession[];
}

const NO_LINKS: ReadonlyMap<string, Link> = new Map();
const NONE: Units = new Map();
const STEP_NOT_WRITTEN =
  'step of 01/01/2025, written for province 46 only: not assignable below the province';
const DISTRICTS_ENDED = 'district level ended 30/06/2025 (regulations 2.5)';

const idOf = (units: Units, code: string | null): number => {
  const id = units.get(code ?? '')?.id;
  if (id === undefined) throw new Error(`No unit ${code}`);
  return id;
};
const inNation = () => NATION_ID;
const byId = (units: Units) => new Map([...units.values()].map((unit) => [unit.id, unit]));

export function buildState2021({ of2021 }: PackageLists): BuiltState {
  const first = { state: 1, source: of2021.source, before: NONE, links: NO_LINKS } as const;
  const provinces = carryUnits({
    ...first,
    level: 'province',
    listed: of2021.provinces,
    parentIdOf: inNation,
  }).units;
  const parentProvince = (unit: ListedUnit) => idOf(provinces, unit.parentCode);
  const districts = carryUnits({
    ...first,
    level: 'district',
    listed: of2021.districts,
    parentIdOf: parentProvince,
  }).units;
  const parentDistrict = (unit: ListedUnit) => idOf(districts, unit.parentCode);
  const communes = carryUnits({
    ...first,
    level: 'commune',
    listed: of2021.communes,
    parentIdOf: parentDistrict,
  }).units;
  return { provinces, districts, communes, successors: [], unknown: [] };
}

/** The list of 2025 with what the corrections take out, change and add. */
export function correctedList2025({ of2025 }: PackageLists, facts: Corrections['2025-01-01']): CorrectedList {
  const excess = new Set(facts.excess.flatMap((group) => group.codes));
  const correct = (listed: readonly ListedUnit[], groups: typeof facts.units): SourcedUnit[] => {
    const units = new Map<string, SourcedUnit>(listed.map((unit) => [unit.code, unit]));
    for (const { source, units: changed } of groups)
      for (const [code, name, parentCode] of changed) units.set(code, { code, name, parentCode, source });
    return [...units.values()]
      .filter((unit) => !excess.has(unit.code))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  };
  const provinces = new Map<string, SourcedUnit>(of2025.provinces.map((unit) => [unit.code, unit]));
  for (const { source, units } of facts.provinces)
    for (const [code, name] of units) provinces.set(code, { code, name, parentCode: null, source });
  return {
    source: of2025.source,
    provinces: [...provinces.values()],
    districts: correct(of2025.districts, facts.districts),
    communes: correct(of2025.communes, facts.units),
  };
}
type SourcedUnit = ListedUnit & { readonly source?: string };
interface CorrectedList extends Pick<PackageList, 'source'> {
  readonly provinces: readonly SourcedUnit[];
  readonly districts: readonly SourcedUnit[];
  readonly communes: readonly SourcedUnit[];
}

/** "Phường 05" and "Phường 5" are one name, and so are two spellings of one name. */
const nameKey = (name: string) => searchKey(bareName(name, 'commune')).replace(/\b0+(?=\d)/gu, '');

export function buildState2025(
  before: BuiltState,
  lists: PackageLists,
  facts: Corrections['2025-01-01'],
): BuiltState {
  const list = correctedList2025(lists, facts);
  const common = { state: 2, source: list.source } as const;
  const same = new Map(
    [...before.provinces.keys()].map((code) => [code, { to: [code], source: list.source }]),
  );
  const provinces = carryUnits({
    ...common,
    level: 'province',
    before: before.provinces,
    listed: list.provinces,
    links: same,
    parentIdOf: inNation,
  });
  const links = communeLinks2025(before, list, facts.successors);
  const districts = carryUnits({
    ...common,
    level: 'district',
    before: before.districts,
    listed: list.districts,
    links: districtLinks(before, list, links),
    parentIdOf: (unit) => idOf(provinces.units, unit.parentCode),
  });
  const communes = carryUnits({
    ...common,
    level: 'commune',
    before: before.communes,
    listed: keepSpelling(before.communes, list.communes),
    links,
    parentIdOf: (unit) => idOf(districts.units, unit.parentCode),
  });
  const districtsBefore = byId(before.districts);
  const unknown = [
    ...districts.ended.map((unit) => ({ fromId: unit.id, toId: unit.parentId, source: STEP_NOT_WRITTEN })),
    ...communes.ended.map((unit) => ({
      fromId: unit.id,
      toId: districtsBefore.get(unit.parentId)?.parentId ?? NATION_ID,
      source: STEP_NOT_WRITTEN,
    })),
  ];
  return {
    provinces: provinces.units,
    districts: districts.units,
    communes: communes.units,
    successors: [...provinces.successors, ...districts.successors, ...communes.successors],
    unknown,
  };
}

/** The entered facts; else the same code under the same name goes on; else the successor is not known. */
function communeLinks2025(before: BuiltState, list: CorrectedList, facts: SuccessorFacts): Map<string, Link> {
  const links = linksOf(facts);
  const taken = new Set([...links.values()].flatMap((link) => link.to));
  const listed = new Map(list.communes.map((unit) => [unit.code, unit]));
  for (const unit of before.communes.values()) {
    const next = listed.get(unit.code);
    if (links.has(unit.code) || taken.has(unit.code) || next === undefined) continue;
    if (nameKey(next.name) === nameKey(unit.name))
      links.set(unit.code, { to: [unit.code], source: list.source });
  }
  return links;
}

const linksOf = (facts: SuccessorFacts): Map<string, Link> =>
  new Map(
    facts.flatMap(({ source, map }) =>
      Object.entries(map).map(([old, to]) => [old, { to, source }] as const),
    ),
  );

/** A district went where its communes went; one without communes goes on under its code. */
function districtLinks(
  before: BuiltState,
  list: CorrectedList,
  communes: ReadonlyMap<string, Link>,
): Map<string, Link> {
  const districtOf = new Map(list.communes.map((unit) => [unit.code, unit.parentCode ?? '']));
  const codeOf = byId(before.districts);
  const links = new Map<string, Link>();
  const add = (old: string, to: string) => {
    const known = links.get(old)?.to ?? [];
    if (!known.includes(to))
      links.set(old, { to: [...known, to], source: `${list.source}, by their communes` });
  };
  for (const [old, link] of communes) {
    const district = codeOf.get(before.communes.get(old)?.parentId ?? 0)?.code;
    if (district !== undefined) for (const to of link.to) add(district, districtOf.get(to) ?? '');
  }
  const withCommunes = new Set([...before.communes.values()].map((unit) => unit.parentId));
  for (const unit of before.districts.values())
    if (!withCommunes.has(unit.id) && list.districts.some((next) => next.code === unit.code))
      add(unit.code, unit.code);
  return links;
}

/** The two packages spell differently (Hòa, Hoà); a unit that goes on keeps the spelling it had. */
function keepSpelling(before: Units, listed: readonly SourcedUnit[]): SourcedUnit[] {
  const key = (name: string) => searchKey(name).replace(/\b0+(?=\d)/gu, '');
  return listed.map((unit) => {
    const old = before.get(unit.code);
    return old !== undefined && key(old.name) === key(unit.name) ? { ...unit, name: old.name } : unit;
  });
}

export function buildStateOfTwoLevels(
  before: BuiltState,
  lists: PackageLists,
  facts: Corrections['2025-07-01'],
): BuiltState {
  const { ofTwoLevels: list } = lists;
  const links = new Map<string, Link>();
  for (const [old, to] of lists.successors)
    if (before.communes.has(old)) links.set(old, { to, source: lists.successorsSource });
  for (const [old, link] of linksOf(facts.successors)) links.set(old, link);
  const provinceOf = new Map(list.communes.map((unit) => [unit.code, unit.parentCode ?? '']));
  const districtsById = byId(before.districts);
  const provincesById = byId(before.provinces);
  const provinceLinks = new Map<string, Link>();
  const districtProvince = new Map<number, string>();
  for (const [old, link] of links) {
    const district = districtsById.get(before.communes.get(old)?.parentId ?? 0);
    const province = provincesById.get(district?.parentId ?? 0);
    const to = provinceOf.get(link.to[0] ?? '');
    if (district === undefined || province === undefined || to === undefined)
      throw new Error(`No province for ${old}`);
    districtProvince.set(district.id, to);
    provinceLinks.set(province.code, { to: [to], source: `${list.source}, by their communes` });
  }
  const common = { state: 3, source: list.source } as const;
  const provinces = carryUnits({
    ...common,
    level: 'province',
    before: before.provinces,
    listed: list.provinces,
    links: provinceLinks,
    parentIdOf: inNation,
  });
  const communes = carryUnits({
    ...common,
    level: 'commune',
    before: before.communes,
    listed: list.communes,
    links,
    parentIdOf: (unit) => idOf(provinces.units, unit.parentCode),
  });
  if (communes.ended.length + provinces.ended.length > 0)
    throw new Error(
      `No successor: ${[...communes.ended, ...provinces.ended].map((unit) => unit.code).join(' ')}`,
    );
  const zones = facts.specialZones.flatMap(({ source, map }) =>
    Object.entries(map).map(([district, commune]) => ({
      fromId: idOf(before.districts, district),
      toId: idOf(communes.units, commune),
      source,
    })),
  );
  const zoned = new Set(zones.map((row) => row.fromId));
  const ended = [...before.districts.values()]
    .filter((unit) => !zoned.has(unit.id))
    .map((unit) => ({
      fromId: unit.id,
      toId: idOf(provinces.units, districtProvince.get(unit.id) ?? ''),
      source: DISTRICTS_ENDED,
    }));
  return {
    provinces: provinces.units,
    districts: NONE,
    communes: communes.units,
    successors: [...provinces.successors, ...ended, ...zones, ...communes.successors],
    unknown: [],
  };
}

/** Only names, types and codes change: every unit keeps its ground and its id. */
export function buildState2026(before: BuiltState, facts: Corrections['2026-04-30']): BuiltState {
  const provinces = new Map(before.provinces);
  for (const { source, units } of facts.provinces)
    for (const [code, name] of units) provinces.set(code, { ...provinces.get(code)!, name, source });
  const communes = new Map(before.communes);
  for (const { source, codes } of facts.wards)
    for (const code of codes) {
      const unit = communes.get(code);
      if (unit === undefined || !unit.name.startsWith('Xã ')) throw new Error(`${code} is not a xã`);
      communes.set(code, { ...unit, name: unit.name.replace(/^Xã /u, 'Phường '), source });
    }
  for (const { source, map } of facts.codes)
    for (const [old, code] of Object.entries(map)) {
      const unit = communes.get(old);
      if (unit === undefined || communes.has(code)) throw new Error(`${old} cannot become ${code}`);
      communes.delete(old);
      communes.set(code, { ...unit, code, source });
    }
  return { provinces, districts: NONE, communes, successors: [], unknown: [] };
}
