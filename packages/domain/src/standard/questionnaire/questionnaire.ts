import type { Text } from '../../shared/text.ts';
import type { Condition, Quantity } from './condition.ts';

/**
 * A paper questionnaire as data: its questions in the order and with the numbers of the paper, each bound to a fact
 * of the household, what is skipped when, and what does not agree. The engine knows no question by name.
 */
export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly standardId: string;
  /** `unverified`: wording and numbers of the official form are not at hand; said on every screen. */
  readonly status: 'verified' | 'unverified';
  readonly title: Text;
  readonly source: string;
  readonly sections: readonly QuestionSection[];
  readonly checks: readonly AnswerCheck[];
  /** Facts that follow from other answers where their own question was left open. */
  readonly derived?: readonly DerivedFact[] | undefined;
}

export interface DerivedFact {
  /** Of the household, and a number. */
  readonly fact: string;
  readonly value: Quantity;
}

export interface QuestionSection {
  readonly code: string;
  readonly title: Text;
  /** `member`: asked of each member, as the lines of a roster. */
  readonly level: 'household' | 'member';
  readonly questions: readonly Question[];
}

export const QUESTION_KINDS = ['one-of', 'any-of', 'yes-no', 'number', 'day-or-year', 'text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  /** As printed on the form. */
  readonly number: string;
  readonly code: string;
  readonly label: Text;
  /** For the head of a column. */
  readonly short: Text;
  readonly kind: QuestionKind;
  /** `member.sex`, `dwelling.water`, `household.causes`; null: kept with the answers only. */
  readonly fact: string | null;
  readonly unit: Text | null;
  /** Of a number. */
  readonly range: { readonly from: number; readonly to: number; readonly decimals: number } | null;
  /** Of a choice. */
  readonly options: readonly QuestionOption[];
  /** Skipped when surely not so; an unknown condition asks. */
  readonly askedWhen: Condition | null;
  /** Known from the register before the household is asked: shown filled in, to be confirmed or corrected. */
  readonly carried: boolean;
}

export interface QuestionOption {
  readonly number: string;
  readonly value: string | boolean;
  readonly label: Text;
  /** The fact it stands for, where that is not the value itself. */
  readonly fact?: string | boolean | null;
  /** "None of these": alone, or not at all. */
  readonly none?: boolean;
}

export const CHECK_SEVERITIES = ['error', 'warning', 'note'] as const;
export type CheckSeverity = (typeof CHECK_SEVERITIES)[number];

/** Something that does not agree. It is shown and kept, and never blocks. */
export interface AnswerCheck {
  readonly code: string;
  readonly severity: CheckSeverity;
  readonly level: 'household' | 'member';
  /** Found when surely so. */
  readonly when: Condition;
  /** `{name}`: the member; `{members}`: lines of the roster; `{code}`: that answer. */
  readonly text: Text;
  /** Where to look. */
  readonly at: readonly string[];
}

/** `null`: asked, and not known ("?"). Not there: not answered yet. */
export type AnswerValue = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue | null | undefined>>;

export interface MemberAnswers {
  readonly personId: string;
  readonly answers: Answers;
}

export interface HouseholdAnswers {
  readonly household: Answers;
  readonly members: readonly MemberAnswers[];
}

export const NO_ANSWERS: HouseholdAnswers = { household: {}, members: [] };
