import type { Readable } from 'node:stream';
import { z } from 'zod';

/**
 * A file to download. A stream is read after the transaction has ended, so it must not read the database:
 * collect the bytes, or write a temporary file and stream that.
 */
export interface FileReply {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array | Readable;
  /** Opened by the browser itself instead of being saved. */
  readonly inline?: boolean;
}

/** `response: fileResponse` says that a route answers with a file. */
export const fileResponse = z.custom<FileReply>();

/** `response: redirectResponse` says that a route sends the browser to another address. */
export const redirectResponse = z.custom<{ readonly location: string }>();

/** `body: uploadedFile` says that a route takes the bytes of one file; send them as application/octet-stream. */
export const uploadedFile = z.custom<Buffer>((value) => Buffer.isBuffer(value));

/** RFC 6266: a plain name for old clients, the true one for the others. */
export function contentDisposition(name: string, inline = false): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w. -]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
