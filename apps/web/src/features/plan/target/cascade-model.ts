import type { TargetCascade, TargetIndicatorView, TargetRow } from '@benvung/contract/plan-target';
import {
  checkAgainstParent,
  checkLine,
  checkParts,
  FAULT_SEVERITY,
  type TargetFault,
} from '@benvung/domain/plan/target/check-cascade';
import { startLine } from '@benvung/domain/plan/target/start-line';
import {
  assignedOf,
  plannedRate,
  type TargetLine,
  withAssigned,
  withPlannedBase,
  withPlannedCount,
  withPlannedRate,
} from '@benvung/domain/plan/target/target';
import type { CellChange } from '../../../ui/edit-grid/edit-grid-model.ts';

/** What was typed over a target and is not saved yet. */
export interface Typed {
  readonly line: TargetLine;
  readonly locked: boolean;
  /** By a person, not by a split: the next split leaves it. */
  readonly byHand: boolean;
  /** The line before a person changed it: gone back to, it is by hand no more. */
  readonly untouched?: TargetLine;
  /** Of the row it was typed over: another one now means that somebody wrote meanwhile. */
  readonly version?: number;
}
/** By `keyOf`. */
export type TypedTargets = Readonly<Record<string, Typed>>;

export const keyOf = ({ unit, indicator }: Pick<TargetRow, 'unit' | 'indicator'>): string =>
  `${unit.id}|${indicator}`;

/** A row of the tree as it stands on the screen. */
export interface Branch {
  readonly key: string;
  readonly row: TargetRow;
  readonly indicator: TargetIndicatorView;
  readonly level: number;
  /** Null: nothing below. */
  readonly open: boolean | null;
  readonly parent: Branch | null;
  readonly typed: Typed | undefined;
  /** What is told, typed or stored; null: nothing. */
  readonly line: TargetLine | null;
  readonly locked: boolean;
}

export interface TreeGround {
  /** Cascades of the units that were opened, by unit. */
  readonly opened: ReadonlyMap<number, TargetCascade>;
  /** Keys of rows that are open. */
  readonly open: ReadonlySet<string>;
  readonly typed: TypedTargets;
}

/** The rows in their order: an indicator's own row, the units below it, and what was opened below those. */
export function branchesOf(root: TargetCascade, ground: TreeGround): Branch[] {
  return root.shown.flatMap((code) => {
    const indicator = root.indicators.find((one) => one.code === code);
    const own = root.rows.find((row) => row.unit.id === root.unit.id && row.indicator === code);
    return indicator === undefined || own === undefined
      ? []
      : grow({ cascade: root, row: own, indicator, level: 1, parent: null }, ground);
  });
}

interface Seed {
  readonly cascade: TargetCascade;
  readonly row: TargetRow;
  readonly indicator: TargetIndicatorView;
  readonly level: number;
  readonly parent: Branch | null;
}

function grow({ cascade, row, indicator, level, parent }: Seed, ground: TreeGround): Branch[] {
  const key = keyOf(row);
  const typed = ground.typed[key];
  const open = row.hasChildren ? ground.open.has(key) : null;
  const branch: Branch = {
    key,
    row,
    indicator,
    level,
    open,
    parent,
    typed,
    line: typed?.line ?? row.line,
    locked: typed?.locked ?? row.locked,
  };
  const below = level === 1 ? cascade : ground.opened.get(row.unit.id);
  if (open !== true || below === undefined) return [branch];
  const children = below.rows.filter((one) => one.unit.id !== row.unit.id && one.indicator === row.indicator);
  return [
    branch,
    ...children.flatMap((child) =>
      grow({ cascade: below, row: child, indicator, level: level + 1, parent: branch }, ground),
    ),
  ];
}

/** The units just below a branch, where it is open: none are known of a closed one. */
export const partsOf = (branch: Branch, branches: readonly Branch[]): Branch[] =>
  branch.open === true ? branches.filter(({ parent }) => parent?.key === branch.key) : [];

/** Whether the reader may type here: who hands the target down, while it is not fixed. */
export const mayType = ({ row }: Branch): boolean => row.side === 'giver' && row.state !== 'fixed';

/** Held when the rest is split: locked, fixed, or just typed. */
export const isHeld = (branch: Branch): boolean =>
  branch.locked || !mayType(branch) || branch.typed?.byHand === true;

/** Somebody else wrote this target after the reader began to type over it. */
export const wasWrittenMeanwhile = ({ typed, row }: Pick<Branch, 'typed' | 'row'>): boolean =>
  typed?.version !== undefined && typed.version !== row.version;

export const assignedNow = ({ indicator, line }: Branch): number | null =>
  line === null ? null : assignedOf(indicator.kind, line);

export interface Sums {
  readonly whole: number;
  readonly parts: number;
  /** What the parts are short of the whole; below nought when they have too much. */
  readonly rest: number;
}

/** Null while the whole tells no count, or nothing stands below. */
export function sumsOf(branch: Branch, branches: readonly Branch[]): Sums | null {
  const whole = assignedNow(branch);
  const parts = partsOf(branch, branches);
  if (whole === null || parts.length === 0) return null;
  if (branch.indicator.kind === 'coverage' && parts.every((part) => assignedNow(part) === null)) return null;
  const sum = parts.reduce((all, part) => all + (assignedNow(part) ?? 0), 0);
  return { whole, parts: sum, rest: whole - sum };
}

/** Households that can leave; null where that does not matter. */
export function capacityOf({ row, line }: Branch): number | null {
  const { noLabour, opening } = row.facts;
  if (noLabour === null) return null;
  return Math.max(0, (line?.opening.count ?? opening ?? 0) - noLabour);
}

