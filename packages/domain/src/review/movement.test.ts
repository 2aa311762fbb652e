import { describe, expect, test } from 'vitest';
import type { HouseholdClass } from '../standard/household-class.ts';
import { classifyMovement } from './movement.ts';
import { sampleClosing, sampleOpening, sampleRecord } from './review-record.sample.ts';
import type { ReviewRecord } from './review-record.ts';

const bookingsOf = (record: ReviewRecord): string[] =>
  classifyMovement(record).flatMap(({ place, bookings }) =>
    bookings.map(
      (each) =>
        `${each.class === 'POOR' ? 'T2' : 'T3'}.c${each.column} ${each.households}/${each.persons}` +
        (place.villageId === 71 ? '' : ` @${place.communeId}.${place.villageId}`),
    ),
  );
const change = (from: HouseholdClass, to: HouseholdClass, once: { poor?: boolean; near?: boolean } = {}) =>
  sampleRecord({
    opening: sampleOpening({ class: from }),
    closing: sampleClosing({
      class: to,
      oncePoor: once.poor ?? false,
      onceNearPoor: once.near ?? false,
    }),
  });

describe('a household that was on the list and still is', () => {
  test.each<[string, ReviewRecord, string[]]>([
    ['poor and stays poor books nothing', change('POOR', 'POOR'), []],
    [
      'poor that becomes near-poor leaves table 2 and enters table 3',
      change('POOR', 'NEAR_POOR'),
      ['T2.c2 1/4', 'T3.c5 1/4'],
    ],
    [
      'near-poor that becomes poor leaves table 3 and enters table 2',
      change('NEAR_POOR', 'POOR'),
      ['T3.c3 1/4', 'T2.c5 1/4'],
    ],
    ['poor that rises above near-poverty', change('POOR', 'NOT_POOR'), ['T2.c3 1/4']],
    ['poor that rises to average living standard', change('POOR', 'AVERAGE_LIVING_STANDARD'), ['T2.c3 1/4']],
    ['near-poor that exits', change('NEAR_POOR', 'NOT_POOR'), ['T3.c2 1/4']],
    ['not poor, poor before, falls back', change('NOT_POOR', 'POOR', { poor: true }), ['T2.c6 1/4']],
    ['not poor, never poor before, falls', change('NOT_POOR', 'POOR'), ['T2.c7 1/4']],
    [
      'not poor, once near-poor only, falls into poverty anew',
      change('NOT_POOR', 'POOR', { near: true }),
      ['T2.c7 1/4'],
    ],
    [
      'not poor, listed before, falls to near-poverty again',
      change('NOT_POOR', 'NEAR_POOR', { poor: true }),
      ['T3.c6 1/4'],
    ],
    ['not poor, never listed, becomes near-poor', change('NOT_POOR', 'NEAR_POOR'), ['T3.c7 1/4']],
    ['poor that cannot be determined leaves by "other"', change('POOR', 'UNDETERMINED'), ['T2.c4 1/4']],
    ['undetermined found poor enters by "other"', change('UNDETERMINED', 'POOR'), ['T2.c8 1/4']],
    ['not poor stays out of both tables', change('NOT_POOR', 'AVERAGE_LIVING_STANDARD'), []],
  ])('%s', (_rule, record, expected) => {
    expect(bookingsOf(record)).toEqual(expected);
  });
});

describe('a change of members of a household that stays is booked in columns 4 and 8', () => {
  const sized = (from: HouseholdClass, to: HouseholdClass, after: number) =>
    sampleRecord({
      opening: sampleOpening({ class: from }),
      closing: sampleClosing({ class: to, persons: after }),
    });
  test.each<[string, ReviewRecord, string[]]>([
    ['poor with one more', sized('POOR', 'POOR', 5), ['T2.c8 0/1']],
    ['poor with two fewer', sized('POOR', 'POOR', 2), ['T2.c4 0/2']],
    ['poor to near-poor and larger', sized('POOR', 'NEAR_POOR', 6), ['T2.c2 1/4', 'T3.c5 1/4', 'T3.c8 0/2']],
    ['poor to near-poor and smaller', sized('POOR', 'NEAR_POOR', 3), ['T2.c2 1/3', 'T3.c5 1/3', 'T2.c4 0/1']],
    ['poor that exits and is smaller', sized('POOR', 'NOT_POOR', 3), ['T2.c3 1/3', 'T2.c4 0/1']],
    ['near-poor that exits and is larger', sized('NEAR_POOR', 'NOT_POOR', 9), ['T3.c2 1/4']],
    ['a relapse enters with the persons of today', sized('NOT_POOR', 'POOR', 7), ['T2.c7 1/7']],
  ])('%s', (_rule, record, expected) => {
    expect(bookingsOf(record)).toEqual(expected);
  });
});

describe('a household that came, went or moved', () => {
  test.each<[string, ReviewRecord, string[]]>([
    ...(['movedAway', 'died', 'mergedInto', 'notFound', 'duplicate'] as const).map(
      (goneReason): [string, ReviewRecord, string[]] => [
        `gone (${goneReason})`,
        sampleRecord({ closing: null, goneReason }),
        ['T2.c4 1/4'],
      ],
    ),
    ['not yet reviewed books nothing', sampleRecord({ closing: null }), []],
    ['split from another', sampleRecord({ opening: null, arrivalReason: 'split' }), ['T2.c8 1/4']],
    ['moved in from elsewhere', sampleRecord({ opening: null, arrivalReason: 'movedIn' }), ['T2.c8 1/4']],
    ['overlooked last year', sampleRecord({ opening: null, arrivalReason: 'onceOverlooked' }), ['T2.c8 1/4']],
    ['new', sampleRecord({ opening: null, arrivalReason: 'newEntry' }), ['T2.c7 1/4']],
    [
      'a relapse the registry did not know',
      sampleRecord({ opening: null, arrivalReason: 'relapse' }),
      ['T2.c6 1/4'],
    ],
    [
      'moved between villages and became near-poor: it moves as poor, then changes where it lives',
      sampleRecord({ closing: sampleClosing({ villageId: 72, class: 'NEAR_POOR' }) }),
      ['T2.c4 1/4', 'T2.c8 1/4 @7.72', 'T2.c2 1/4 @7.72', 'T3.c5 1/4 @7.72'],
    ],
    [
      'moved between communes',
      sampleRecord({ opening: sampleOpening({ communeId: 8, villageId: 81 }) }),
      ['T2.c4 1/4 @8.81', 'T2.c8 1/4'],
    ],
  ])('%s', (_rule, record, expected) => {
    expect(bookingsOf(record)).toEqual(expected);
  });
});
