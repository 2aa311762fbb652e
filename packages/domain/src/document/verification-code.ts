/** Letters of a paper's code. */
export const VERIFICATION_CODE_LENGTH = 8;

/** What a person typed, without regard to case, hyphens and spaces; letters that look alike are taken as meant. */
export const typedCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0');
