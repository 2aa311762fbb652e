import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import { explainClassification } from '@benvung/domain/standard/explain-classification';
import { whatWouldChange } from '@benvung/domain/standard/what-would-change';
import { describe, expect, test } from 'vitest';
import { type Example, examplesSchema } from './examples.schema.ts';
import { findStandard } from './find-standard.ts';
import { packageLibrary, readPackage } from './read-package.test-support.ts';

const texts = readPackage();
const folders = Object.keys(texts)
  .filter((path) => /^poverty-standard\/.*\/examples\.json$/u.test(path))
  .map((path) => path.replace('/examples.json', ''));

describe.each(folders)('the examples of %s', (folder) => {
  const { household, examples } = examplesSchema.parse(JSON.parse(texts[`${folder}/examples.json`] ?? ''));
  const { id } = JSON.parse(texts[`${folder}/standard.json`] ?? '');
  const compiled = findStandard(packageLibrary, id);
  if (compiled === undefined) throw new Error(`${id} is not locked`);

  test('start from a household that is not deprived in any known indicator', () => {
    const { deprivations } = compiled.classify(household, { kind: 'none' });
    expect(deprivations).not.toContain('1');
    expect(deprivations.replace(/\?$/u, '')).not.toContain('?');
  });

  test.each(examples)('$name', (example: Example) => {
    const facts = applyChanges(household, example.changes);
    const result = compiled.classify(facts, example.evidence);
    const { explains = [], ...expected } = example.expected;
    const { marks, ...rest } = expected;
    expect(result).toMatchObject(rest);
    if (marks !== undefined) expect(result.marks.map(({ code }) => code)).toEqual(marks);
    const lines = explainClassification(compiled.standard, result, 'vi').map(
      ({ text, source }) => `${text} ${source}`,
    );
    const said = [...lines, ...whatWouldChange(compiled.standard, result, 'vi')].join('\n');
    for (const phrase of explains) expect(said).toContain(phrase);
  });
});

function applyChanges(household: HouseholdFacts, changes: Example['changes']): HouseholdFacts {
  const changed = structuredClone(household);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() as string;
    let at: unknown = changed;
    for (const key of keys) at = (at as Record<string, unknown>)[key];
    if (at === undefined || !(last in (at as object))) throw new Error(`no answer at ${path}`);
    (at as Record<string, unknown>)[last] = value;
  }
  return changed;
}
