import { KINH } from './names.ts';

/** Shares of the ethnic groups among all households of a commune, by code. Plausible, not statistics. */
type EthnicMix = readonly (readonly [code: string, share: number])[];

const TA_OI = '31';
const CO_TU = '26';
const BRU = '23';

const mix = (kinh: number, taOi: number, coTu: number, bru = 0): EthnicMix =>
  (
    [
      [KINH, kinh],
      [TA_OI, taOi],
      [CO_TU, coTu],
      [BRU, bru],
    ] as const
  ).filter(([, share]) => share > 0);

const KINH_ONLY: EthnicMix = [[KINH, 1]];

/** Communes whose people are not only Kinh: A Lưới, Nam Đông, and hill communes of four other districts. */
const MIXES: Readonly<Record<string, EthnicMix>> = {
  '20044': mix(62, 29, 5, 4),
  '20047': mix(3, 95, 0, 2),
  '20050': mix(12, 35, 45, 8),
  '20053': mix(5, 94, 1),
  '20056': mix(7, 92, 1),
  '20059': mix(4, 2, 94),
  '20065': mix(6, 93, 1),
  '20068': mix(38, 61, 1),
  '20071': mix(70, 29, 1),
  '20074': mix(74, 23, 3),
  '20080': mix(95, 3, 2),
  '20083': mix(6, 93, 1),
  '20086': mix(26, 72, 2),
  '20089': mix(4, 95, 1),
  '20095': mix(3, 42, 55),
  '20098': mix(4, 95, 1),
  '20101': mix(3, 56, 41),
  '20104': mix(2, 90, 0, 8),
  '20161': mix(92, 0, 8),
  '20164': mix(84, 0, 16),
  '20167': mix(4, 0, 96),
  '20170': mix(95, 0, 5),
  '20173': mix(48, 0, 52),
  '20179': mix(88, 0, 12),
  '20182': mix(5, 0, 95),
  '20185': mix(9, 0, 91),
  '20188': mix(3, 0, 97),
  '20191': mix(6, 0, 94),
  '20158': mix(84, 0, 0, 16),
  '20149': mix(97, 0, 0, 3),
  '20035': mix(94, 1, 5),
  '20041': mix(93, 1, 6),
  '19993': mix(97, 1, 2),
  '19855': mix(91, 3, 1, 5),
};

export const ethnicMixOf = (communeCode: string): EthnicMix => MIXES[communeCode] ?? KINH_ONLY;

export type Landscape = 'mountain' | 'lagoon' | 'plain' | 'town';

const LAGOON = new Set(
  '19900 19906 19999 20002 19822 19825 19828 19834 19840 19843 19873 19879 19882 19876 19903 19912 19915 19921 19936 19945 19948 19954 19957 20113 20116 20122 20125 20134'.split(
    ' ',
  ),
);
const HILLS = new Set('19855 19861 19864 20026 20035 20041 20032 19981 19990 19993 20155 20158'.split(' '));

export function landscapeOf(commune: {
  readonly code: string;
  readonly districtCode: string;
  readonly areaType: 'rural' | 'urban';
}): Landscape {
  if (commune.districtCode === '481' || commune.districtCode === '483' || HILLS.has(commune.code))
    return 'mountain';
  if (LAGOON.has(commune.code)) return 'lagoon';
  return commune.areaType === 'urban' ? 'town' : 'plain';
}

/** How much likelier than its district a commune's household is to be poor. */
export const POVERTY_WEIGHT: Readonly<Record<Landscape, number>> = {
  mountain: 1.6,
  lagoon: 1.5,
  plain: 1,
  town: 0.6,
};
/** Centres and Kinh communes of the two mountain districts stand far below their neighbours. */
export const povertyWeightOf = (communeCode: string, landscape: Landscape): number => {
  const kinhShare = ethnicMixOf(communeCode).find(([code]) => code === KINH)?.[1] ?? 0;
  if (communeCode === '20044' || communeCode === '20161') return 0.3;
  if (MIXES[communeCode] !== undefined) return kinhShare > 50 ? 0.55 : POVERTY_WEIGHT.mountain;
  return POVERTY_WEIGHT[landscape];
};

const VILLAGE_NAMES: Readonly<Record<'mountain' | 'plain', readonly string[]>> = {
  mountain:
    'A Niêng|Lê Triêng|Kê|Ca Cú|A Hố|Ta Lo|A Đớt|Kleng|A Tin|Pa Hy|Y Ry|Lê Lộc|Ra Loóc|Đụt|A Sốc|Pất Đuh|Ka Nôn|A Ka|Chi Hòa|A Min|Tru|Chai|Ka Vá|Loah|Ta Roi|Cân Tôm|Cân Tê|A Ro|A Rom|Chi Lanh|Ân Triêng|Ba Lạch|Mu Nú|La Ngà|Con Tôm|Parinh|Liên Hiệp|Phú Thuận|Hợp Thành'.split(
      '|',
    ),
  plain:
    'An Lộc|Phú Khê|Đông Lâm|Hòa Mỹ|Vĩnh An|Tân Mỹ|Xuân Thiên|Lương Viện|Thượng An|Hạ Lang|Thạch Bình|Đức Trọng|Mai Dương|Nam Dương|Phước Lập|Hà Công|Thủy Điền|Cổ Tháp|Bồ Điền|Trung Kiền|Phú Gia|Bình An|Đồng Xuân|Diên Lộc|Kế Môn|Vân Trình|Trạch Phổ|Phò Trạch|Siêu Quần|Đông Hồ|Sơn Quả|Thanh Tân|Hiền Lương|Cao Ban|Thượng Hòa|Gia Viên|Sơn Tùng|La Vần|Tây Phú|Lai Hà'.split(
      '|',
    ),
};

/** Names of the villages of a commune: numbered residential groups in town, named villages elsewhere. */
export function villageNames(count: number, landscape: Landscape, urban: boolean, from: number): string[] {
  if (urban) return Array.from({ length: count }, (_, at) => `Tổ dân phố ${at + 1}`);
  const names = VILLAGE_NAMES[landscape === 'mountain' ? 'mountain' : 'plain'];
  if (from % 5 === 0) return Array.from({ length: count }, (_, at) => `Thôn ${at + 1}`);
  return Array.from({ length: count }, (_, at) => `Thôn ${names[(from * 7 + at) % names.length]}`);
}
