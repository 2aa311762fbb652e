import type { EntryContent } from '@benvung/contract/review-entry';
import { LEAVE_REASONS, type LeaveReason } from '@benvung/domain/household/member-acts';
import type { Language } from '@benvung/domain/shared/text';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import { readAnswer, writeAnswer } from '@benvung/domain/standard/questionnaire/answer-text';
import {
  type CompiledQuestionnaire,
  type Evaluation,
  placeKey,
} from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import type { Answers, AnswerValue, Question } from '@benvung/domain/standard/questionnaire/questionnaire';
import {
  type Enumerators,
  INTERVIEW_NAMES,
  type InterviewName,
  interviewRefusal,
  interviewText,
  readInterview,
  withInterview,
} from './entry-interview.ts';

/** What is typed of one form: answers as far as they can be read, and the texts that cannot be (yet). */
export interface EntryTyped {
  readonly content: EntryContent;
  readonly texts: Readonly<Record<string, string>>;
}

export interface EntryContext {
  readonly asked: CompiledQuestionnaire;
  /** Ages are counted on it. */
  readonly surveyDay: string;
  readonly today: string;
  readonly language: Language;
  /** Who may have asked. */
  readonly enumerators?: Enumerators;
}

/** A box of the form. */
export type Field =
  | { readonly kind: 'member'; readonly personId: string; readonly question: Question }
  | { readonly kind: 'household'; readonly question: Question }
  | { readonly kind: 'left'; readonly personId: string }
  | { readonly kind: 'interview'; readonly name: InterviewName }
  | { readonly kind: 'paper'; readonly name: keyof EntryContent['paper'] };

export const fieldKey = (field: Field): string => {
  switch (field.kind) {
    case 'member':
      return `m:${field.personId}:${field.question.code}`;
    case 'left':
      return `l:${field.personId}`;
    case 'household':
      return `h:${field.question.code}`;
    case 'interview':
      return `i:${field.name}`;
    default:
      return `p:${field.name}`;
  }
};

/** Classes as they are typed at the end of the paper: by their place. */
const PAPER_CLASSES = HOUSEHOLD_CLASSES.filter((each) => each !== 'UNDETERMINED');

const answersOf = ({ members }: EntryContent, personId: string): Answers =>
  members.find((member) => member.personId === personId)?.answers ?? {};

/** What stands in a box, and in words. */
export function fieldText(
  { content, texts }: EntryTyped,
  field: Field,
  { language, enumerators = [] }: EntryContext,
): { readonly typed: string; readonly words: string } {
  const raw = texts[fieldKey(field)];
  const written =
    field.kind === 'interview'
      ? interviewText(content.interview, field.name, enumerators)
      : writtenText(content, field, language);
  return raw === undefined ? written : { typed: raw, words: written.words };
}

function writtenText(
  content: EntryContent,
  field: Exclude<Field, { kind: 'interview' }>,
  language: Language,
) {
  switch (field.kind) {
    case 'member':
      return writeAnswer(field.question, answersOf(content, field.personId)[field.question.code], language);
    case 'household':
      return writeAnswer(field.question, content.household[field.question.code], language);
    case 'left': {
      const reason = content.left[field.personId];
      return { typed: reason === undefined ? '' : String(LEAVE_REASONS.indexOf(reason) + 1), words: '' };
    }
    default: {
      const value = content.paper[field.name];
      if (value === null) return { typed: '', words: '' };
      const text = field.name === 'class' ? String(PAPER_CLASSES.indexOf(value as never) + 1) : String(value);
      return { typed: text, words: '' };
    }
  }
}

export type ReadField = { readonly refused: string } | { readonly value: AnswerValue | null | undefined };

