/** Vietnamese number words, read tolerantly and written in the standard way (linh, nghìn, bốn, tỷ). */

const DIGIT_OF_WORD: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SCALE_OF_WORD: Readonly<Record<string, bigint>> = {
  nghìn: 1000n,
  ngàn: 1000n,
  triệu: 1_000_000n,
  tỷ: 1_000_000_000n,
  tỉ: 1_000_000_000n,
};
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const FILLERS = new Set(['linh', 'lẻ']);

export const isNumberWord = (word: string): boolean =>
  word in DIGIT_OF_WORD ||
  word in SCALE_OF_WORD ||
  FILLERS.has(word) ||
  ['mười', 'mươi', 'trăm', 'rưỡi', 'rưởi'].includes(word);

/** Below one hundred; "ba ba" and "hai lăm" leave the word mươi out, as people speak. */
function readTens(words: readonly string[]): number | undefined {
  if (words.length === 0) return 0;
  const [first = '', second, third] = words;
  if (FILLERS.has(first)) return words.length === 2 ? DIGIT_OF_WORD[second ?? ''] : undefined;
  if (first === 'mười') {
    if (words.length === 1) return 10;
    const unit = DIGIT_OF_WORD[second ?? ''];
    return words.length === 2 && unit !== undefined ? 10 + unit : undefined;
  }
  const tens = DIGIT_OF_WORD[first];
  if (tens === undefined) return undefined;
  if (words.length === 1) return tens;
  if (second === 'mươi') {
    if (words.length === 2) return tens * 10;
    const unit = DIGIT_OF_WORD[third ?? ''];
    return words.length === 3 && unit !== undefined ? tens * 10 + unit : undefined;
  }
  const unit = DIGIT_OF_WORD[second ?? ''];
  return words.length === 2 && unit !== undefined ? tens * 10 + unit : undefined;
}

function readHundreds(words: readonly string[]): number | undefined {
  const at = words.indexOf('trăm');
  if (at < 0) return readTens(words);
  const hundreds = at === 0 ? 1 : DIGIT_OF_WORD[words[0] ?? ''];
  if (at > 1 || hundreds === undefined) return undefined;
  const rest = words.slice(at + 1);
  if (rest.length === 1 && /^rư[ỡở]i$/u.test(rest[0]!)) return hundreds * 100 + 50;
  const tens = readTens(rest);
  return tens === undefined ? undefined : hundreds * 100 + tens;
}

/** Below one tỷ: groups of "… triệu … nghìn …", the scales falling. */
function readBelowBillion(words: readonly string[]): bigint | undefined {
  let total = 0n;
  let group: string[] = [];
  let last = 1_000_000_000n;
  for (const word of words) {
    const scale = SCALE_OF_WORD[word];
    if (scale === undefined) {
      group.push(word);
      continue;
    }
    const value = group.length === 0 ? undefined : readHundreds(group);
    if (value === undefined || scale >= last) return undefined;
    total += BigInt(value) * scale;
    last = scale;
    group = [];
  }
  if (group.length === 0) return total;
  if (group.length === 1 && /^rư[ỡở]i$/u.test(group[0]!)) return total + last / 2n;
  const value = readHundreds(group);
  return value === undefined || last === 1n ? undefined : total + BigInt(value);
}

/** The number that words say ("bốn trăm ba mươi ba triệu" → 433000000n); undefined when they say none. */
export function readNumberWords(text: string): bigint | undefined {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,.-]+/u)
    .filter(Boolean);
  if (words.length === 0 || !words.every(isNumberWord)) return undefined;
  const at = words.findLastIndex((word) => word === 'tỷ' || word === 'tỉ');
  if (at < 0) return readBelowBillion(words);
  const above = at === 0 ? 1n : readNumberWords(words.slice(0, at).join(' '));
  const rest = words.slice(at + 1);
  const below = /^rư[ỡở]i$/u.test(rest.join(' ')) ? 500_000_000n : readBelowBillion(rest);
  return above === undefined || below === undefined ? undefined : above * 1_000_000_000n + below;
}

function writeGroup(value: number, full: boolean): string {
  const [hundreds, tens, unit] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(DIGITS[hundreds]!, 'trăm');
  if (tens === 0 && unit > 0 && words.length > 0) words.push('linh', DIGITS[unit]!);
  else if (tens === 0 && unit > 0) words.push(DIGITS[unit]!);
  else if (tens > 0) {
    words.push(...(tens === 1 ? ['mười'] : [DIGITS[tens]!, 'mươi']));
    if (unit === 1 && tens > 1) words.push('mốt');
    else if (unit === 5) words.push('lăm');
    else if (unit > 0) words.push(DIGITS[unit]!);
  }
  return words.join(' ');
}

/** In the standard way, lower case, without a unit; the value is not negative. */
export function writeNumberWords(value: bigint): string {
  if (value === 0n) return 'không';
  if (value >= 1_000_000_000n) {
    const rest = value % 1_000_000_000n;
    const above = `${writeNumberWords(value / 1_000_000_000n)} tỷ`;
    return rest === 0n ? above : `${above} ${writeBelowBillion(rest, true)}`;
  }
  return writeBelowBillion(value, false);
}

function writeBelowBillion(value: bigint, full: boolean): string {
  const parts: string[] = [];
  const groups: readonly [bigint, string][] = [
    [1_000_000n, 'triệu'],
    [1000n, 'nghìn'],
    [1n, ''],
  ];
  let rest = value;
  for (const [scale, name] of groups) {
    const group = Number(rest / scale);
    rest %= scale;
    if (group === 0) continue;
    parts.push(`${writeGroup(group, full || parts.length > 0)} ${name}`.trim());
  }
  return parts.join(' ');
}
