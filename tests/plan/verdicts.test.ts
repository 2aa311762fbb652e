import { describe, expect, test } from 'vitest';
import { checkText, hasShared, listShared, readShared } from './check-text.ts';
import verdicts from './verdicts.json' with { type: 'json' };

const FLOOR = 0.9;

describe.skipIf(!hasShared('data/documents'))('real documents of other provinces (needs ../shared)', () => {
  const current = hasShared('data/documents')
    ? listShared('data/documents').flatMap((file) =>
        checkText(readShared('data/documents', file)).map(
          ({ rule, severity, line }) => `${file} ${rule} ${severity} ${line}`,
        ),
      )
    : [];

  test('the findings are the ones that were read and judged', () => {
    expect(current).toEqual(
      verdicts.findings.map(({ file, rule, severity, line }) => `${file} ${rule} ${severity} ${line}`),
    );
  });
});

test('nine errors and warnings of ten are right', () => {
  const judged = verdicts.findings.filter(({ severity }) => severity !== 'info');
  const right = judged.filter(({ verdict }) => verdict === 'true');
  expect(right.length / judged.length).toBeGreaterThanOrEqual(FLOOR);
});
