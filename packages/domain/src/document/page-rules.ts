/** Layout of NĐ 30/2020/NĐ-CP, Phụ lục I: what the decree allows, and what we print within it. */

/** Millimetres: the least and the most that the decree allows, and ours. */
interface Allowed {
  readonly least: number;
  readonly most: number;
  readonly ours: number;
}

export const PAGE = {
  width: 210,
  height: 297,
  margins: {
    top: { least: 20, most: 25, ours: 20 },
    bottom: { least: 20, most: 25, ours: 20 },
    left: { least: 30, most: 35, ours: 30 },
    right: { least: 15, most: 20, ours: 15 },
  } satisfies Record<string, Allowed>,
  /** Centre of the page number, from the upper edge. */
  pageNumberFromTop: 10,
} as const;

/** Left and right halves of the head and of the foot, shares of the text's width (drawn in Phụ lục I). */
export const HEAD_SHARES = { left: 0.42, right: 0.58 } as const;

export interface Lettering {
  /** Points. */
  readonly size: Allowed;
  readonly bold?: true;
  readonly italic?: true;
  readonly upper?: true;
}

const sized = (least: number, most: number, ours: number): Allowed => ({ least, most, ours });

/** Every component of a document with its letters (Phụ lục I, mục IV, "mẫu chữ và chi tiết trình bày"). */
export const LETTERING = {
  nationalName: { size: sized(12, 13, 12), bold: true, upper: true },
  motto: { size: sized(13, 14, 13), bold: true },
  superiorBody: { size: sized(12, 13, 12), upper: true },
  issuingBody: { size: sized(12, 13, 12), bold: true, upper: true },
  numberAndSymbol: { size: sized(13, 13, 13) },
  placeAndDay: { size: sized(13, 14, 13), italic: true },
  typeName: { size: sized(13, 14, 14), bold: true, upper: true },
  subject: { size: sized(13, 14, 14), bold: true },
  correspondenceSubject: { size: sized(12, 13, 12) },
  grounds: { size: sized(13, 14, 14), italic: true },
  body: { size: sized(13, 14, 14) },
  chapter: { size: sized(13, 14, 14), bold: true },
  chapterTitle: { size: sized(13, 14, 14), bold: true, upper: true },
  article: { size: sized(13, 14, 14), bold: true },
  outlineTitle: { size: sized(13, 14, 14), bold: true },
  signatory: { size: sized(13, 14, 14), bold: true, upper: true },
  signatoryName: { size: sized(13, 14, 14), bold: true },
  addressees: { size: sized(13, 14, 14) },
  recipientsLabel: { size: sized(12, 12, 12), bold: true, italic: true },
  recipients: { size: sized(11, 11, 11) },
  annexLabel: { size: sized(14, 14, 14), bold: true },
  annexTitle: { size: sized(13, 14, 14), bold: true, upper: true },
  annexAttached: { size: sized(13, 14, 14), italic: true },
  pageNumber: { size: sized(13, 14, 13) },
} as const satisfies Record<string, Lettering>;

/** Body text: first line in millimetres (1 or 1,27 cm), points between paragraphs (at least 6), lines 1 to 1,5. */
export const BODY = { firstLineMm: 12.7, paragraphGapPt: 6, lineSpacing: 1.1 } as const;

/** Rules under the head: as long as the motto; a third to a half of the body's name and of the subject. */
export const RULES = { motto: 1, issuingBody: 0.42, subject: 0.42, gapPt: 2, thicknessPt: 0.75 } as const;

/** The sheet for a notice board is read standing up: letters and the square of its QR code. */
export const POSTING = { lettersPt: 16, titlePt: 20, qrMm: 25 } as const;

/** Official wording; the decree prints CỘNG HÒA in its text and CỘNG HOÀ in a sample: the text's form. */
export const NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;
