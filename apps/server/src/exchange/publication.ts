import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { Problem, Result } from '@benvung/domain/shared/result';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { CopiedRecords, OpeningRound, RoundsToOpen } from '../review/review.public.ts';
import type { ImportReport, ListToImport } from './import-report.ts';
import type { ImportGround } from './prepare-import.ts';
import type { Spools, Staged } from './staged.ts';

export type Outcome<Value> = Result<Value, Problem<ProblemCode>>;

export interface PublishOptions {
  readonly actor: AuditActor;
  readonly at: string;
  readonly fileName: string;
  readonly batchId: string;
  readonly demonstration: boolean;
  /** Whether rounds the file calls closed or locked may be closed and locked by this import. */
  readonly mayClose: boolean;
  readonly receipts: ListToImport['receipts'];
  readonly journal: ListToImport['journal'];
  /** What is answered, now and when the same command comes again. */
  readonly report: ImportReport;
  /** How many slices of all were written. */
  readonly progress?: ((done: number, of: number) => Promise<void>) | undefined;
}

/** What was put aside, and the rounds its records are written under. */
export interface Publication {
  readonly ground: ImportGround;
  readonly spools: Spools;
  readonly staged: Staged;
  readonly options: PublishOptions;
  readonly toOpen: readonly RoundsToOpen[];
  readonly openings: readonly OpeningRound[];
  /** By commune; of those opened only now, the ids they will bear. */
  readonly roundIds: ReadonlyMap<number, string>;
  readonly copied: CopiedRecords;
  /** Results written over. */
  overwritten: number;
}
