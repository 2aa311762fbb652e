/** Colours and letters of the page, for a canvas, which knows no style sheet. */
export interface ChartLook {
  readonly text: string;
  readonly second: string;
  readonly hairline: string;
  readonly colours: Readonly<Record<'poor' | 'nearPoor' | 'average' | 'leave' | 'other', string>>;
  /** Room for names at the left, which wrap and are never cut: less on a telephone. */
  readonly nameWidth: number;
  readonly label: { readonly fontFamily: string; readonly fontSize: number; readonly color: string };
}

const CHART_FONT_SIZE = 13;

const WIDEST_NAMES = 190;
const NAMES_SHARE = 0.42;

export function readLook(width: number): ChartLook {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    nameWidth: Math.min(WIDEST_NAMES, Math.round(width * NAMES_SHARE)),
    text: token('--text'),
    second: token('--text-second'),
    hairline: token('--hairline'),
    colours: {
      poor: token('--chart-1'),
      nearPoor: token('--chart-2'),
      average: token('--chart-3'),
      leave: token('--chart-4'),
      other: token('--chart-other'),
    },
    label: { fontFamily: token('--font'), fontSize: CHART_FONT_SIZE, color: token('--text') },
  };
}
