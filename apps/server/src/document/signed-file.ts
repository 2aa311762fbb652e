import { MOST_SIGNED_MB } from '@benvung/contract/document';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';

export const MOST_SIGNED_BYTES = MOST_SIGNED_MB * 1024 ** 2;

const BEGINNINGS: readonly (readonly [string, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What a signed copy is, by its first bytes and not by its name: PDF (scan or digitally signed), JPEG or PNG. */
export function signedFileType(file: {
  readonly name: string;
  readonly bytes: Buffer;
}): Result<string, Problem<DocumentProblemCode>> {
  const found = BEGINNINGS.find(([, beginning]) => beginning.every((byte, at) => file.bytes[at] === byte));
  if (found === undefined || file.bytes.length > MOST_SIGNED_BYTES)
    return refuse('document.file-unfit', { name: file.name, most: MOST_SIGNED_MB });
  return ok(found[0]);
}
