import { open } from 'node:fs/promises';
import { FileRefusal } from './file-refusal.ts';

export type FileKind = 'xlsx' | 'csv';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** An encrypted workbook is a compound file with this stream; an old .xls is one without. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const SNIFFED_BYTES = 65_536;

/** Tells a file by what it begins with, never by its name. @throws FileRefusal for what is never read. */
export async function sniffFile(path: string): Promise<FileKind> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) throw new FileRefusal('exchange.file-empty');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.subarray(0, 4).equals(ZIP)) return 'xlsx';
    if (start.subarray(0, 8).equals(COMPOUND)) {
      const tail = Buffer.alloc(Math.min(size, 1_048_576));
      await file.read(tail, 0, tail.length, Math.max(0, size - tail.length));
      const encrypted = start.includes(ENCRYPTED) || tail.includes(ENCRYPTED);
      throw new FileRefusal(encrypted ? 'exchange.file-encrypted' : 'exchange.file-old-excel');
    }
    if (isUtf16(start)) return 'csv';
    if (start.includes(0) || start.subarray(0, 5).toString('latin1') === '%PDF-')
      throw new FileRefusal('exchange.file-type-unknown');
    return 'csv';
  } finally {
    await file.close();
  }
}

const isUtf16 = (start: Buffer): boolean =>
  start[0] === 0xff ? start[1] === 0xfe : start[0] === 0xfe && start[1] === 0xff;
