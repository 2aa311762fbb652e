import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyTerritory } from '@benvung/domain/territory/verify-territory';
import {
  readShippedTerritory,
  type ShippedState,
  type UnitRow,
} from '@benvung/regulations/territory/shipped-territory';
import {
  type BuiltState,
  buildState2021,
  buildState2025,
  buildState2026,
  buildStateOfTwoLevels,
} from './build-states.ts';
import type { BuiltSuccession, BuiltUnit } from './carry-units.ts';
import { type Corrections, corrections } from './corrections.ts';
import { type PackageList, type PackageLists, readPackages } from './read-packages.ts';

/** Builds `packages/regulations/territory` anew; refuses to give a unit already shipped another id. */
export async function buildTerritory(root: string): Promise<readonly string[]> {
  const folder = join(root, 'packages/regulations/territory');
  const facts = corrections.parse(JSON.parse(await readFile(join(folder, 'corrections.json'), 'utf8')));
  const lists = await readPackages(root);
  const described = describeStates(lists, facts);
  const states: ShippedState[] = [];
  const texts: { on: string; units: string; successions: string }[] = [];
  for (const { state, ...about } of described) {
    const units = unitsText(state);
    const successions = successionsText(state);
    await refuseChangedIds(join(folder, about.on, 'units.json'), units);
    const hash = createHash('sha256').update(units).update(successions).digest('hex');
    states.push({ ...about, hash });
    texts.push({ on: about.on, units, successions });
  }
  const verdict = verifyTerritory(readShippedTerritory(states, texts));
  if (verdict.problems.length > 0)
    throw new Error(`Not shipped: ${JSON.stringify(verdict.problems.slice(0, 20), null, 1)}`);
  for (const { on, units, successions } of texts) {
    await mkdir(join(folder, on), { recursive: true });
    await writeFile(join(folder, on, 'units.json'), units);
    await writeFile(join(folder, on, 'successions.json'), successions);
  }
  await writeFile(join(folder, 'states.json'), `${JSON.stringify(states, null, 1)}\n`);
  return verdict.states.map(({ split, notAssignable, ...counts }) => JSON.stringify(counts));
}

type Described = Omit<ShippedState, 'hash'> & { readonly state: BuiltState };

function describeStates(lists: PackageLists, facts: Corrections): Described[] {
  const of2021 = buildState2021(lists);
  const of2025 = buildState2025(of2021, lists, facts['2025-01-01']);
  const ofTwoLevels = buildStateOfTwoLevels(of2025, lists, facts['2025-07-01']);
  const of2026 = buildState2026(ofTwoLevels, facts['2026-04-30']);
  const twoLevels = { provinces: 34, districts: 0, communes: 3321 };
  return [
    {
      on: '2021-01-01',
      label: '63 tỉnh, ba cấp (2021–2024)',
      official: { provinces: 63, districts: 705, communes: 10_599 },
      inPackages: countsOf(lists.of2021),
      complete: false,
      differences: [],
      state: of2021,
    },
    {
      on: '2025-01-01',
      label: '63 tỉnh, ba cấp (01/01–30/06/2025)',
      official: { provinces: 63, districts: 696, communes: 10_035 },
      inPackages: countsOf(lists.of2025),
      complete: false,
      differences: differences2025(lists, facts['2025-01-01']),
      state: of2025,
    },
    {
      on: '2025-07-01',
      label: '34 tỉnh, hai cấp (từ 01/07/2025)',
      official: twoLevels,
      inPackages: countsOf(lists.ofTwoLevels),
      complete: true,
      differences: [],
      state: ofTwoLevels,
    },
    {
      on: '2026-04-30',
      label: 'Đồng Nai thành thành phố (từ 30/04/2026)',
      official: twoLevels,
      inPackages: countsOf(lists.ofTwoLevels),
      complete: true,
      differences: [],
      state: of2026,
    },
  ];
}

const countsOf = (list: PackageList) => ({
  provinces: list.provinces.length,
  districts: list.districts.length,
  communes: list.communes.length,
});

function differences2025(
  { of2025 }: PackageLists,
  facts: Corrections['2025-01-01'],
): ShippedState['differences'] {
  const listed = new Set(of2025.communes.map((unit) => unit.code));
  const entered = facts.units.flatMap(({ source, units }) => units.map(([code]) => ({ code, source })));
  const group = (change: 'added' | 'changed', isIn: boolean) => ({
    change,
    why: [...new Set(entered.map((unit) => unit.source))].join('; '),
    codes: entered.filter((unit) => listed.has(unit.code) === isIn).map((unit) => unit.code),
  });
  return [
    ...facts.excess.map(({ why, codes }) => ({ change: 'excess' as const, why, codes })),
    group('added', false),
    group('changed', true),
  ];
}

/** One row a line, by id, so that a change of the lists reads as a change of lines. */
const rowsText = (rows: readonly (readonly unknown[])[]) =>
  `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;

function sourcesOf(rows: readonly { readonly source: string }[]): string[] {
  return [...new Set(rows.map((row) => row.source))].sort();
}

function unitsText({ provinces, districts, communes }: BuiltState): string {
  const units: BuiltUnit[] = [...provinces.values(), ...districts.values(), ...communes.values()];
  const sources = sourcesOf(units);
  const rows = [...units]
    .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
    .map((unit) => [unit.id, unit.code, unit.name, unit.parentId, sources.indexOf(unit.source)]);
  return `{"sources":${JSON.stringify(sources)},\n"units":${rowsText(rows)}}\n`;
}

function successionsText({ successors, unknown }: BuiltState): string {
  const sources = sourcesOf([...successors, ...unknown]);
  const rows = (all: readonly BuiltSuccession[]) =>
    [...all]
      .sort((a, b) => a.fromId - b.fromId || a.toId - b.toId)
      .map((row) => [row.fromId, row.toId, sources.indexOf(row.source)]);
  const [known, lost] = [rowsText(rows(successors)), rowsText(rows(unknown))];
  return `{"sources":${JSON.stringify(sources)},\n"successors":${known},\n"unknown":${lost}}\n`;
}

async function refuseChangedIds(path: string, text: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === undefined || process.argv.includes('--new-ids')) return;
  const idsOf = (units: string) =>
    new Map((JSON.parse(units) as { units: UnitRow[] }).units.map(([id, code]) => [code, id]));
  const now = idsOf(text);
  const changed = [...idsOf(before)].filter(([code, id]) => now.get(code) !== id);
  if (changed.length > 0)
    throw new Error(`${path}: ids that are already in use would change: ${changed.slice(0, 10).join(' ')} …`);
}
