import { BODY, HEAD_SHARES, PAGE } from '@benvung/domain/document/page-rules';

/** Word counts in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
export const ofPoints = (points: number): number => Math.round(points * 20);

const { margins } = PAGE;

export const MARGIN = {
  top: twips(margins.top.ours),
  bottom: twips(margins.bottom.ours),
  left: twips(margins.left.ours),
  right: twips(margins.right.ours),
  /** The page number's upper edge: its middle stands at `pageNumberFromTop`. */
  header: twips(PAGE.pageNumberFromTop) - ofPoints(6.5),
  footer: twips(9),
} as const;

export const textWidthOf = (landscape: boolean): number =>
  twips(landscape ? PAGE.height : PAGE.width) - MARGIN.left - MARGIN.right;

export const halvesOf = (width: number): [number, number] => {
  const left = Math.round(width * HEAD_SHARES.left);
  return [left, width - left];
};

export const FIRST_LINE = twips(BODY.firstLineMm);
export const GAP = ofPoints(BODY.paragraphGapPt);
/** 240 is single spacing. */
export const LINE = Math.round(240 * BODY.lineSpacing);
