/** Printed codes leave out what is mistaken for something else (0 O, 1 I L). */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** Eight letters from random bytes, `4F7K92QD`; bytes that would favour some letters are skipped. */
export function codeFrom(bytes: Uint8Array): string {
  const limit = 256 - (256 % CODE_LETTERS.length);
  let code = '';
  for (const byte of bytes) {
    if (code.length === CODE_LENGTH) break;
    if (byte < limit) code += CODE_LETTERS.charAt(byte % CODE_LETTERS.length);
  }
  if (code.length < CODE_LENGTH) throw new Error('Too few random bytes for a code.');
  return code;
}

/** `4F7K-92QD`, as it is printed. */
export const printedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** What a person typed, without regard to case, hyphens and spaces; letters that look alike are taken as meant. */
export const typedCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0');

/** A number as typed or printed, `0417/GCN-HN.HCN` or `12/qđ-ubnd`, in the form it is compared in. */
export const typedReference = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLocaleUpperCase('vi')
    .replace(/^\s*SỐ\s*:?/u, '')
    .replace(/\s/gu, '')
    .replace(/^0+(?=\d)/u, '');