/** What does not fit at this branch, the worst first. */
export function faultsOf(branch: Branch, branches: readonly Branch[]): TargetFault[] {
  const { line, indicator, row, parent } = branch;
  if (line === null) return [];
  const parts = partsOf(branch, branches).flatMap((part) => (part.line === null ? [] : [part.line]));
  const faults = [
    ...checkLine(line, {
      kind: indicator.kind,
      capacity: capacityOf(branch),
      counted: indicator.kind === 'stock' ? row.facts.opening : null,
    }),
    ...(parent?.line ? checkAgainstParent(indicator.kind, parent.line, line) : []),
    ...checkParts(indicator.kind, line, parts).filter(
      (fault) => indicator.kind !== 'coverage' || fault.kind !== 'sum' || fault.parts < fault.whole,
    ),
  ];
  const rank = ({ kind }: TargetFault) => (FAULT_SEVERITY[kind] === 'error' ? 0 : 1);
  return faults.sort((a, b) => rank(a) - rank(b));
}

export const EDITED = ['opening', 'assigned', 'locked', 'planned', 'base', 'rate'] as const;
export type EditedColumn = (typeof EDITED)[number];

/** A count as typed or pasted: "1.595", "1 595"; null for a blank; undefined for what is none. */
export function readCount(typed: string): number | null | undefined {
  const plain = typed.replace(/[\s.\u00a0]/gu, '');
  if (plain === '') return null;
  return /^\d{1,15}$/u.test(plain) ? Number(plain) : undefined;
}

/** A rate in hundredths of a percent: "1,76", "1.76 %"; undefined for what is none. */
export function readRate(typed: string): number | null | undefined {
  const plain = typed.replace(/[\s%\u00a0]/gu, '').replace(',', '.');
  if (plain === '') return null;
  return /^\d{1,3}(\.\d{1,4})?$/u.test(plain) && Number(plain) <= 100
    ? Math.round(Number(plain) * 100)
    : undefined;
}

/** Writes changes of cells into what is typed; a row that is again as stored is not typed any more. */
export function applyChanges(
  branches: readonly Branch[],
  typed: TypedTargets,
  changes: readonly CellChange[],
): TypedTargets {
  const next: Record<string, Typed> = { ...typed };
  for (const { row: key, column, after } of changes) {
    const branch = branches.find((one) => one.key === key);
    if (branch === undefined) continue;
    const before = next[key] ?? typedBySystem(branch, lineToType(branch));
    const cell = changeOf(branch, before, { column: column as EditedColumn, after });
    if (cell === undefined) continue;
    const untouched = before.untouched ?? before.line;
    const changed: Typed = { ...before, ...cell, byHand: !sameLine(cell.line, untouched), untouched };
    if (isStored(branch, changed)) delete next[key];
    else next[key] = changed;
  }
  return next;
}

/** A figure proposed, not typed: the next split may change it. */
export const typedBySystem = (branch: Branch, line: TargetLine): Typed => ({
  line,
  locked: branch.locked,
  byHand: false,
  version: branch.typed?.version ?? branch.row.version,
});

export const lineToType = ({ row, indicator, line }: Branch): TargetLine =>
  line ?? startLine(row.facts, indicator.kind);

function changeOf(
  { indicator: { kind } }: Branch,
  before: Typed,
  { column, after }: { column: EditedColumn; after: string },
): Pick<Typed, 'line' | 'locked'> | undefined {
  const { line, locked } = before;
  if (column === 'locked') return { line, locked: after !== '' };
  if (column === 'rate') {
    const rate = readRate(after);
    if (rate === undefined) return undefined;
    return {
      locked,
      line: rate === null ? withPlannedCount(line, null) : withPlannedRate(line, rate),
    };
  }
  const count = readCount(after);
  if (count === undefined) return undefined;
  switch (column) {
    case 'assigned':
      return { locked, line: withAssigned(kind, line, count) };
    case 'planned':
      return { locked, line: withPlannedCount(line, count) };
    case 'base':
      return { locked, line: withPlannedBase(line, count) };
    case 'opening': {
      const assigned = assignedOf(kind, line);
      const opened = { ...line, opening: { ...line.opening, count, rate: null } };
      return {
        locked,
        line: kind === 'stock' && count !== null ? withAssigned(kind, opened, assigned) : opened,
      };
    }
  }
}

const isStored = ({ row, indicator }: Branch, { line, locked }: Typed): boolean => {
  const stored = row.line ?? startLine(row.facts, indicator.kind);
  const blank = row.line === null && line.planned.count === null && line.planned.rate === null;
  return locked === row.locked && (blank || (row.line !== null && sameLine(line, stored)));
};

const sameLine = (a: TargetLine, b: TargetLine): boolean =>
  a.comparison === b.comparison &&
  (['opening', 'planned'] as const).every((at) =>
    (['count', 'base', 'rate'] as const).every((of) => a[at][of] === b[at][of]),
  );

/** The same rate as the whole for every unit that is not held. */
export function withRateOfWhole(whole: Branch, parts: readonly Branch[], typed: TypedTargets): TypedTargets {
  const rate = whole.line === null ? null : plannedRate(whole.line);
  if (rate === null) return typed;
  const next: Record<string, Typed> = { ...typed };
  for (const part of parts)
    if (!isHeld(part) && (part.line === null || plannedRate(part.line) !== rate))
      next[part.key] = typedBySystem(part, withPlannedRate(lineToType(part), rate));
  return next;
}
