import type { CounterLine } from '@benvung/domain/review/counters';

export type LedgerProblemKind = 'counter' | 'balance' | 'opening';

export interface LedgerProblem {
  readonly kind: LedgerProblemKind;
  readonly year: number;
  readonly standard: string;
  readonly communeId: number;
  /** 0: the commune's own line. */
  readonly villageId: number;
  /** What is wrong with which values, Vietnamese. */
  readonly detail: string;
}

export const CLASS_WORDS = { POOR: 'hộ nghèo', NEAR_POOR: 'hộ cận nghèo' } as const;
export const UNIT_WORDS = { households: 'số hộ', persons: 'số nhân khẩu' } as const;

export const problemOf = (kind: LedgerProblemKind, line: CounterLine, detail: string): LedgerProblem => ({
  kind,
  year: line.year,
  standard: line.standardId,
  communeId: line.communeId,
  villageId: line.villageId,
  detail,
});
