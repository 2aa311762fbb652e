import { readDay } from '@benvung/domain/exchange/read-cell';
import { addDays } from '@benvung/domain/shared/day';
import { searchKey, toNfc } from '@benvung/domain/shared/vietnamese-text';
import { findUnitByNames } from '@benvung/domain/territory/find-unit-by-names';
import type { ListRowProblem } from '@benvung/domain/territory/plan-territory-load';
import type { ListRowProblemCode } from '@benvung/domain/territory/problems';
import type { TerritoryHistory } from '@benvung/domain/territory/territory-history';
import { findUnitByCode, pathOf } from '@benvung/domain/territory/territory-map';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import type { NamedRow } from './read-named-rows.ts';
import { listVillagesOf, type UnitOnDay } from './territory.store.ts';

/** The columns by which a row of any dated list of places says where, since when and by what decision. */
export type PlaceColumn =
  | 'code'
  | 'codeDay'
  | 'province'
  | 'district'
  | 'commune'
  | 'village'
  | 'from'
  | 'to'
  | 'source';

export const PLACE_WORDS = {
  code: ['mã đơn vị', 'mã', 'code'],
  codeDay: ['ngày của mã', 'code day'],
  province: ['tỉnh', 'tỉnh, thành phố', 'province'],
  district: ['huyện', 'quận huyện', 'district'],
  commune: ['xã', 'xã, phường', 'commune'],
  village: ['thôn', 'thôn, tổ dân phố', 'village'],
  from: ['từ ngày', 'from'],
  to: ['đến hết ngày', 'đến ngày', 'to'],
  source: ['quyết định', 'căn cứ', 'decision', 'source'],
} as const satisfies Record<PlaceColumn, readonly string[]>;

export interface PlacedRow {
  readonly at: string;
  readonly unit: Pick<UnitOnDay, 'id' | 'level' | 'name' | 'path'>;
  readonly validFrom: string;
  /** The day after the last one. */
  readonly validTo: string | null;
  readonly source: string;
}

type Reading<Value> = { readonly value: Value } | { readonly problem: ListRowProblem };

interface PlaceGround {
  readonly history: TerritoryHistory;
  /** Every village that ever lay in the communes the rows name. */
  readonly villages: readonly UnitOnDay[];
  readonly areas: readonly string[] | null;
}

/** What is needed to place rows: read once for all of them. */
export async function readPlaceGround(
  db: Db,
  rows: readonly NamedRow<PlaceColumn>[],
  { history, areas }: Pick<PlaceGround, 'history' | 'areas'>,
): Promise<PlaceGround> {
  const communes = new Set<number>();
  for (const row of rows.filter(({ cell }) => cell('village') !== '')) {
    const from = dayIn(row, 'from');
    const found = from === undefined ? undefined : findAboveVillage(history, row, from);
    if (found !== undefined && 'value' in found) communes.add(found.value.id);
  }
  const villages = communes.size === 0 ? [] : await listVillagesOf(db, [...communes]);
  return { history, areas, villages };
}

/** Where, since when, until when and by what decision; the first thing wrong otherwise. */
export function placeRow(row: NamedRow<PlaceColumn>, ground: PlaceGround): Reading<PlacedRow> {
  const wrong = (code: ListRowProblemCode, detail = '') => ({ problem: { at: row.at, code, detail } });
  const from = dayIn(row, 'from');
  if (from === undefined) return wrong('territory.row-day-unreadable', row.cell('from'));
  const last = row.cell('to') === '' ? null : dayIn(row, 'to');
  if (last === undefined) return wrong('territory.row-day-unreadable', row.cell('to'));
  if (last !== null && last < from) return wrong('territory.row-end-before-start', row.cell('to'));
  const source = toNfc(row.cell('source')).trim();
  if (source === '') return wrong('territory.row-source-missing');
  const found = findPlace(row, from, ground);
  if ('problem' in found) return found;
  const { unit } = { unit: found.value };
  if (ground.areas !== null && !isInside(ground.areas, unit.path))
    return wrong('territory.row-unit-outside-area', unit.name);
  const validTo = last === null ? null : addDays(last, 1);
  return { value: { at: row.at, unit, validFrom: from, validTo, source } };
}

function dayIn(row: NamedRow<PlaceColumn>, column: 'from' | 'to' | 'codeDay'): string | undefined {
  const read = readDay(row.cell(column));
  return 'value' in read ? read.value : undefined;
}

type Found = Reading<PlacedRow['unit']>;

/** By code on its day, or by names on the day it begins; the unit must be in force when it begins. */
function findAboveVillage(history: TerritoryHistory, row: NamedRow<PlaceColumn>, from: string): Found {
  const wrong = (code: ListRowProblemCode, detail: string): Found => ({
    problem: { at: row.at, code, detail },
  });
  const map = history.mapOn(from);
  const code = row.cell('code');
  if (code !== '') {
    const level = ({ 2: 'province', 3: 'district', 5: 'commune' } as const)[code.length];
    const codeDay = row.cell('codeDay') === '' ? from : dayIn(row, 'codeDay');
    if (codeDay === undefined) return wrong('territory.row-day-unreadable', row.cell('codeDay'));
    const named = level && findUnitByCode(history.mapOn(codeDay), level, code);
    const unit = named && map.units.get(named.id);
    return unit === undefined
      ? wrong('territory.row-unit-unknown', code)
      : { value: { ...unit, path: pathOf(map, unit.id) } };
  }
  const names = {
    province: row.cell('province'),
    district: row.cell('district'),
    commune: row.cell('commune'),
  };
  const found = findUnitByNames(map, names);
  if ('unit' in found) return { value: { ...found.unit, path: pathOf(map, found.unit.id) } };
  if ('ambiguous' in found) return wrong('territory.row-unit-ambiguous', found.ambiguous);
  return found.missing === ''
    ? wrong('territory.row-unit-missing', '')
    : wrong('territory.row-unit-unknown', found.missing);
}

function findPlace(row: NamedRow<PlaceColumn>, from: string, { history, villages }: PlaceGround): Found {
  const above = findAboveVillage(history, row, from);
  const name = row.cell('village');
  if ('problem' in above || name === '') return above;
  const key = searchKey(name);
  const unit = villages.find(
    (village) =>
      village.parentId === above.value.id &&
      searchKey(village.name) === key &&
      village.validFrom <= from &&
      (village.validTo === null || from < village.validTo),
  );
  return unit === undefined
    ? { problem: { at: row.at, code: 'territory.row-unit-unknown', detail: `${name}, ${above.value.name}` } }
    : { value: unit };
}
