import type { DuplicateEvidence, EvidenceKind } from '@benvung/domain/household/duplicates';
import type { Language, Text } from '@benvung/domain/shared/text';

const SENTENCES: Readonly<Record<EvidenceKind, Text>> = {
  sameNumber: { vi: 'Cùng số CCCD: {one}.', en: 'The same identity number: {one}.' },
  sameNumberOtherName: {
    vi: 'Cùng số CCCD, khác tên: {one} và {other}.',
    en: 'The same identity number under two names: {one} and {other}.',
  },
  sameNameAndBirth: { vi: 'Cùng tên, cùng ngày sinh: {one}.', en: 'The same name and day of birth: {one}.' },
  sameNameAndYear: { vi: 'Cùng tên, cùng năm sinh: {one}.', en: 'The same name and year of birth: {one}.' },
  nearNameAndBirth: {
    vi: 'Tên gần giống, cùng ngày sinh: {one} và {other}.',
    en: 'Near names and the same day of birth: {one} and {other}.',
  },
  nearNameAndYear: {
    vi: 'Tên gần giống, cùng năm sinh: {one} và {other}.',
    en: 'Near names and the same year of birth: {one} and {other}.',
  },
};
const BOTH_HEADS: Text = { vi: ' Cả hai là chủ hộ.', en: ' Both are heads.' };

/** Why, in a sentence; never the number itself nor a day of birth. */
export function evidenceText(
  { kind, oneId, otherId, bothHeads }: DuplicateEvidence,
  nameOf: (personId: string) => string,
  language: Language,
): string {
  const sentence = SENTENCES[kind][language]
    .replace('{one}', nameOf(oneId))
    .replace('{other}', nameOf(otherId));
  return bothHeads ? `${sentence}${BOTH_HEADS[language]}` : sentence;
}
