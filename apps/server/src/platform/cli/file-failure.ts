import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { type CommandFailure, environmentFailure } from './command.ts';

const REASONS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  ENOENT: ['không có tệp hoặc thư mục này', 'no such file or folder'],
  EACCES: ['không được phép', 'permission denied'],
  EPERM: ['không được phép', 'not permitted'],
  EEXIST: ['đã có tệp này, hãy chọn tên khác', 'the file exists, choose another name'],
  EISDIR: ['đó là một thư mục', 'it is a folder'],
  ENOTDIR: ['một phần của đường dẫn không phải thư mục', 'a part of the path is not a folder'],
  EROFS: ['ổ đĩa chỉ cho đọc', 'the disk is read-only'],
  ENOSPC: ['ổ đĩa đã đầy', 'the disk is full'],
};
/** Calls whose errors name no path. */
const NAMELESS_CALLS = ['read', 'write', 'open', 'fsync'];

/** An ordinary mistake with a file as one line that ends a command; undefined for any other error. */
export function fileFailure(error: unknown, file?: string): CommandFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path, syscall = '' } = error as NodeJS.ErrnoException;
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  const named = file ?? path;
  if (reason === undefined || (named === undefined && !NAMELESS_CALLS.includes(syscall))) return undefined;
  const [vi, en] = reason;
  return environmentFailure(
    `Không đọc hoặc ghi được ${named ?? 'tệp'}: ${vi}.`,
    `Cannot read or write it: ${en} (${code})`,
  );
}

/** Ends the command unless the file is there, is not a folder and may be read. */
export async function requireReadableFile(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' });
  } catch (error) {
    throw fileFailure(error, file) ?? error;
  }
}
