import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Db } from '../../platform/database/database.ts';
import { readBatchFile } from './batch-file.store.ts';

/** Works with the file of a batch on this machine's disk, and takes it away again. */
export async function withBatchFile<Value>(
  db: Db,
  batchId: string,
  work: (path: string, folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'benvung-batch-'));
  try {
    const path = join(folder, 'list');
    await pipeline(Readable.from(readBatchFile(db, batchId)), createWriteStream(path));
    return await work(path, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