/** What a text comes to in a box. */
export function readField(field: Field, text: string, context: EntryContext): ReadField {
  const { today, language } = context;
  if (field.kind === 'member' || field.kind === 'household') {
    const read = readAnswer(field.question, text, today);
    if (read.kind === 'refused') return { refused: read.reason[language] };
    return { value: read.kind === 'known' ? read.value : read.kind === 'unknown' ? null : undefined };
  }
  const typed = text.trim();
  if (field.kind === 'interview') {
    const refused = interviewRefusal(field.name, typed, { today, enumerators: context.enumerators ?? [] });
    return refused === null ? { value: undefined } : { refused: refused[language] };
  }
  if (typed === '') return { value: undefined };
  const number = /^\d{1,3}$/u.test(typed) ? Number(typed) : Number.NaN;
  const vi = language === 'vi';
  if (field.kind === 'left' || field.name === 'class') {
    const most = field.kind === 'left' ? LEAVE_REASONS.length : PAPER_CLASSES.length;
    if (number >= 1 && number <= most) return { value: number };
    return {
      refused: vi
        ? `"${typed}" không có. Gõ số từ 1 đến ${most}.`
        : `There is no "${typed}". Type 1 to ${most}.`,
    };
  }
  if (!Number.isNaN(number)) return { value: number };
  return {
    refused: vi ? `Điểm "${typed}" không phải là số nguyên.` : `"${typed}" is not a whole number of points.`,
  };
}

/** A text typed into a box: the answer follows where it can be read, the text is kept as typed. */
export function typeInto(typed: EntryTyped, field: Field, text: string, context: EntryContext): EntryTyped {
  const texts = { ...typed.texts, [fieldKey(field)]: text };
  const read = readField(field, text, context);
  if (field.kind === 'interview') {
    const { today, enumerators = [] } = context;
    const told = readInterview(field.name, text, { today, enumerators }, typed.content.interview);
    const change = told === 'wrong' ? readInterview(field.name, '', { today, enumerators }, undefined) : told;
    return { content: change === 'wrong' ? typed.content : withInterview(typed.content, change), texts };
  }
  if ('refused' in read) return { content: withValue(typed.content, field, undefined), texts };
  return { content: withValue(typed.content, field, read.value), texts };
}

/** Leaving a box: what can be read is written as the form writes it; what cannot stays as it was typed. */
export function leaveBox(typed: EntryTyped, field: Field, context: EntryContext): EntryTyped {
  const key = fieldKey(field);
  const raw = typed.texts[key];
  if (raw === undefined || 'refused' in readField(field, raw, context)) return typed;
  const { [key]: _, ...texts } = typed.texts;
  return { ...typed, texts };
}

function withValue(
  content: EntryContent,
  field: Exclude<Field, { kind: 'interview' }>,
  value: AnswerValue | null | undefined,
): EntryContent {
  switch (field.kind) {
    case 'household':
      return { ...content, household: withAnswer(content.household, field.question.code, value) };
    case 'member':
      return { ...content, members: withMemberAnswer(content.members, field, value) };
    case 'left':
      return { ...content, left: withReason(content.left, field.personId, value) };
    default: {
      const read = field.name === 'class' ? PAPER_CLASSES[Number(value) - 1] : value;
      return { ...content, paper: { ...content.paper, [field.name]: read ?? null } };
    }
  }
}

type Kept = EntryContent['household'];

function withAnswer(answers: Kept, code: string, value: AnswerValue | null | undefined): Kept {
  const { [code]: _, ...rest } = answers;
  return value === undefined
    ? rest
    : { ...rest, [code]: Array.isArray(value) ? [...value] : (value as never) };
}

function withMemberAnswer(
  members: EntryContent['members'],
  { personId, question }: Extract<Field, { kind: 'member' }>,
  value: AnswerValue | null | undefined,
): EntryContent['members'] {
  const known = members.some((member) => member.personId === personId);
  if (!known && value === undefined) return members;
  const all = known ? members : [...members, { personId, answers: {} }];
  return all.map((member) =>
    member.personId === personId
      ? { personId, answers: withAnswer(member.answers, question.code, value) }
      : member,
  );
}

