import { createHash } from 'node:crypto';

/** JSON with its names in order and nothing undefined: the same data give the same text, whoever stored them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of kind, data and frame: what a document was made of. */
export const dataHash = (kind: string, data: unknown, frame: unknown): string =>
  createHash('sha256')
    .update(canonicalJson([kind, data, frame]))
    .digest('hex');
