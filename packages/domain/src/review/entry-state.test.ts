import { describe, expect, test } from 'vitest';
import type { Classification } from '../standard/classification.ts';
import { type EntryKnown, entryState } from './entry-state.ts';
import { paperDifferences } from './paper-differences.ts';

const LISTED: EntryKnown = {
  stage: 'listed',
  goneReason: null,
  class: null,
  incomeScore: null,
  deprivationScore: null,
  hasDraft: false,
  disagreements: 0,
};

describe('where the entry of a household stands', () => {
  test.each<[string, Partial<EntryKnown>, ReturnType<typeof entryState>]>([
    ['listed and not begun', {}, 'notBegun'],
    ['a draft', { hasDraft: true }, 'inProgress'],
    ['one of its totals', { incomeScore: 130 }, 'inProgress'],
    ['recorded, the class not known yet', { stage: 'surveyed', class: 'UNDETERMINED' }, 'inProgress'],
    ['a class', { stage: 'scored', class: 'POOR' }, 'done'],
    [
      'a class that disagrees with the paper',
      { stage: 'scored', class: 'POOR', disagreements: 1 },
      'toLookAt',
    ],
    ['a class, and typed again', { stage: 'scored', class: 'POOR', hasDraft: true }, 'inProgress'],
    ['gone', { goneReason: 'movedAway', hasDraft: true }, 'gone'],
  ])('%s', (_, known, state) => {
    expect(entryState({ ...LISTED, ...known })).toBe(state);
  });
});

describe('the paper and what was computed', () => {
  const answered = (least: number, most: number) =>
    ({ deprivationScore: least, deprivationScoreAtMost: most }) as Classification;
  const paper = { incomeScore: 130, deprivationScore: 20, class: null };

  test('differ where B lies outside what the answers allow', () => {
    expect(paperDifferences(paper, answered(30, 30), 'NEAR_POOR')).toEqual([
      { kind: 'deprivationScore', computed: '30', paper: '20' },
    ]);
    expect(paperDifferences(paper, answered(10, 40), 'NEAR_POOR')).toEqual([]);
    expect(paperDifferences(paper, null, 'NEAR_POOR')).toEqual([]);
  });

  test('differ where the paper decided on another class; an undetermined one contradicts nothing', () => {
    const decided = { ...paper, class: 'POOR' as const };
    expect(paperDifferences(decided, null, 'NEAR_POOR')).toEqual([
      { kind: 'class', computed: 'NEAR_POOR', paper: 'POOR' },
    ]);
    expect(paperDifferences(decided, null, 'UNDETERMINED')).toEqual([]);
  });
});
