import { createHash } from 'node:crypto';
import {
  overlappingTrees,
  type ProgrammeTree,
  programmeTreeFaults,
} from '@benvung/domain/programme/programme-tree';
import { programmeTreeSchema } from '@benvung/regulations/programme-tree.schema';
import type { Db } from '../platform/database/database.ts';
import { readInForm } from '../platform/files/file-faults.ts';
import { putLoadedLaw } from '../review/review.public.ts';
import { readProgrammes } from './read-programmes.ts';

interface ProgrammeFile {
  readonly text: string;
  readonly loadedBy: string;
  readonly loadedAt: string;
}

/**
 * A programme's tree in the form of the package's own files; it stands before what is shipped under its id. Answers the
 * tree, or every fault of the file: then nothing is changed.
 */
export async function loadProgramme(
  db: Db,
  { text, loadedBy, loadedAt }: ProgrammeFile,
): Promise<ProgrammeTree | readonly string[]> {
  const read = readTree(text);
  if (!('id' in read)) return read;
  const faults = [
    ...programmeTreeFaults(read),
    ...overlappingTrees(read, await readProgrammes(db)).map(
      (id) => `${read.id} thi hành cùng lúc với ${id}, sửa from, before (is in force at the same time)`,
    ),
  ];
  if (faults.length > 0) return faults;
  const contentHash = createHash('sha256').update(JSON.stringify(read)).digest('hex');
  await putLoadedLaw(db, {
    kind: 'programme-tree',
    name: read.id,
    content: read,
    contentHash,
    loadedAt,
    loadedBy,
  });
  return read;
}

function readTree(text: string): ProgrammeTree | readonly string[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return [`không phải tệp JSON (not JSON): ${error instanceof Error ? error.message : ''}`];
  }
  const tree = readInForm<ProgrammeTree>(programmeTreeSchema, content);
  return 'data' in tree ? tree.data : tree.faults.map(({ where, vi, en }) => `${where}: ${vi} (${en})`);
}
