/** Printed codes leave out what is mistaken for something else (0 O, 1 I L, U V). */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many letters from random bytes; bytes that would favour some letters are skipped. Give twice as many bytes. */
export function codeFrom(bytes: Uint8Array, length: number): string {
  const limit = 256 - (256 % CODE_LETTERS.length);
  let code = '';
  for (const byte of bytes) {
    if (code.length === length) break;
    if (byte < limit) code += CODE_LETTERS.charAt(byte % CODE_LETTERS.length);
  }
  if (code.length < length) throw new Error('Too few random bytes for a code.');
  return code;
}

/** `K7Q2-9M4X`: groups of four, as it is printed and read aloud. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/gu, '$1-');

/** A paper's number as it is compared: `0417/GCN-HN.HCN` and `số 417/gcn-hn.hcn` are the same. */
export const paperNumberKey = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLocaleUpperCase('vi')
    .replace(/^\s*SỐ\s*:?/u, '')
    .replace(/\s/gu, '')
    .replace(/^0+(?=\d)/u, '');
