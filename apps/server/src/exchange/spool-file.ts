import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const BLOCK_LETTERS = 262_144;

/**
 * Text put aside on disk while a file is read, so that a long list is checked whole before any of it is written
 * and memory stays flat. It is given back in the pieces' own order and never cut inside a piece.
 */
export interface SpoolFile {
  append(piece: string): void;
  /** Writes what waits when it is enough; call it between chunks of input. */
  settle(): Promise<void>;
  pieces(): AsyncGenerator<string>;
  /** Lets the file go when nothing of it was asked for. */
  close(): Promise<void>;
}

export async function openSpool(path: string): Promise<SpoolFile> {
  const file: FileHandle = await open(path, 'w');
  const lengths: number[] = [];
  let waiting: string[] = [];
  let letters = 0;
  let isOpen = true;
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  const write = async () => {
    if (waiting.length === 0) return;
    const block = Buffer.from(waiting.join(''));
    waiting = [];
    letters = 0;
    lengths.push(block.length);
    await file.write(block);
  };
  return {
    append: (piece) => {
      waiting.push(piece);
      letters += piece.length;
    },
    settle: async () => {
      if (letters >= BLOCK_LETTERS) await write();
    },
    close,
    pieces: async function* () {
      await write();
      await close();
      yield* blocksOf(path, lengths);
    },
  };
}

async function* blocksOf(path: string, lengths: readonly number[]): AsyncGenerator<string> {
  let kept: Buffer = Buffer.alloc(0);
  let next = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
    kept = kept.length === 0 ? (chunk as Buffer) : Buffer.concat([kept, chunk as Buffer]);
    while (next < lengths.length && kept.length >= (lengths[next] ?? 0)) {
      const length = lengths[next] ?? 0;
      yield kept.subarray(0, length).toString('utf8');
      kept = kept.subarray(length);
      next += 1;
    }
  }
}
