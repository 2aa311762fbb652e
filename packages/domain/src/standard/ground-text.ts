import type { Language } from '../shared/text.ts';
import type { Ground } from './poverty-standard.ts';

const NOT_COMPARED = { vi: 'chưa đối chiếu văn bản', en: 'not compared with the official text' };

/** The shorthand of the domain reference, in words a reader of a result understands. */
const LABEL_WORDS: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  vi: [
    [/^\[|\]$/gu, ''],
    [/^S: /u, 'nguồn: '],
    [/^D: /u, 'suy ra: '],
    [/\bObsidian vault\b/gu, 'ghi chép chuyên môn'],
    [/\bM-hi\b/gu, 'hiểu biết chung, tin cậy cao'],
    [/\bM-md\b/gu, 'hiểu biết chung, tin cậy vừa'],
    [/\bM-lo\b/gu, 'hiểu biết chung, tin cậy thấp'],
  ],
  en: [
    [/^\[|\]$/gu, ''],
    [/^S: /u, 'source: '],
    [/^D: /u, 'derived: '],
    [/\bObsidian vault\b/gu, 'expert notes'],
    [/\bM-hi\b/gu, 'general knowledge, high confidence'],
    [/\bM-md\b/gu, 'general knowledge, medium confidence'],
    [/\bM-lo\b/gu, 'general knowledge, low confidence'],
  ],
};

const labelText = (label: string, language: Language): string =>
  LABEL_WORDS[language].reduce((text, [shorthand, words]) => text.replace(shorthand, words), label);

/** The article where one is known, otherwise where the rule is known from and a warning; no article is made up. */
export const groundText = ({ document, article, label }: Ground, language: Language): string =>
  article === null
    ? `${document} (${labelText(label, language)}), ${NOT_COMPARED[language]}`
    : `${document} ${article}`;
