import type { Language } from '../shared/text.ts';
import type { Ground } from './poverty-standard.ts';

const NOT_COMPARED = { vi: 'chưa đối chiếu văn bản', en: 'not compared with the official text' };

/** The article where one is known, otherwise the source label and a warning; an article is never made up. */
export const groundText = ({ document, article, label }: Ground, language: Language): string =>
  article === null ? `${document} ${label}, ${NOT_COMPARED[language]}` : `${document} ${article}`;
