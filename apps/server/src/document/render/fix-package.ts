import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** ZIP knows no time before 1980; every part bears this one. */
const PART_TIME = new Date(2000, 0, 1);

/**
 * An office file packed anew so that only its content decides its bytes: the given time in its properties, parts in
 * the order of their names, no time of the machine. `changes` rewrites parts by their names on the way. ISO 8601.
 */
export function fixPackage(
  bytes: Uint8Array,
  createdAt: string,
  changes: Readonly<Record<string, (text: string) => string>> = {},
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    const part = parts[name];
    if (part !== undefined) parts[name] = strToU8(change(strFromU8(part)));
  }
  const core = parts['docProps/core.xml'];
  if (core !== undefined)
    parts['docProps/core.xml'] = strToU8(
      strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${createdAt.slice(0, 19)}Z`),
    );
  const names = Object.keys(parts).sort((a, b) =>
    a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1,
  );
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] as Uint8Array])), {
    mtime: PART_TIME,
    level: 6,
  });
}
