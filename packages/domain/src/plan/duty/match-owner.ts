import { searchKey } from '../../shared/vietnamese-text.ts';
import type { AdminLevel } from '../../territory/admin-unit.ts';

export interface AgencyNames {
  readonly id: string;
  /** Its name and what plans call it for short. */
  readonly names: readonly string[];
}

/** Whose desk a plan's words mean. `unit`: nobody was recognised; it stays at the unit's own desk with the words. */
export type MatchedOwner =
  | { readonly to: 'agency'; readonly id: string }
  | { readonly to: 'below'; readonly level: AdminLevel }
  | { readonly to: 'unit' };

const BELOW: readonly { readonly level: AdminLevel; readonly words: RegExp }[] = [
  { level: 'district', words: /(^| )(cac |tung )?(huyen|thi xa|thanh pho|quan)( |$)/u },
  { level: 'commune', words: /(^| )(cac |tung )?(xa|phuong|thi tran|dac khu)( |$)/u },
  { level: 'village', words: /(^| )(cac )?(thon|to dan pho|khu pho|ban|ap|truong thon)( |$)/u },
];
const OF_UNITS = /^(de nghi )?(ubnd|uy ban nhan dan|chu tich ubnd|cac|truong|thon|ban phat trien)( |$)/u;

/**
 * Who is meant by the owner of a duty as a plan writes it: the longest agency name in the words wins, the first one of
 * several; "UBND các huyện, thị xã" means the units below, when there are any of that level.
 */
export function matchOwner(
  words: string,
  {
    agencies,
    levelsBelow,
  }: { readonly agencies: readonly AgencyNames[]; readonly levelsBelow: readonly AdminLevel[] },
): MatchedOwner {
  const key = searchKey(words);
  const named = namedAgencies(key, agencies);
  const below = OF_UNITS.test(key)
    ? BELOW.find(({ level, words: of }) => levelsBelow.includes(level) && of.test(key))
    : undefined;
  if (below !== undefined && (named[0]?.at ?? 1) > 0) return { to: 'below', level: below.level };
  return named[0] === undefined ? { to: 'unit' } : { to: 'agency', id: named[0].id };
}

interface Named {
  readonly id: string;
  readonly at: number;
}

/** Agencies whose name stands in the words as whole words, in the order of the words; a name inside a longer one is not meant. */
function namedAgencies(key: string, agencies: readonly AgencyNames[]): Named[] {
  const names = agencies
    .flatMap(({ id, names: all }) => all.map((name) => ({ id, name: searchKey(name) })))
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length);
  let left = ` ${key} `;
  const found: Named[] = [];
  for (const { id, name } of names) {
    const at = left.indexOf(` ${name} `);
    if (at < 0) continue;
    left = `${left.slice(0, at + 1)}${'#'.repeat(name.length)}${left.slice(at + 1 + name.length)}`;
    if (!found.some((one) => one.id === id)) found.push({ id, at });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The agencies among a duty's partners, each once, without its owner. */
export function matchPartners(
  partners: readonly string[],
  agencies: readonly AgencyNames[],
  owner: string | null,
): string[] {
  const ids = partners.flatMap((words) => namedAgencies(searchKey(words), agencies).map(({ id }) => id));
  return [...new Set(ids)].filter((id) => id !== owner);
}