function withReason(
  left: EntryContent['left'],
  personId: string,
  value: AnswerValue | null | undefined,
): EntryContent['left'] {
  const { [personId]: _, ...rest } = left;
  const reason: LeaveReason | undefined = LEAVE_REASONS[Number(value) - 1];
  return reason === undefined ? rest : { ...rest, [personId]: reason };
}

/** The roster without those who have left: what is computed with, and recorded. */
export const stayingOf = (content: EntryContent): EntryContent => ({
  ...content,
  members: content.members.filter(({ personId }) => content.left[personId] === undefined),
});

/** A line of the roster nobody typed into yet says nothing, and is not sent. */
export const withoutBlankLines = (content: EntryContent): EntryContent => ({
  ...content,
  members: content.members.filter(({ answers }) => Object.keys(answers).length > 0),
});

export interface FormBox {
  readonly field: Field;
  readonly key: string;
  readonly skipped: boolean;
}

interface Layout {
  readonly asked: CompiledQuestionnaire;
  readonly content: EntryContent;
  readonly evaluation: Evaluation;
  /** The id a new line of the roster will have. */
  readonly nextPersonId: string;
}

/** Every box in the order of the paper; the roster ends with an empty line. */
export function formBoxes({ asked, content, evaluation, nextPersonId }: Layout): FormBox[] {
  const boxes: FormBox[] = [];
  const add = (field: Field, skipped: boolean) => boxes.push({ field, key: fieldKey(field), skipped });
  let staying = 0;
  for (const { personId } of [...content.members, { personId: nextPersonId }]) {
    const gone = content.left[personId] !== undefined;
    const isNew = personId === nextPersonId;
    for (const question of asked.memberQuestions) {
      const skipped = gone || evaluation.skipped.has(placeKey(staying, question.code));
      add({ kind: 'member', personId, question }, isNew ? false : skipped);
    }
    if (!isNew) add({ kind: 'left', personId }, !gone);
    if (!gone) staying += 1;
  }
  for (const question of asked.householdQuestions)
    add({ kind: 'household', question }, evaluation.skipped.has(placeKey(null, question.code)));
  for (const name of ['incomeScore', 'deprivationScore', 'class'] as const)
    add({ kind: 'paper', name }, false);
  for (const name of INTERVIEW_NAMES) add({ kind: 'interview', name }, false);
  return boxes;
}

interface Step {
  readonly typed: EntryTyped;
  readonly nextPersonId: string;
  readonly context: EntryContext;
}

/**
 * The box Enter leads to: the next that is asked. On an empty line of the roster it goes on behind the roster; null at
 * the end of the form.
 */
export function nextBox(
  boxes: readonly FormBox[],
  from: string,
  { typed, nextPersonId, context }: Step,
): string | null {
  const at = boxes.findIndex(({ key }) => key === from);
  const here = boxes[at]?.field;
  const onBlankLine =
    here?.kind === 'member' && here.personId === nextPersonId && fieldText(typed, here, context).typed === '';
  const behind = (box: FormBox) => !(box.field.kind === 'member' && box.field.personId === nextPersonId);
  const next = boxes.slice(at + 1).find((box) => !box.skipped && (!onBlankLine || behind(box)));
  return next?.key ?? null;
}

export function previousBox(boxes: readonly FormBox[], from: string, nextPersonId: string): string | null {
  const at = boxes.findIndex(({ key }) => key === from);
  const isBlankLine = ({ field }: FormBox) =>
    field.kind === 'member' && field.personId === nextPersonId && field.question !== firstQuestion(boxes);
  const before = boxes.slice(0, Math.max(0, at)).reverse();
  return before.find((box) => !box.skipped && !isBlankLine(box))?.key ?? null;
}

const firstQuestion = (boxes: readonly FormBox[]): Question | undefined =>
  boxes[0]?.field.kind === 'member' ? boxes[0].field.question : undefined;
