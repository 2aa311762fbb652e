import { type FileHandle, open } from 'node:fs/promises';

const BLOCK_BYTES = 262_144;
/** UTF-8 bytes of one UTF-16 unit, at most. */
const MOST_BYTES = 3;

/**
 * Text put aside on disk while a file is read, so that a long list is checked whole before any of it is written
 * and memory stays flat. `cut` ends a slice; slices are given back whole, in any order.
 */
export interface SpoolFile {
  append(piece: string): void;
  cut(): void;
  /** Writes what waits when it is enough; call it between chunks of input. */
  settle(): Promise<void>;
  /** The bytes from one cut to another. */
  slice(from: number, to: number): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openSpool(path: string): Promise<SpoolFile> {
  const file: FileHandle = await open(path, 'w+');
  const cuts: number[] = [0];
  let full: Buffer[] = [];
  let block = Buffer.alloc(0);
  let used = 0;
  let total = 0;
  let isOpen = true;
  const turnBlock = (size: number) => {
    if (used > 0) full.push(block.subarray(0, used));
    block = Buffer.allocUnsafeSlow(size);
    used = 0;
  };
  const settle = async () => {
    const blocks = full;
    full = [];
    for (const each of blocks) await file.appendFile(each);
  };
  return {
    // Written out at once: text that is kept is what the garbage collector would carry about.
    append: (piece) => {
      const most = piece.length * MOST_BYTES;
      if (used + most > block.length) turnBlock(Math.max(BLOCK_BYTES, most));
      const written = block.write(piece, used);
      used += written;
      total += written;
    },
    cut: () => {
      cuts.push(total);
    },
    settle,
    slice: async (from, to) => {
      turnBlock(0);
      await settle();
      const start = cuts[from] ?? total;
      const end = cuts[to] ?? total;
      const bytes = Buffer.alloc(end - start);
      if (bytes.length > 0) await file.read(bytes, 0, bytes.length, start);
      return bytes;
    },
    close: async () => {
      if (isOpen) await file.close();
      isOpen = false;
    },
  };
}
