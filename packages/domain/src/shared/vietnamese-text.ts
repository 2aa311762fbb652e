/**
 * Keys for finding and for ordering Vietnamese text. Both are computed here and stored, because neither
 * database's collations can be relied on; compare sort keys byte by byte (`collate "C"`).
 */

/** Vietnamese alphabet with the four Latin letters it lacks in their usual places. */
const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const LETTER_CODES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg';
const CODE_OF_LETTER = new Map([...ALPHABET].map((letter, at) => [letter, LETTER_CODES.charAt(at)]));

/** Level, huyền, hỏi, ngã, sắc, nặng; then marks of other languages (Ê Đê `ĭ`, `ñ`). */
const TONE_OF_MARK: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
};
const LETTER_MARKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { '\u0306': 'ă', '\u0302': 'â' },
  e: { '\u0302': 'ê' },
  o: { '\u0302': 'ô', '\u031b': 'ơ' },
  u: { '\u031b': 'ư' },
};
/** Bases that Unicode does not decompose, and letters typed for đ by mistake. */
const STROKED: Readonly<Record<string, string>> = { ð: 'đ', ɖ: 'đ', ƀ: 'b', ł: 'l', ı: 'i' };
const APOSTROPHES = /['’‘ʼ`´ʹ]/gu;

/** The parts of a name in one composed form; every text that enters the system passes here. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

const WORDS_KEPT = 20_000;

/** Remembers what each word comes to: names are made of few syllables, and lists hold millions of names. */
function ofEachWord<Value>(read: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = read(word);
    if (known.size >= WORDS_KEPT) known.clear();
    known.set(word, value);
    return value;
  };
}

/**
 * What two writings of one name share: no case, no diacritics, đ as d, tone placement gone (Hoà = Hòa), `y` as
 * `i` where it is the syllable's vowel (Lý = Lí, Mỹ = Mĩ, Quý = Quí, but Thúy ≠ Thúi), apostrophes dropped, any
 * other mark a single space. The key of a beginning is the beginning of the key.
 */
export function searchKey(text: string): string {
  let key = '';
  for (const word of text.split(/\s+/u)) {
    const found = foldedWord(word);
    if (found !== '') key = key === '' ? found : `${key} ${found}`;
  }
  return key;
}

const foldedWord = ofEachWord((word) =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðɖƀłı]/gu, (letter) => (STROKED[letter] ?? letter).replace('đ', 'd'))
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<!(?<!q)u|[aeo])y/gu, 'i')
    .trim(),
);

interface Weights {
  primary: string;
  tones: string;
}

/** A letter with the marks that follow it in the decomposed text. */
function weighLetter(cluster: string): Weights {
  const bare = cluster.charAt(0);
  let letter = STROKED[bare] ?? bare;
  let tone = '0';
  for (const mark of cluster.slice(1)) {
    const marked = LETTER_MARKS[letter]?.[mark];
    if (marked !== undefined) letter = marked;
    else tone = TONE_OF_MARK[mark] ?? '6';
  }
  return { primary: CODE_OF_LETTER.get(letter) ?? `~${letter}`, tones: tone };
}

/** Numbers in a name order by value: Thôn 2 before Thôn 10. */
function weighNumber(digits: string): string {
  const value = digits.replace(/^0+(?=.)/u, '');
  return `${String(Math.min(value.length, 9))}${value}`;
}

const weighWord = ofEachWord((word): Weights => {
  let primary = '';
  let tones = '';
  const folded = word.normalize('NFD').toLowerCase().replace(APOSTROPHES, "'");
  for (const [cluster] of folded.matchAll(/\p{L}\p{M}*|[0-9]+|./gsu)) {
    if (/^\p{L}/u.test(cluster)) {
      const letter = weighLetter(cluster);
      primary += letter.primary;
      tones += letter.tones;
    } else if (/^[0-9]/u.test(cluster)) primary += weighNumber(cluster);
    else primary += '$';
  }
  return { primary, tones };
});

function weigh(words: readonly string[]): Weights {
  let primary = '';
  let tones = '';
  for (const [at, word] of words.entries()) {
    const weights = weighWord(word);
    primary += at === 0 ? weights.primary : `#${weights.primary}`;
    tones += weights.tones;
  }
  return { primary, tones: tones.replace(/0+$/u, '') };
}

/**
 * Byte-comparable key of Vietnamese dictionary order: letters first (a < ă < â, d < đ …), then tones (level <
 * huyền < hỏi < ngã < sắc < nặng) letter by letter; case does not count, all marks weigh alike.
 */
export const sortKey = (text: string): string => keyOfWords(text.trim().split(/\s+/u));

function keyOfWords(words: readonly string[]): string {
  const { primary, tones } = weigh(words);
  return tones === '' ? primary : `${primary}!${tones}`;
}

/** Order of people: by the last word of the full name (the given name), then by what stands before it. */
export function personSortKey(fullName: string): string {
  const words = fullName.trim().split(/\s+/u);
  const given = words.pop() ?? '';
  const key = keyOfWords([given]);
  return words.length === 0 ? key : `${key} ${keyOfWords(words)}`;
}
