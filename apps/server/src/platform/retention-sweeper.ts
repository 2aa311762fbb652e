import type { DatabaseHandle } from './database/database.ts';

/** Takes away what is older than an instant, or leaves only what no longer tells who it was about. */
export interface RetentionSweeper<Kind extends string = string> {
  readonly kind: Kind;
  /** What it is, Vietnamese first. */
  readonly label: string;
  /** How many are due. */
  count(database: DatabaseHandle, before: string): Promise<number>;
  /** @returns how many were taken away. */
  sweep(database: DatabaseHandle, before: string, at: string): Promise<number>;
}
