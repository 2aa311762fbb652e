/** Whether letters can be one syllable of Vietnamese, by its spelling: initial, rhyme, tone and where the tone stands. */

const INITIAL = /^(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnprstvx])/u;
const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh ' +
    'êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm ' +
    'oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây ' +
    'uc uê uêch uênh ui um un ung uô uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươ ' +
    'ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu yn ynh yt ych'
  ).split(' '),
);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
const SHARP_OR_HEAVY = /[\u0301\u0323]/u;
const VOWELS = /^[aăâeêioôơuưy]+/u;

/** `word` in lower case, in one form (NFC). */
export function isPossibleSyllable(word: string): boolean {
  const apart = word.normalize('NFD');
  const tones = [...apart.matchAll(new RegExp(TONE.source, 'gu'))];
  if (tones.length > 1) return false;
  const tone = tones[0]?.[0];
  const plain = apart.replace(TONE, '').normalize('NFC');
  // How many letters come before and with the one that bears the tone.
  const toneAt = tone === undefined ? undefined : apart.slice(0, tones[0]!.index).normalize('NFC').length - 1;
  return splitsOf(plain).some(
    ({ initial, rhyme }) =>
      RHYMES.has(rhyme) &&
      fitsInitial(initial, rhyme) &&
      fitsTone(rhyme, tone) &&
      (toneAt === undefined || toneMayStandAt(rhyme, toneAt - initial.length)),
  );
}

function splitsOf(plain: string): { initial: string; rhyme: string }[] {
  const initial = INITIAL.exec(plain)?.[0] ?? '';
  const splits = [{ initial, rhyme: plain.slice(initial.length) }];
  // "gì", "gìn", "giêng": the i is of the rhyme.
  if (initial === 'gi') splits.push({ initial: 'g', rhyme: plain.slice(1) });
  return splits;
}

function fitsInitial(initial: string, rhyme: string): boolean {
  const bright = /^[eêiy]/u.test(rhyme);
  if (/^(?:k|gh|ngh)$/u.test(initial)) return bright;
  if (initial === 'c' || initial === 'ng') return !bright;
  if (initial === 'g') return !/^[eê]/u.test(rhyme);
  return true;
}

/** "nghành" is meant as "ngành": the initial as it is written before that vowel; undefined where that gives no syllable either. */
export function withRightInitial(word: string): string | undefined {
  const [, initial = '', rest = ''] = /^(ngh|ng|gh|g|k|c)(?!h)(.+)$/u.exec(word) ?? [];
  const other = { ngh: 'ng', ng: 'ngh', gh: 'g', g: 'gh', k: 'c', c: 'k' }[initial];
  return other !== undefined && isPossibleSyllable(other + rest) ? other + rest : undefined;
}

const fitsTone = (rhyme: string, tone: string | undefined): boolean =>
  !/(?:c|ch|p|t)$/u.test(rhyme) || (tone !== undefined && SHARP_OR_HEAVY.test(tone));

function toneMayStandAt(rhyme: string, at: number): boolean {
  const vowels = VOWELS.exec(rhyme)?.[0] ?? '';
  if (at < 0 || at >= vowels.length) return false;
  const marked = [...vowels].findLastIndex((vowel) => /[ăâêôơư]/u.test(vowel));
  if (marked >= 0) return at === marked;
  if (vowels.length === 1) return true;
  if (vowels.length === 3) return at === 1;
  if (rhyme.length > vowels.length) return at === 1;
  return at === 0 || /^(?:oa|oe|uy)$/u.test(vowels);
}
