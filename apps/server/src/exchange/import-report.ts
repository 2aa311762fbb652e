import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';
import type { ReceiptKeeper } from '../platform/http/command-receipt.ts';

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
