import { CODE_LETTERS } from '../../shared/printed-code.ts';

/** A posting's address: typed from a notice board, and far too many to go through. */
export const POSTING_CODE_LENGTH = 8;
/** What opens a citizen's own grievance. */
export const RECEIPT_CODE_LENGTH = 12;

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
