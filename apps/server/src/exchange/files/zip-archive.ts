import { openZipFile, type ZipFaultKind, type ZipFile, zipFaultOf } from '../../platform/files/zip.ts';
import { FILE_LIMITS, type FileLimits, FileRefusal } from './file-refusal.ts';

const CODES = {
  damaged: 'exchange.file-damaged',
  encrypted: 'exchange.file-encrypted',
  'too-large': 'exchange.file-too-large',
  'expands-too-much': 'exchange.file-expands-too-much',
} as const satisfies Record<ZipFaultKind, FileRefusal['code']>;

const refusalOf = (error: unknown): unknown => {
  const kind = zipFaultOf(error);
  return kind === null ? error : new FileRefusal(CODES[kind]);
};

/** A spreadsheet's archive; its faults are refusals of this feature. */
export async function openZip(path: string, limits: FileLimits = FILE_LIMITS): Promise<ZipFile> {
  try {
    const archive = await openZipFile(path, {
      ...limits,
      bytes: limits.xlsxBytes,
      partBytes: limits.unpackedBytes,
    });
    return { ...archive, text: (name) => told(archive.text(name)) };
  } catch (error) {
    throw refusalOf(error);
  }
}

async function* told(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* pieces;
  } catch (error) {
    throw refusalOf(error);
  }
}
