import type { TargetCascade, TargetIndicatorView, TargetRow } from '@benvung/contract/plan-target';
import { describe, expect, test } from 'vitest';
import {
  applyChanges,
  branchesOf,
  faultsOf,
  partsOf,
  readCount,
  readRate,
  sumsOf,
  type TypedTargets,
  typedBySystem,
  wasWrittenMeanwhile,
} from './cascade-model.ts';
import { splitAmong } from './split-parts.ts';

const POOR: TargetIndicatorView = {
  code: 'poor',
  name: { vi: 'Hộ nghèo', en: 'Poor households' },
  group: 'classes',
  kind: 'stock',
  unit: 'households',
  byHand: false,
  needsLabour: true,
  source: '',
};

const row = (
  id: number,
  [opening, noLabour, planned]: readonly [number, number, number | null],
  more: Partial<TargetRow> = {},
): TargetRow => ({
  unit: { id, code: null, level: id === 1 ? 'province' : 'district', name: `Đơn vị ${id}` },
  parentId: id === 1 ? null : 1,
  hasChildren: id === 1,
  indicator: 'poor',
  line:
    planned === null
      ? null
      : {
          comparison: 'down-to',
          opening: { count: opening, base: opening * 20, rate: null },
          planned: { count: planned, base: null, rate: null },
        },
  state: planned === null ? null : 'draft',
  locked: false,
  asked: null,
  version: planned === null ? 0 : 1,
  restatedFrom: [],
  side: 'giver',
  facts: {
    opening,
    base: opening * 20,
    noLabour,
    provisional: false,
    progress: {
      done: null,
      doneRate: null,
      share: null,
      expected: null,
      state: 'unknown',
      method: null,
      onDay: null,
      source: null,
    },
  },
  ...more,
});

const cascade = (rows: readonly TargetRow[]): TargetCascade => ({
  unit: rows[0]!.unit,
  parent: null,
  year: 2024,
  day: '2024-10-15',
  years: [2024],
  indicators: [POOR],
  shown: ['poor'],
  rows: [...rows],
  demonstration: false,
});
const ROWS = [row(1, [200, 20, 160]), row(2, [100, 10, 90]), row(3, [60, 5, null]), row(4, [40, 35, null])];
const grown = (typed: TypedTargets = {}, rows = ROWS) =>
  branchesOf(cascade(rows), { opened: new Map(), open: new Set(['1|poor']), typed });
const change = (key: string, column: string, after: string) => ({ row: key, column, before: '', after });

describe('the tree of a cascade', () => {
  test('shows what the parts are short of their whole', () => {
    const branches = grown();
    expect(branches.map(({ level }) => level)).toEqual([1, 2, 2, 2]);
    expect(sumsOf(branches[0]!, branches)).toEqual({ whole: 40, parts: 10, rest: 30 });
  });

  test('typing a count moves the rate and back, and the sums with it', () => {
    let typed = applyChanges(grown(), {}, [change('3|poor', 'assigned', '12')]);
    let branches = grown(typed);
    expect(branches[2]?.line?.planned.count).toBe(48);
    expect(sumsOf(branches[0]!, branches)?.rest).toBe(18);
    typed = applyChanges(branches, typed, [change('3|poor', 'rate', '2,50')]);
    branches = grown(typed);
    expect(branches[2]?.line?.planned.count).toBe(30);
    expect(sumsOf(branches[0]!, branches)?.rest).toBe(0);
  });

  test('a figure typed back to what is stored is no change', () => {
    const typed = applyChanges(grown(), {}, [change('2|poor', 'assigned', '11')]);
    expect(Object.keys(typed)).toEqual(['2|poor']);
    expect(applyChanges(grown(typed), typed, [change('2|poor', 'assigned', '10')])).toEqual({});
    const fresh = applyChanges(grown(), {}, [change('3|poor', 'assigned', '5')]);
    expect(applyChanges(grown(fresh), fresh, [change('3|poor', 'assigned', '')])).toEqual({});
  });

  test('finds more asked to leave than can, where it is typed', () => {
    const branches = grown(applyChanges(grown(), {}, [change('4|poor', 'assigned', '6')]));
    expect(faultsOf(branches[3]!, branches).map(({ kind }) => kind)).toEqual(['over-capacity']);
  });

  test('splits the rest around what is locked, within what can leave', () => {
    const typed = applyChanges(grown(), {}, [change('2|poor', 'locked', 'x')]);
    const branches = grown(typed);
    const split = splitAmong(branches[0]!, partsOf(branches[0]!, branches), { method: 'stock', typed });
    if (!split.ok) throw new Error(split.problem.code);
    const after = grown(split.value);
    expect(
      after
        .slice(1)
        .map((branch) => (branch.line ? branch.line.opening.count! - branch.line.planned.count! : null)),
    ).toEqual([10, 25, 5]);
    expect(sumsOf(after[0]!, after)?.rest).toBe(0);
  });

  test('leaves what was just typed, and does not touch what comes out as it was', () => {
    const typed = applyChanges(grown(), {}, [change('3|poor', 'assigned', '26')]);
    const branches = grown(typed);
    const split = splitAmong(branches[0]!, partsOf(branches[0]!, branches), { method: 'stock', typed });
    if (!split.ok) throw new Error(split.problem.code);
    expect(Object.keys(split.value).sort()).toEqual(['3|poor', '4|poor']);
    const after = grown(split.value);
    expect(sumsOf(after[0]!, after)?.rest).toBe(0);
    expect(split.value['3|poor']?.line.planned.count).toBe(34);
  });

  test('a figure taken back by undo is split again; who typed over a row learns that it was written meanwhile', () => {
    const proposed = { '3|poor': typedBySystem(grown()[2]!, ROWS[2]!.line ?? ROWS[1]!.line!) };
    const was = String(grown(proposed)[2]!.line!.opening.count! - grown(proposed)[2]!.line!.planned.count!);
    const typed = applyChanges(grown(proposed), proposed, [change('3|poor', 'assigned', '30')]);
    expect(typed['3|poor']?.byHand).toBe(true);
    const undone = applyChanges(grown(typed), typed, [change('3|poor', 'assigned', was)]);
    expect(undone['3|poor']?.byHand).toBe(false);
    const [, , part] = grown(typed);
    expect(wasWrittenMeanwhile(part!)).toBe(false);
    expect(wasWrittenMeanwhile({ ...part!, row: { ...part!.row, version: 1 } })).toBe(true);
  });

  test('that cannot be split says why, and nothing changes', () => {
    const branches = grown({}, [row(1, [200, 20, 20]), ...ROWS.slice(1)]);
    expect(
      splitAmong(branches[0]!, partsOf(branches[0]!, branches), { method: 'stock', typed: {} }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'plan-target.split-over-ceilings' },
    });
  });
});

test('counts and rates are read as people here write them', () => {
  expect(['1.595', '1 595', '', '-3', 'mười'].map(readCount)).toEqual([
    1595,
    1595,
    null,
    undefined,
    undefined,
  ]);
  expect(['1,76', '1.76 %', '', '101', 'x'].map(readRate)).toEqual([176, 176, null, undefined, undefined]);
});
