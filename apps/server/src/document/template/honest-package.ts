import { zipSync } from 'fflate';
import { openZipBytes } from '../../platform/files/zip.ts';

const MEGABYTE = 1024 ** 2;
/** A Word template is far below all of these. */
const LIMITS = {
  bytes: 5 * MEGABYTE,
  parts: 2_000,
  partBytes: 30 * MEGABYTE,
  unpackedBytes: 60 * MEGABYTE,
  ratio: Number.POSITIVE_INFINITY,
  ratioFreeBytes: 60 * MEGABYTE,
};
export const MOST_TEMPLATE_BYTES = LIMITS.bytes;

export interface HonestPackage {
  readonly names: readonly string[];
  text(name: string): string;
  /** The same parts packed anew: what a library unpacks of it is what was measured here. */
  readonly bytes: Buffer;
}

/**
 * A Word package whose every part was really unpacked within the limits, whatever its directory says.
 * @throws ZipFault
 */
export function honestPackage(archive: Buffer): HonestPackage {
  const zip = openZipBytes(archive, LIMITS);
  const parts = Object.fromEntries(
    zip.names.filter((name) => !name.endsWith('/')).map((name) => [name, zip.bytes(name)]),
  );
  return {
    names: zip.names,
    text: (name) => parts[name]?.toString('utf8') ?? '',
    bytes: Buffer.from(zipSync(parts, { level: 1 })),
  };
}
