import { describe, expect, it } from 'vitest';
import { checkRecord } from './check-record.ts';
import { followHousehold, type HouseholdChange, type RoundOfRecord } from './follow-household.ts';
import { sampleClosing, sampleOpening, sampleRecord } from './review-record.sample.ts';
import type { ReviewRecord } from './review-record.ts';

const scored = sampleRecord({ stage: 'scored', opening: sampleOpening(), closing: sampleClosing() });
const pending = sampleRecord({ stage: 'listed', opening: sampleOpening(), closing: null });
const arrived = sampleRecord({
  stage: 'scored',
  opening: null,
  closing: sampleClosing(),
  arrivalReason: 'newEntry',
});

const change = (changes: Partial<HouseholdChange>): HouseholdChange => ({
  day: '2024-10-01',
  movedTo: null,
  personsAdded: 0,
  gone: null,
  flags: {},
  ...changes,
});
const round = (changes: Partial<RoundOfRecord> = {}): RoundOfRecord => ({
  status: 'OPEN',
  referenceDay: '2024-12-14',
  hasOpenRoundThere: true,
  ...changes,
});
const everything = change({
  movedTo: { communeId: 9, villageId: 91 },
  personsAdded: 1,
  headEthnicity: '02',
  flags: { minority: true },
});

describe('an act of a household', () => {
  it.each<[string, ReviewRecord, HouseholdChange, RoundOfRecord]>([
    ['a round that is closed', scored, everything, round({ status: 'CLOSED' })],
    ['a year that is locked', scored, everything, round({ status: 'LOCKED' })],
    ['a recognised result', { ...scored, stage: 'recognised' }, everything, round()],
    ['a round that counts on an earlier day', scored, everything, round({ referenceDay: '2024-09-30' })],
    ['one that is gone already', { ...pending, goneReason: 'died' }, everything, round()],
    [
      'a result when it leaves for a commune without an open round',
      scored,
      everything,
      round({ hasOpenRoundThere: false }),
    ],
    ['one that was not on last year’s list when it ends', arrived, change({ gone: 'died' }), round()],
  ])('leaves %s as it is', (_what, record, act, of) => expect(followHousehold(record, act, of)).toBe(record));

  it.each<[string, ReviewRecord, HouseholdChange, RoundOfRecord, object]>([
    ['who joins is counted', scored, change({ personsAdded: 2 }), round(), { closing: { persons: 6 } }],
    ['nobody is left uncounted', scored, change({ personsAdded: -9 }), round(), { closing: { persons: 1 } }],
    [
      'a new head’s people and traits',
      scored,
      everything,
      round(),
      { closing: { headEthnicity: '02', flags: { minority: true, merit: false } } },
    ],
    [
      'a move within the commune',
      scored,
      change({ movedTo: { communeId: 7, villageId: 72 } }),
      round({ hasOpenRoundThere: false }),
      { communeId: 7, closing: { villageId: 72 }, opening: { villageId: 71 } },
    ],
    [
      'a move into a commune with an open round',
      scored,
      everything,
      round(),
      { communeId: 9, closing: { villageId: 91 }, opening: { communeId: 7 } },
    ],
    [
      'a move before it was reviewed',
      pending,
      everything,
      round(),
      { communeId: 9, closing: null, goneReason: null },
    ],
    [
      'leaving for nowhere known before it was reviewed',
      pending,
      everything,
      round({ hasOpenRoundThere: false }),
      { communeId: 7, goneReason: 'movedAway' },
    ],
    ['an end', scored, change({ gone: 'mergedInto' }), round(), { closing: null, goneReason: 'mergedInto' }],
  ])('is followed by an open review: %s', (_what, record, act, of, expected) => {
    const after = followHousehold(record, act, of);
    expect(after).toMatchObject(expected);
    expect(checkRecord(after).ok).toBe(true);
  });
});
