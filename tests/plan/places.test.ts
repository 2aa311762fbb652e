import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPlanDocument } from '../../packages/domain/src/plan/check/check-plan-document.ts';
import { readPlanDocument } from '../../packages/domain/src/plan/document/read-plan-document.ts';
import { placeIn } from '../../packages/domain/src/plan/document/source-place.ts';
import { packageLibrary } from '../../packages/regulations/src/read-package.test-support.ts';
import { SLIPS } from './plans.cases.ts';

const knowledge = { acts: packageLibrary.legalActs, lexicon: packageLibrary.planLexicon };

/** The ways one text comes: decomposed letters, other line ends, tabs, soft hyphens, blanks that do not break. */
const FORMS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['NFD', (text) => text.normalize('NFD')],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['CR', (text) => text.replaceAll('\n', '\r')],
  ['tabs before lines', (text) => text.replace(/^(?=[-+a-z\d])(?!.*\t)/gmu, '\t')],
  ['soft hyphens', (text) => text.replace(/(\p{L}{4})(\p{L}{2})/gu, '$1\u00ad$2')],
  ['no-break spaces', (text) => text.replace(/ (?=\d)/gu, '\u00a0')],
];

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[*\\#|\u00ad\ufeff]/gu, '')
    .replace(/\s+/gu, '');

/** As many slips as go into one text together. */
const wrongText = (file: string): string =>
  SLIPS[file]!.reduce(
    (text, [, from, to]) => text.replace(from, to),
    readFileSync(new URL(`plans/${file}`, import.meta.url), 'utf8'),
  );

function findingsOf(text: string) {
  const lines = text.split(/\r\n|\n|\r/u);
  const document = readPlanDocument(text);
  return checkPlanDocument(document, knowledge).map(({ rule, span }) => {
    const paragraph = document.paragraphs[span.paragraph]!;
    const { line, column } = placeIn(paragraph.pieces, span.start);
    const source = [lines[line - 1]!.slice(column - 1), ...lines.slice(line, line + 30)].join('\n');
    return { rule, line, words: bare(paragraph.text.slice(span.start, span.end)), source: bare(source) };
  });
}

const FILES = ['commune-2020.txt', 'district-2022.md', 'province-2021-2025.txt', 'web-paste-2025.txt'];

test.each(FILES)('%s: what is told stands at its line and column, in every form', (file) => {
  const wrong = wrongText(file);
  const rules = findingsOf(wrong).map(({ rule }) => rule);
  expect(rules.length).toBeGreaterThan(4);
  for (const [form, as] of FORMS) {
    const found = findingsOf(as(wrong));
    expect(found.map(({ rule }) => rule).sort(), form).toEqual([...rules].sort());
    for (const { source, words } of found)
      expect(source.startsWith(words.slice(0, 24)), `${form}: ${words}`).toBe(true);
  }
});
