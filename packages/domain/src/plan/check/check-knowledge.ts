import type { Day } from '../../shared/day.ts';

/** A legal act of the field, as far as its dates are known; a date that is not verified is marked in the register. */
export interface LegalAct {
  /** "07/2021/NĐ-CP"; two acts of different years may share a number without a year ("90/QĐ-TTg"). */
  readonly number: string;
  readonly title: string;
  readonly issued: Day | null;
  /** Seen in a source; what is only believed never becomes more than an information. */
  readonly issuedVerified: boolean;
  /** First day it is no longer in force; null while it is, or when that is not known. */
  readonly ended: Day | null;
  readonly endedVerified: boolean;
  /** Number of the act that took its place. */
  readonly replacedBy: string | null;
  readonly source: string;
}

/** A miswriting of a term; `notAfter` and `notBefore` name the words beside which it is rightly written. */
export interface Misspelling {
  readonly wrong: string;
  readonly right: string;
  readonly notAfter?: readonly string[] | undefined;
  readonly notBefore?: readonly string[] | undefined;
}

/** Terms of the field and how they are miswritten. */
export interface PlanLexicon {
  readonly misspellings: readonly Misspelling[];
  /** Names of four words and more: one word of them a letter or mark off is a slip. */
  readonly terms: readonly string[];
  /** What may stand twice in a row. */
  readonly doubled: readonly string[];
}

/** What a check knows besides the document: data of `packages/regulations`, and what the superior asked. */
export interface CheckKnowledge {
  readonly acts: readonly LegalAct[];
  readonly lexicon: PlanLexicon;
  /** The superior's report deadlines, when its plan is known. */
  readonly superiorDeadlines?: readonly SuperiorDeadline[];
}

export interface SuperiorDeadline {
  readonly kind: 'quarter' | 'half-year' | 'nine-months' | 'year';
  readonly day: Day;
  /** "Kế hoạch số 91/KH-UBND của UBND huyện Chi Lăng". */
  readonly source: string;
}
