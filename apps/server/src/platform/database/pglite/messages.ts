/** What the worker is started with. */
export interface WorkerStart {
  /** A folder of files, or nothing for a database in memory. */
  readonly folder?: string;
  /** A data folder dumped before (uncompressed tar), loaded instead of making a new one. */
  readonly snapshot?: Uint8Array;
  /** False while a new folder is being filled: synced as a whole when it is closed. */
  readonly durable: boolean;
}

export type Ask =
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly (string | null)[] }
  /** Statements without parameters or answers, one after the other; what they wrote reaches the disk at the end. */
  | { readonly kind: 'script'; readonly statements: readonly string[] }
  | { readonly kind: 'copyIn'; readonly sql: string; readonly rows: Uint8Array }
  | { readonly kind: 'copyOut'; readonly sql: string }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' };

export interface Answer {
  readonly rows: Record<string, unknown>[];
  readonly affected: number;
  readonly bytes?: Uint8Array;
}

/** A database error as it crosses threads; the fields are those the `pg` driver's errors have. */
export interface SentError {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Envelope {
  readonly id: number;
  readonly ask: Ask;
}

export type Reply =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly error: SentError };
