/**
 * What the demonstration must reproduce: the annex of plan 03/KH-UBND of 03/01/2024 of Thừa Thiên Huế (poor
 * households at the end of 2023, the reduction aimed at for 2024), and household totals that give every rate
 * it publishes. Near-poor and average households were not published: they are invented.
 */
export interface DistrictFigures {
  readonly code: string;
  readonly name: string;
  readonly households: { readonly 2022: number; readonly 2023: number; readonly 2024: number };
  readonly poor2023: number;
  /** How many fewer poor households the annex aims at by the end of 2024. */
  readonly poorReduction2024: number;
  /** Invented. */
  readonly nearPoor2023: number;
  /** Invented. */
  readonly average2023: number;
}

const district = (
  code: string,
  name: string,
  households: readonly [number, number, number],
  poor: readonly [held: number, reduction: number],
  invented: readonly [nearPoor: number, average: number],
): DistrictFigures => ({
  code,
  name,
  households: { 2022: households[0], 2023: households[1], 2024: households[2] },
  poor2023: poor[0],
  poorReduction2024: poor[1],
  nearPoor2023: invented[0],
  average2023: invented[1],
});

/** Household totals of 2022 are invented, slightly below those of 2023. */
export const DISTRICTS: readonly DistrictFigures[] = [
  district('474', 'Thành phố Huế', [129_640, 132_160, 135_000], [859, 103], [1_330, 40]),
  district('479', 'Thị xã Hương Thủy', [25_590, 25_940, 26_300], [166, 16], [420, 60]),
  district('480', 'Thị xã Hương Trà', [18_240, 18_470, 18_720], [277, 28], [560, 90]),
  district('476', 'Huyện Phong Điền', [29_700, 30_000, 30_320], [615, 54], [980, 150]),
  district('477', 'Huyện Quảng Điền', [25_960, 26_180, 26_410], [445, 33], [830, 160]),
  district('482', 'Huyện Phú Lộc', [41_180, 41_690, 42_230], [692, 67], [1_420, 170]),
  district('478', 'Huyện Phú Vang', [35_210, 35_730, 36_290], [811, 67], [1_280, 180]),
  district('483', 'Huyện Nam Đông', [7_150, 7_250, 7_360], [190, 31], [360, 70]),
  district('481', 'Huyện A Lưới', [14_120, 14_283, 14_460], [3_485, 1_196], [1_520, 120]),
];

export const PROVINCE_CODE = '46';
/** The day the demonstration lives on. */
export const DEMONSTRATION_TODAY = '2024-10-15';
export const DEMONSTRATION_SEED = 'thua-thien-hue-2023';
export const DEMONSTRATION_STANDARD = 'VN-2022';
