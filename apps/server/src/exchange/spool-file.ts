import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const BLOCK_BYTES = 262_144;
/** UTF-8 bytes of one UTF-16 unit, at most. */
const MOST_BYTES = 3;

/**
 * Text put aside on disk while a file is read, so that a long list is checked whole before any of it is written
 * and memory stays flat. It is given back in the pieces' own order and never cut inside a piece.
 */
export interface SpoolFile {
  append(piece: string): void;
  /** Writes what waits when it is enough; call it between chunks of input. */
  settle(): Promise<void>;
  pieces(): AsyncGenerator<string>;
  /** The same as bytes, for whoever does not look into them. */
  bytes(): AsyncGenerator<Buffer>;
  /** Lets the file go when nothing of it was asked for. */
  close(): Promise<void>;
}

export async function openSpool(path: string): Promise<SpoolFile> {
  const file: FileHandle = await open(path, 'w');
  const lengths: number[] = [];
  let full: Buffer[] = [];
  let block = Buffer.alloc(0);
  let used = 0;
  let isOpen = true;
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  const settle = async () => {
    const blocks = full;
    full = [];
    for (const each of blocks) {
      lengths.push(each.length);
      await file.appendFile(each);
    }
  };
  const turnBlock = (size: number) => {
    if (used > 0) full.push(block.subarray(0, used));
    block = Buffer.allocUnsafeSlow(size);
    used = 0;
  };
  const bytes = async function* () {
    turnBlock(0);
    await settle();
    await close();
    yield* blocksOf(path, lengths);
  };
  return {
    // Written out at once: text that is kept is what the garbage collector would carry about.
    append: (piece) => {
      const most = piece.length * MOST_BYTES;
      if (used + most > block.length) turnBlock(Math.max(BLOCK_BYTES, most));
      used += block.write(piece, used);
    },
    settle,
    close,
    bytes,
    pieces: async function* () {
      for await (const each of bytes()) yield each.toString('utf8');
    },
  };
}

async function* blocksOf(path: string, lengths: readonly number[]): AsyncGenerator<Buffer> {
  let kept: Buffer = Buffer.alloc(0);
  let next = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
    kept = kept.length === 0 ? (chunk as Buffer) : Buffer.concat([kept, chunk as Buffer]);
    while (next < lengths.length && kept.length >= (lengths[next] ?? 0)) {
      const length = lengths[next] ?? 0;
      yield Buffer.from(kept.subarray(0, length));
      kept = kept.subarray(length);
      next += 1;
    }
  }
}
