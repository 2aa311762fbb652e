import type { ColumnChoices, SourceRow } from '@benvung/domain/exchange/column-map';
import type { Corrections } from '@benvung/domain/exchange/correct-cells';
import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import type { ReceiptKeeper } from '../platform/http/command-receipt.ts';
import type { MatchDecision } from './match-known.ts';
import type { ImportGround } from './prepare-import.ts';
import type { ReadingChoices } from './read-list-file.ts';
import type { Staged } from './staged.ts';

export interface ListToImport {
  readonly path: string;
  readonly fileName?: string;
  /** The id of the sender's command, when there is one. */
  readonly batchId?: string;
  /** Keeps what the command came to, so that the same list sent twice is written once. */
  readonly receipts?: (db: Db) => ReceiptKeeper | undefined;
  readonly year: number;
  readonly unit: string | number;
  readonly dryRun: boolean;
  /** The classes of the file are those of the year before. */
  readonly openingOnly: boolean;
  /** Areas the person may write in; null for the command line. */
  readonly areas: readonly string[] | null;
  readonly actor: AuditActor;
  readonly mayClose: boolean;
  readonly reading?: ReadingChoices | undefined;
  /** Which column a header means, where a person said so. */
  choices?(header: SourceRow): ColumnChoices;
  readonly corrections?: Corrections | undefined;
  /** What a person said of households that may be known. */
  readonly matches?: readonly MatchDecision[] | undefined;
  /** How many errors, and how many warnings, are kept to be shown; all are counted. */
  readonly issuesKept?: number;
  readonly journal?: PublishJournal | undefined;
}

/** Keeps what undoing an import needs, in the transactions that come to light together. */
export interface PublishJournal {
  /** Keeps the file of a list that was not brought before, in short transactions before all others. */
  keepFile?(database: DatabaseHandle, ground: ImportGround): Promise<void>;
  /** Takes it away again when nothing was written. */
  dropFile?(database: DatabaseHandle): Promise<void>;
  /** Before some known households are written over. */
  beforeKnown(db: Db, ground: ImportGround, householdIds: readonly string[]): Promise<void>;
  /** After it. @returns how many of their results were written. */
  afterKnown(db: Db, ground: ImportGround, householdIds: readonly string[]): Promise<number>;
  /** First and last in the final transaction. */
  before(db: Db, publication: { readonly ground: ImportGround; readonly staged: Staged }): Promise<void>;
  after(db: Db, publication: PublishedFacts): Promise<void>;
}

export interface PublishedFacts {
  readonly ground: ImportGround;
  readonly report: ImportReport;
  readonly at: string;
  /** Rounds opened by the import, and villages it made. */
  readonly rounds: readonly { readonly id: string; readonly communeId: number }[];
  readonly villages: readonly number[];
  /** How many results were written. */
  readonly records: number;
}

export interface ImportReport {
  /** False after a dry run, and when the file was refused. */
  readonly written: boolean;
  readonly dryRun: boolean;
  readonly batchId: string;
  readonly file: string;
  readonly year: number;
  readonly unit: { readonly id: number; readonly code: string | null; readonly name: string };
  readonly rows: number;
  readonly households: number;
  readonly persons: number;
  /** Of the households: known to the registry already, gone since last year. */
  readonly known: number;
  readonly gone: number;
  /** New ones that may be known: proposals for a person to decide. */
  readonly proposals: number;
  readonly populationLines: number;
  readonly rounds: number;
  readonly newVillages: number;
  readonly classDifferences: number;
  readonly errors: number;
  readonly warnings: number;
  /** The first of each kind; the counts above are of all. */
  readonly issues: readonly ExchangeIssue[];
}
