import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFailure } from './cli/command.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals texts with the server's key (AES-256-GCM): what a stolen database or a cookie holds cannot be read or made. */
export interface SecretBox {
  /** `purpose` is bound to the text: sealed for one, it opens for no other. */
  seal(text: string, purpose: string): string;
  /** undefined when it was sealed with another key, for another purpose, or changed. */
  open(sealed: string, purpose: string): string | undefined;
  /** 32 bytes of their own for a purpose: the same as long as the server's key is. */
  derive(purpose: string): Uint8Array;
}

export function secretBox(key: Uint8Array): SecretBox {
  return {
    derive: (purpose) => new Uint8Array(hkdfSync('sha256', key, '', purpose, KEY_BYTES)),
    seal: (text, purpose) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed, purpose) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const start = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([start, decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** A key that ends with this process: for tests, and before a server's own key is known. */
export const passingSecretBox = (): SecretBox => secretBox(randomBytes(KEY_BYTES));

interface KeySource {
  readonly BENVUNG_SECRET_KEY?: string | undefined;
}

/** The server's key: `BENVUNG_SECRET_KEY` (32 bytes, base64), or `secret.key` in the data folder, made when missing. */
export async function readSecretBox(environment: KeySource, dataFolder: string): Promise<SecretBox> {
  const given = environment.BENVUNG_SECRET_KEY;
  if (given) return secretBox(keyOf(given, 'BENVUNG_SECRET_KEY'));
  const file = join(dataFolder, 'secret.key');
  try {
    await makeKeyFile(dataFolder, file);
    return secretBox(keyOf(await readFile(file, 'utf8'), file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw environmentFailure(
      `Không đọc hoặc ghi được khóa của máy chủ ở ${file}. Cho phép ghi thư mục đó (BENVUNG_DATA), hoặc đặt BENVUNG_SECRET_KEY.`,
      `The server's key cannot be kept in ${file}; make the folder writable (BENVUNG_DATA) or set BENVUNG_SECRET_KEY`,
    );
  }
}

/** Whole or not at all, and once: servers that begin together read the same key. */
async function makeKeyFile(dataFolder: string, file: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  if (existsSync(file)) return;
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600 });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
}

function keyOf(text: string, where: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw environmentFailure(
    `${where} phải là 32 byte viết theo base64.`,
    `${where} must be 32 bytes written as base64`,
  );
}
