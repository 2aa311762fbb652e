import type { Day } from '../shared/day.ts';

export type AdminLevel = 'nation' | 'province' | 'district' | 'commune' | 'village';
export type AreaType = 'rural' | 'urban';

export const LEVELS = ['nation', 'province', 'district', 'commune', 'village'] as const;
/** 0 for the nation, 4 for a village. */
export const depthOf = (level: AdminLevel): number => LEVELS.indexOf(level);

export const NATION_ID = 1;

/**
 * A unit during one period, `validFrom <= day < validTo`. The id stands for a piece of ground: renaming,
 * another type, code or parent keep it; a merge or a split makes new ids. Codes name other ground at other
 * times, so a code means nothing without its level and a day.
 */
export interface AdminUnit {
  readonly id: number;
  readonly level: AdminLevel;
  /** Of the statistics office; a village and the nation have none. */
  readonly code: string | null;
  /** With its type: "Xã Bằng Mạc". */
  readonly name: string;
  readonly type: UnitType;
  readonly areaType: AreaType | null;
  readonly parentId: number | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly source: string;
}

/** `unknown`: the old unit ended and only a larger unit that holds its ground is known. */
export type SuccessionKind = 'merge' | 'split' | 'rename' | 'retype' | 'recode' | 'unknown';

/** On `day` the ground of one unit went to another; units that keep their id have none. */
export interface Succession {
  readonly day: Day;
  readonly fromId: number;
  readonly toId: number;
  readonly kind: SuccessionKind;
  /** All of the old unit went into the new one. */
  readonly whole: boolean;
  readonly source: string;
}

export type UnitType =
  | 'nuoc'
  | 'tinh'
  | 'thanh-pho'
  | 'quan'
  | 'huyen'
  | 'thi-xa'
  | 'xa'
  | 'phuong'
  | 'thi-tran'
  | 'dac-khu'
  | 'thon'
  | 'to-dan-pho';
