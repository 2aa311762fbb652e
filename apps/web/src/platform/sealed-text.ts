import { gcm } from '@noble/ciphers/aes.js';

/**
 * What is typed and kept in this browser is closed to whoever uses the computer next (AES-256-GCM). The key comes with
 * the session and lives in memory alone: without signing in again nothing kept here can be read. Not WebCrypto: that
 * answers later, when a page that is being closed is gone, and not at all over plain http in an office's own network.
 */
const MARK = 'v1.';
const NONCE_BYTES = 12;

let key: Uint8Array | null = null;

/** @param base64 32 bytes; null when the person has signed out. */
export function setDraftKey(base64: string | null): void {
  key = base64 === null ? null : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export const isSealed = (text: string): boolean => text.startsWith(MARK);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const toBase64 = (bytes: Uint8Array): string => {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
};

/** `name` is bound to the text: kept under another one it does not open. Null while nobody is signed in. */
export function sealText(text: string, name: string): string | null {
  if (key === null) return null;
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const body = gcm(key, nonce, bytesOf(name)).encrypt(bytesOf(text));
  return `${MARK}${toBase64(nonce)}${toBase64(body)}`;
}

/** Null when it was sealed for another person or name, or changed. */
export function openText(sealed: string, name: string): string | null {
  if (key === null || !isSealed(sealed)) return null;
  const NONCE_LETTERS = (NONCE_BYTES / 3) * 4;
  try {
    const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const rest = sealed.slice(MARK.length);
    const opened = gcm(key, bytes(rest.slice(0, NONCE_LETTERS)), bytesOf(name)).decrypt(
      bytes(rest.slice(NONCE_LETTERS)),
    );
    return new TextDecoder().decode(opened);
  } catch {
    return null;
  }
}
