import type { Evaluation } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import { type EntryContext, type EntryTyped, type FormBox, readField, stayingOf } from './entry-model.ts';

export type Look = 'refused' | 'error' | 'warning' | 'unknown' | 'missing';

export const isUnreadable = (
  typed: EntryTyped,
  { key, field }: Pick<FormBox, 'key' | 'field'>,
  context: EntryContext,
): boolean => {
  const text = typed.texts[key];
  return text !== undefined && 'refused' in readField(field, text, context);
};

/** Boxes that are missing, "?" or unreadable, and those a check names. */
export function toLookAt(
  boxes: readonly FormBox[],
  typed: EntryTyped,
  { context, evaluation }: { context: EntryContext; evaluation: Evaluation },
): Map<string, Look> {
  const marked = new Map<string, Look>();
  const staying = stayingOf(typed.content).members;
  const keyOf = (member: number | null, code: string): string =>
    member === null ? `h:${code}` : `m:${staying[member]?.personId}:${code}`;
  for (const { member, code } of evaluation.missing) marked.set(keyOf(member, code), 'missing');
  for (const { member, code } of evaluation.unknown) marked.set(keyOf(member, code), 'unknown');
  for (const { check, member } of evaluation.findings) {
    if (check.severity === 'note') continue;
    for (const code of check.at) {
      const key = keyOf(member, code);
      if (marked.get(key) !== 'error') marked.set(key, check.severity);
    }
  }
  for (const { key, field } of boxes)
    if (isUnreadable(typed, { key, field }, context)) marked.set(key, 'refused');
  return marked;
}
