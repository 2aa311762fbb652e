import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkPlanDocument } from '../../packages/domain/src/plan/check/check-plan-document.ts';
import { readPlanDocument } from '../../packages/domain/src/plan/document/read-plan-document.ts';
import { placeIn } from '../../packages/domain/src/plan/document/source-place.ts';
import { packageLibrary } from '../../packages/regulations/src/read-package.test-support.ts';

/** A finding as a person meets it: rule, severity, line of the source, the words pointed at. */
export interface Met {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly words: string;
}

const knowledge = { acts: packageLibrary.legalActs, lexicon: packageLibrary.planLexicon };

export function checkText(text: string): Met[] {
  const document = readPlanDocument(text);
  return checkPlanDocument(document, knowledge).map(({ rule, severity, span }) => {
    const paragraph = document.paragraphs[span.paragraph]!;
    return {
      rule,
      severity,
      line: placeIn(paragraph.pieces, span.start).line,
      words: paragraph.text.slice(span.start, span.end),
    };
  });
}

/** Texts that are not part of the project: real documents beside it. */
export const sharedFolder = (name: string): string =>
  fileURLToPath(new URL(`../../../shared/${name}/`, import.meta.url));
export const hasShared = (name: string): boolean => existsSync(sharedFolder(name));
export const listShared = (name: string): string[] =>
  readdirSync(sharedFolder(name))
    .filter((file) => file.endsWith('.txt'))
    .sort();
export const readShared = (name: string, file: string): string =>
  readFileSync(`${sharedFolder(name)}${file}`, 'utf8');
