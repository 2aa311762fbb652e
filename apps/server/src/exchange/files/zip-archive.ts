import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { FILE_LIMITS, type FileLimits, FileRefusal } from './file-refusal.ts';

interface ZipPart {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly offset: number;
}

export interface ZipArchive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The text of a part, piece by piece; never more bytes than its entry declares. */
  text(name: string): AsyncIterable<string>;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const ENCRYPTED_FLAG = 1;

/**
 * Reads the directory of a zip file and refuses it, before anything is unpacked, when it is encrypted, damaged
 * or would swell beyond the limits; a lying directory is caught while unpacking.
 */
export async function openZip(path: string, limits: FileLimits = FILE_LIMITS): Promise<ZipArchive> {
  const file = await open(path, 'r');
  try {
    const parts = await readDirectory(file, limits);
    return {
      names: [...parts.keys()],
      has: (name) => parts.has(name),
      text: (name) => unpack(path, parts.get(name)),
    };
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle, limits: FileLimits): Promise<Map<string, ZipPart>> {
  const { size } = await file.stat();
  if (size > limits.xlsxBytes) throw new FileRefusal('exchange.file-too-large');
  const tail = Buffer.alloc(Math.min(size, 66_000));
  await file.read(tail, 0, tail.length, size - tail.length);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
  if (at < 0) throw new FileRefusal('exchange.file-damaged');
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (count > limits.parts || start + length > size) throw new FileRefusal('exchange.file-damaged');
  const directory = Buffer.alloc(length);
  await file.read(directory, 0, length, start);
  const parts = new Map<string, ZipPart>();
  let total = 0;
  let from = 0;
  for (let index = 0; index < count; index += 1) {
    if (from + 46 > length || directory.readUInt32LE(from) !== ENTRY)
      throw new FileRefusal('exchange.file-damaged');
    const { part, encrypted, next } = readEntry(directory, from);
    if (encrypted) throw new FileRefusal('exchange.file-encrypted');
    total += part.unpacked;
    const swells = part.unpacked > limits.ratioFreeBytes && part.unpacked > part.packed * limits.ratio;
    if (swells || total > limits.unpackedBytes) throw new FileRefusal('exchange.file-expands-too-much');
    parts.set(part.name, part);
    from = next;
  }
  return parts;
}

function readEntry(directory: Buffer, at: number) {
  const nameLength = directory.readUInt16LE(at + 28);
  const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  const part: ZipPart = {
    name: directory
      .subarray(at + 46, at + 46 + nameLength)
      .toString('utf8')
      .replaceAll('\\', '/'),
    method: directory.readUInt16LE(at + 10),
    packed: directory.readUInt32LE(at + 20),
    unpacked: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  };
  return { part, encrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0, next };
}

async function* unpack(path: string, part: ZipPart | undefined): AsyncGenerator<string> {
  if (part === undefined) throw new FileRefusal('exchange.file-damaged');
  if (part.method !== 0 && part.method !== 8) throw new FileRefusal('exchange.file-damaged');
  const start = await dataStart(path, part);
  // A damaged directory may call a part empty that is not: there is nothing to read then.
  if (part.packed === 0) return;
  const packed = createReadStream(path, { start, end: start + part.packed - 1 });
  let unpacked = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      if (unpacked > part.unpacked) done(new FileRefusal('exchange.file-expands-too-much'));
      else done(null, chunk);
    },
  });
  const stream = part.method === 8 ? packed.pipe(createInflateRaw()) : packed;
  for (const each of [packed, stream])
    each.on('error', () => guard.destroy(new FileRefusal('exchange.file-damaged')));
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream.pipe(guard)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** The local header repeats the name and may carry other extra fields than the directory. */
async function dataStart(path: string, { offset }: ZipPart): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(30), 0, 30, offset);
    if (bytesRead < 30 || buffer.readUInt32LE(0) !== 0x04034b50)
      throw new FileRefusal('exchange.file-damaged');
    return offset + 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  } finally {
    await file.close();
  }
}
