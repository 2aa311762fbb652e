import { startLower } from '../shared/phrase.ts';
import { searchKey } from '../shared/vietnamese-text.ts';
import type { AdminLevel, AreaType, UnitType } from './admin-unit.ts';

interface TypeFacts {
  readonly label: string;
  readonly levels: readonly AdminLevel[];
  readonly areaType: AreaType | null;
}

export const UNIT_TYPES: Readonly<Record<UnitType, TypeFacts>> = {
  nuoc: { label: 'Nước', levels: ['nation'], areaType: null },
  tinh: { label: 'Tỉnh', levels: ['province'], areaType: null },
  'thanh-pho': { label: 'Thành phố', levels: ['province', 'district'], areaType: null },
  quan: { label: 'Quận', levels: ['district'], areaType: null },
  huyen: { label: 'Huyện', levels: ['district'], areaType: null },
  'thi-xa': { label: 'Thị xã', levels: ['district'], areaType: null },
  xa: { label: 'Xã', levels: ['commune'], areaType: 'rural' },
  phuong: { label: 'Phường', levels: ['commune'], areaType: 'urban' },
  'thi-tran': { label: 'Thị trấn', levels: ['commune'], areaType: 'urban' },
  // Uncertain: no text seen says which line a special zone uses; most of what became one were communes.
  'dac-khu': { label: 'Đặc khu', levels: ['commune'], areaType: 'rural' },
  thon: { label: 'Thôn', levels: ['village'], areaType: 'rural' },
  'to-dan-pho': { label: 'Tổ dân phố', levels: ['village'], areaType: 'urban' },
};

/** Other words for a village, by the type they are (regulations 2.5: thôn in a xã, tổ dân phố in a phường). */
const VILLAGE_WORDS: readonly (readonly [string, UnitType])[] = [
  ['to dan pho', 'to-dan-pho'],
  ['khu pho', 'to-dan-pho'],
  ['thon', 'thon'],
  ['ban', 'thon'],
  ['buon', 'thon'],
  ['lang', 'thon'],
  ['ap', 'thon'],
  ['khom', 'to-dan-pho'],
  ['to', 'to-dan-pho'],
];

const UNIT_WORDS = (Object.entries(UNIT_TYPES) as [UnitType, TypeFacts][]).map(
  ([type, facts]) => [searchKey(facts.label), type] as const,
);

/** The type a full name begins with at that level, e.g. "Thị trấn Sịa"; undefined when it begins with none. */
export function typeOfName(name: string, level: AdminLevel): UnitType | undefined {
  const key = searchKey(name);
  const words = level === 'village' ? VILLAGE_WORDS : UNIT_WORDS;
  const fits = (type: UnitType) => UNIT_TYPES[type].levels.includes(level);
  return words.find(([word, type]) => fits(type) && key.startsWith(`${word} `))?.[1];
}

/** The name without its type: "Sịa". Some names are given without a type and stay as they are. */
export function bareName(name: string, level: AdminLevel): string {
  const type = typeOfName(name, level);
  if (type === undefined || level === 'village') return name;
  return name.trim().split(/\s+/u).slice(UNIT_TYPES[type].label.split(' ').length).join(' ');
}

export const areaTypeOf = (type: UnitType): AreaType | null => UNIT_TYPES[type].areaType;

/** True where the line to use is not settled by a text seen: special zones. */
export const isAreaTypeUncertain = (type: UnitType): boolean => type === 'dac-khu';

/** NĐ 30/2020, Phụ lục II, mục II: these two keep their capital, as does a noun with a number. */
const ALWAYS_CAPITAL = /^(?:Thủ đô|Thành phố Hồ Chí Minh)/u;
const SENTENCE_WORDS = [
  ...[...UNIT_WORDS, ...VILLAGE_WORDS].map(([word]) => word),
  'xom',
  'khu dan cu',
  'tieu khu',
].sort((a, b) => b.length - a.length);

/**
 * A unit's name inside a sentence: `tỉnh Lạng Sơn`, `thôn Khòn Nưa`, `cả nước`, but `Thôn 2`, `Thành phố Hồ Chí Minh` and names
 * without a type as they are (NĐ 30/2020, Phụ lục II, mục II).
 */
export function nameInSentence(name: string): string {
  const key = searchKey(name);
  if (key === 'ca nuoc') return startLower(name);
  const word = SENTENCE_WORDS.find((one) => key.startsWith(`${one} `));
  const keeps = word === undefined || /^\d/u.test(key.slice(word.length + 1)) || ALWAYS_CAPITAL.test(name);
  return keeps ? name : startLower(name);
}

/** Who leads a village, as a list of recipients names them: `Trưởng thôn Khòn Nưa`, `Tổ trưởng tổ dân phố Đồng Hin`. */
export const headOfVillage = (name: string): string =>
  `${searchKey(name).startsWith('to ') ? 'Tổ trưởng' : 'Trưởng'} ${nameInSentence(name)}`;
