import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

/** Why an archive is not read: features say it in their own words. */
export type ZipFaultKind = 'damaged' | 'encrypted' | 'too-large' | 'expands-too-much';

class ZipFault extends Error {
  readonly kind: ZipFaultKind;
  constructor(kind: ZipFaultKind) {
    super(kind);
    this.name = 'ZipFault';
    this.kind = kind;
  }
}

/** Which fault an error is; null when it is none of these. */
export const zipFaultOf = (error: unknown): ZipFaultKind | null =>
  error instanceof ZipFault ? error.kind : null;

export interface ZipLimits {
  /** The archive itself. */
  readonly bytes: number;
  readonly parts: number;
  /** One part, unpacked, and all parts together: as they really are, not as the directory says. */
  readonly partBytes: number;
  readonly unpackedBytes: number;
  /** How much larger a part may be than what it is packed into, beyond `ratioFreeBytes`. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
}

interface Entry {
  readonly name: string;
  readonly packed: number;
  /** As the directory says: a lie is caught while unpacking. */
  readonly unpacked: number;
  readonly method: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** The end record with the longest comment. */
const MOST_TAIL = 66_000;

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly length: number;
}

function findDirectory(tail: Buffer, size: number, limits: ZipLimits): Directory {
  if (size > limits.bytes) throw new ZipFault('too-large');
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
  if (at < 0) throw new ZipFault('damaged');
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (count > limits.parts || start + length > size) throw new ZipFault('damaged');
  return { count, start, length };
}

function readEntries(directory: Buffer, count: number, limits: ZipLimits): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let total = 0;
  let from = 0;
  for (let index = 0; index < count; index += 1) {
    if (from + 46 > directory.length || directory.readUInt32LE(from) !== ENTRY) throw new ZipFault('damaged');
    if ((directory.readUInt16LE(from + 8) & ENCRYPTED) !== 0) throw new ZipFault('encrypted');
    const nameLength = directory.readUInt16LE(from + 28);
    const name = directory
      .subarray(from + 46, from + 46 + nameLength)
      .toString('utf8')
      .replaceAll('\\', '/');
    const entry = {
      name,
      method: directory.readUInt16LE(from + 10),
      packed: directory.readUInt32LE(from + 20),
      unpacked: directory.readUInt32LE(from + 24),
      offset: directory.readUInt32LE(from + 42),
    };
    total += entry.unpacked;
    if (swells(entry, limits) || total > limits.unpackedBytes) throw new ZipFault('expands-too-much');
    entries.set(name, entry);
    from += 46 + nameLength + directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32);
  }
  return entries;
}

const swells = ({ packed, unpacked }: Entry, { ratio, ratioFreeBytes, partBytes }: ZipLimits): boolean =>
  unpacked > partBytes || (unpacked > ratioFreeBytes && unpacked > packed * ratio);

/** Where a part's bytes begin: its local header may carry other extra fields than the directory. */
function dataStart(header: Buffer, { offset }: Entry): number {
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new ZipFault('damaged');
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

export interface ZipBytes {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** A part, never more than the limits allow, whatever the directory says of it. */
  bytes(name: string): Buffer;
  text(name: string): string;
}

/** An archive held in memory; its parts are unpacked one by one when asked for. */
export function openZipBytes(archive: Buffer, limits: ZipLimits): ZipBytes {
  const tail = archive.subarray(Math.max(0, archive.length - MOST_TAIL));
  const { count, start, length } = findDirectory(tail, archive.length, limits);
  const entries = readEntries(archive.subarray(start, start + length), count, limits);
  let left = limits.unpackedBytes;
  const bytes = (name: string): Buffer => {
    const entry = entries.get(name);
    if (entry === undefined) throw new ZipFault('damaged');
    const unpacked = unpackBytes(archive, entry, Math.min(limits.partBytes, left));
    left -= unpacked.length;
    return unpacked;
  };
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes,
    text: (name) => bytes(name).toString('utf8'),
  };
}

function unpackBytes(archive: Buffer, entry: Entry, most: number): Buffer {
  const from = dataStart(archive.subarray(entry.offset, entry.offset + 30), entry);
  const packed = archive.subarray(from, from + entry.packed);
  if (packed.length < entry.packed) throw new ZipFault('damaged');
  if (entry.method === STORED) {
    if (packed.length > most) throw new ZipFault('expands-too-much');
    return packed;
  }
  if (entry.method !== DEFLATED) throw new ZipFault('damaged');
  if (most <= 0) throw new ZipFault('expands-too-much');
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const over = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipFault(over ? 'expands-too-much' : 'damaged');
  }
}

export interface ZipFile {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The text of a part, piece by piece; never more bytes than its entry declares. */
  text(name: string): AsyncIterable<string>;
}

/**
 * Reads the directory of an archive on the disk and refuses it, before anything is unpacked, when it is encrypted, damaged
 * or would swell beyond the limits; a lying directory is caught while unpacking.
 */
export async function openZipFile(path: string, limits: ZipLimits): Promise<ZipFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - MOST_TAIL), Math.min(size, MOST_TAIL));
    const { count, start, length } = findDirectory(tail, size, limits);
    const entries = readEntries(await readAt(file, start, length), count, limits);
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(name),
      text: (name) => unpackFile(path, entries.get(name)),
    };
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function* unpackFile(path: string, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined || (entry.method !== STORED && entry.method !== DEFLATED))
    throw new ZipFault('damaged');
  const start = await startInFile(path, entry);
  // A damaged directory may call a part empty that is not: there is nothing to read then.
  if (entry.packed === 0) return;
  const packed = createReadStream(path, { start, end: start + entry.packed - 1 });
  let unpacked = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      if (unpacked > entry.unpacked) done(new ZipFault('expands-too-much'));
      else done(null, chunk);
    },
  });
  const stream = entry.method === DEFLATED ? packed.pipe(createInflateRaw()) : packed;
  for (const each of [packed, stream]) each.on('error', () => guard.destroy(new ZipFault('damaged')));
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream.pipe(guard)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

async function startInFile(path: string, entry: Entry): Promise<number> {
  const file = await open(path, 'r');
  try {
    return dataStart(await readAt(file, entry.offset, 30), entry);
  } finally {
    await file.close();
  }
}
