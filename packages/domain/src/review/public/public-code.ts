/** Printed codes leave out what is mistaken for something else (0 O, 1 I L, U V). */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A posting's address: typed from a notice board, and far too many to go through. */
export const POSTING_CODE_LENGTH = 8;
/** What opens a citizen's own grievance. */
export const RECEIPT_CODE_LENGTH = 12;

/** So many letters from random bytes; bytes that would favour some letters are skipped. Give twice as many bytes. */
export function publicCodeFrom(bytes: Uint8Array, length: number): string {
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

/** What a person typed, without regard to case, hyphens and blanks; null when it cannot be a code of that length. */
export function typedPublicCode(typed: string, length: number): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–.]/gu, '');
  return code.length === length && [...code].every((letter) => CODE_LETTERS.includes(letter)) ? code : null;
}

/** `H. T. N.` of "Hoàng Thị Nga": enough to hold against a paper, too little to find anyone by. */
export const initialsOf = (fullName: string): string =>
  fullName
    .normalize('NFC')
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0]!.toLocaleUpperCase('vi')}.`)
    .join(' ');

/** A paper's number as it is compared: `0417/GCN-HN.HCN` and `số 417/gcn-hn.hcn` are the same. */
export const paperNumberKey = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLocaleUpperCase('vi')
    .replace(/^\s*SỐ\s*:?/u, '')
    .replace(/\s/gu, '')
    .replace(/^0+(?=\d)/u, '');
