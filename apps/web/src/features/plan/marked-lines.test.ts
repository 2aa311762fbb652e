import type { PlanFinding } from '@benvung/contract/plan';
import { describe, expect, it } from 'vitest';
import { cutLine, findingsByLine, stepFinding } from './marked-lines.ts';

const finding = (part: Partial<PlanFinding>): PlanFinding => ({
  rule: 'sum.money',
  severity: 'error',
  line: 1,
  column: 1,
  excerpt: 'tổng',
  message: '',
  ...part,
});

describe('a line with findings', () => {
  it('is cut where a mark begins and ends', () => {
    const findings = [finding({ column: 6, excerpt: '433 triệu' })];
    expect(cutLine('Tổng 433 triệu đồng', findings, [0])).toEqual([
      { text: 'Tổng ', finding: null },
      { text: '433 triệu', finding: 0 },
      { text: ' đồng', finding: null },
    ]);
  });

  it('ends a mark that runs on into the next line, and keeps one beyond its end visible', () => {
    const findings = [finding({ column: 6, excerpt: 'b'.repeat(50) }), finding({ column: 40, excerpt: 'x' })];
    expect(cutLine('Tổng b', findings, [0]).at(-1)).toEqual({ text: 'b', finding: 0 });
    expect(cutLine('Tổng b', findings, [1]).at(-1)).toEqual({ text: 'b', finding: 1 });
  });

  it('shows the gravest where marks meet', () => {
    const findings = [
      finding({ severity: 'error', excerpt: 'Tổng số' }),
      finding({ severity: 'info', excerpt: 'Tổng' }),
    ];
    expect(cutLine('Tổng số', findings, [0, 1])).toEqual([{ text: 'Tổng số', finding: 0 }]);
  });

  it('is found by its number', () => {
    expect(findingsByLine([finding({ line: 3 }), finding({ line: 5 }), finding({ line: 3 })]).get(3)).toEqual(
      [0, 2],
    );
  });
});

describe('the next finding', () => {
  it.each([
    [[0, 1, 2], null, 1, 0],
    [[0, 1, 2], 2, 1, 0],
    [[0, 1, 2], 0, -1, 2],
    [[0, 2], 1, 1, 2],
    [[0, 2], 1, -1, 0],
    [[], 1, 1, null],
  ] as const)('of %j after %j by %i is %j', (open, active, by, expected) =>
    expect(stepFinding(open, active, by)).toBe(expected),
  );
});
