import type { ExchangeFileProblemCode } from '@benvung/domain/exchange/problems';

/** A file that cannot be read at all, or not safely; thrown by the readers, answered as one clear sentence. */
export class FileRefusal extends Error {
  readonly code: ExchangeFileProblemCode;
  readonly detail: Readonly<Record<string, string | number>>;
  constructor(code: ExchangeFileProblemCode, detail: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'FileRefusal';
    this.code = code;
    this.detail = detail;
  }
}

/** Beyond these a file is refused before it is unpacked or while it is read. */
export const FILE_LIMITS = {
  csvBytes: 4 * 1024 ** 3,
  xlsxBytes: 300 * 1024 ** 2,
  /** All parts of an .xlsx together, unpacked. */
  unpackedBytes: 3 * 1024 ** 3,
  /** How much larger a part may be than what it is packed into; spreadsheets stay under 60. */
  ratio: 250,
  ratioFreeBytes: 20 * 1024 ** 2,
  parts: 2_000,
  columns: 400,
  rows: 5_000_000,
  cellLetters: 40_000,
} as const;
export type FileLimits = { readonly [Limit in keyof typeof FILE_LIMITS]: number };
