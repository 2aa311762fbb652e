import { searchKey } from '../shared/vietnamese-text.ts';

/** A line of the catalogue of ethnic groups; which codes are uncertain is the catalogue's to say. */
export interface EthnicGroupEntry {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export const KINH = '01';
/** People of foreign nationality are in the catalogue, and no minority of Việt Nam. */
export const FOREIGNER = '55';

export const isMinority = (ethnicity: string): boolean => ethnicity !== KINH && ethnicity !== FOREIGNER;

const fold = (text: string): string => searchKey(text).replaceAll(' ', '');

/** A name with its marks but without what people write differently: case, blanks, hyphens, apostrophes. */
const joined = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\-–.'’‘ʼ]/gu, '');
const WITHOUT_MARKS = /^[\x20-\x7e]*$/u;

/**
 * Finds a group by code, name or another of its names ("Ê đê", "M'Nông"); typed without any marks too, where only
 * one group can be meant. Wrong marks ("Tầy") find nothing: a person decides.
 */
export function ethnicGroupFinder(groups: readonly EthnicGroupEntry[]): (text: string) => string | undefined {
  const exact = new Map<string, string>();
  const folded = new Map<string, string | null>();
  for (const { code, name, aliases } of groups) {
    for (const word of [code, String(Number(code)), name, ...aliases]) {
      exact.set(joined(word), code);
      const other = folded.get(fold(word));
      folded.set(fold(word), other === undefined || other === code ? code : null);
    }
  }
  const seen = new Map<string, string | undefined>();
  return (text) => {
    if (seen.has(text)) return seen.get(text);
    const unmarked = WITHOUT_MARKS.test(text) ? (folded.get(fold(text)) ?? undefined) : undefined;
    const code = exact.get(joined(text)) ?? unmarked;
    if (seen.size < 10_000) seen.set(text, code);
    return code;
  };
}

export function ethnicGroupName(groups: readonly EthnicGroupEntry[]): (code: string) => string {
  const names = new Map(groups.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
