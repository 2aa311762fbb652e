/**
 * The annex of plan 03/KH-UBND of 03/01/2024 of Thừa Thiên Huế, entered again from the document and not from
 * the generator: unit, poor households and rate of 2023, the reduction aimed at, what would be left in 2024.
 * The household totals are those that give every one of its rates.
 */
export const ANNEX = [
  ['474', 'Thành phố Huế', 132_160, 859, 0.65, 103, 756, 135_000, 0.56],
  ['479', 'Thị xã Hương Thủy', 25_940, 166, 0.64, 16, 150, 26_300, 0.57],
  ['480', 'Thị xã Hương Trà', 18_470, 277, 1.5, 28, 249, 18_720, 1.33],
  ['476', 'Huyện Phong Điền', 30_000, 615, 2.05, 54, 561, 30_320, 1.85],
  ['477', 'Huyện Quảng Điền', 26_180, 445, 1.7, 33, 412, 26_410, 1.56],
  ['482', 'Huyện Phú Lộc', 41_690, 692, 1.66, 67, 625, 42_230, 1.48],
  ['478', 'Huyện Phú Vang', 35_730, 811, 2.27, 67, 744, 36_290, 2.05],
  ['483', 'Huyện Nam Đông', 7_250, 190, 2.62, 31, 159, 7_360, 2.16],
  ['481', 'Huyện A Lưới', 14_283, 3_485, 24.4, 1_196, 2_289, 14_460, 15.83],
] as const;
export const ANNEX_PROVINCE = [7_540, 2.27, 1_595, 5_945, 1.76] as const;
