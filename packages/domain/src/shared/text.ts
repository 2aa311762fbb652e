/** A sentence or label in the two languages of the product; Vietnamese is the official one. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Text;
