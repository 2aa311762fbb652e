import { inflateRawSync } from 'node:zlib';
import { PLAN_FILE_LIMITS, PlanFileRefusal } from './file-refusal.ts';

interface Entry {
  readonly packed: number;
  readonly method: number;
  readonly offset: number;
}

export interface ZipParts {
  has(name: string): boolean;
  readonly names: readonly string[];
  /** The text of a part; never more than the limit, whatever the directory says. */
  text(name: string): string;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const damaged = () => new PlanFileRefusal('plan.file-damaged');

/** Reads the directory of a zip file held in memory; parts are unpacked one by one when asked for. */
export function openZipParts(bytes: Buffer): ZipParts {
  const entries = readDirectory(bytes);
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    text: (name) => unpack(bytes, entries.get(name)),
  };
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, Entry> {
  let at = bytes.length - 22;
  const lowest = Math.max(0, at - 65_600);
  while (at >= lowest && bytes.readUInt32LE(at) !== END) at--;
  if (at < lowest) throw damaged();
  const count = bytes.readUInt16LE(at + 10);
  if (count > PLAN_FILE_LIMITS.parts) throw damaged();
  const entries = new Map<string, Entry>();
  let from = bytes.readUInt32LE(at + 16);
  for (let index = 0; index < count; index++) {
    if (from + 46 > bytes.length || bytes.readUInt32LE(from) !== ENTRY) throw damaged();
    if ((bytes.readUInt16LE(from + 8) & ENCRYPTED) !== 0) throw new PlanFileRefusal('plan.file-encrypted');
    const nameLength = bytes.readUInt16LE(from + 28);
    const name = bytes.subarray(from + 46, from + 46 + nameLength).toString('utf8');
    entries.set(name.replaceAll('\\', '/'), {
      method: bytes.readUInt16LE(from + 10),
      packed: bytes.readUInt32LE(from + 20),
      offset: bytes.readUInt32LE(from + 42),
    });
    from += 46 + nameLength + bytes.readUInt16LE(from + 30) + bytes.readUInt16LE(from + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, entry: Entry | undefined): string {
  if (entry === undefined || entry.offset + 30 > bytes.length) throw damaged();
  if (bytes.readUInt32LE(entry.offset) !== LOCAL) throw damaged();
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  const limit = PLAN_FILE_LIMITS.partBytes;
  if (entry.method === 0) return packed.toString('utf8');
  if (entry.method !== 8) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: limit }).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new PlanFileRefusal('plan.file-expands-too-much', { megabytes: limit / 1024 ** 2 });
    throw damaged();
  }
}
