import { createHash } from 'node:crypto';
import { canonicalJson } from '../platform/audit/audit-entry.ts';

/** SHA-256 of kind, data and frame: what a document was made of. */
export const dataHash = (kind: string, data: unknown, frame: unknown): string =>
  createHash('sha256')
    .update(canonicalJson([kind, data, frame]))
    .digest('hex');
