import { describe, expect, test } from 'vitest';
import { checkQuality } from './check-quality.ts';
import { metresBetween, minutesBetween } from './household-checks.ts';
import { QUALITY_CHECK_CODES, QUALITY_CHECKS, type SurveyedHousehold } from './quality-check.ts';

const GROUND = { scoreCutOff: 140, deprivationCutOff: 30 };
const HOUSE = { latitude: 16.2341, longitude: 107.2312 };

/** A household whose survey says nothing against it. */
const sound = (at: number, changes: Partial<SurveyedHousehold> = {}): SurveyedHousehold => ({
  householdId: `h${at}`,
  villageId: 1,
  enumerator: 'páo',
  assigned: 'páo',
  startedAt: `2026-10-${String(1 + Math.floor(at / 8)).padStart(2, '0')}T${String(8 + (at % 8)).padStart(2, '0')}:00`,
  endedAt: `2026-10-${String(1 + Math.floor(at / 8)).padStart(2, '0')}T${String(8 + (at % 8)).padStart(2, '0')}:40`,
  place: { latitude: HOUSE.latitude + at * 0.001, longitude: HOUSE.longitude },
  house: { latitude: HOUSE.latitude + at * 0.001, longitude: HOUSE.longitude },
  fingerprint: `f${at}`,
  answers: 30,
  unknown: 1,
  conflicts: 0,
  persons: 4,
  personsBefore: 4,
  incomeScore: 80 + at * 5,
  incomeScoreBefore: 80 + at * 5,
  deprivationScore: 10 * (at % 6),
  class: 'POOR',
  computed: 'POOR',
  agreed: 'POOR',
  ...changes,
});
const village = (count: number, change: (at: number) => Partial<SurveyedHousehold> = () => ({})) =>
  Array.from({ length: count }, (_, at) => sound(at, change(at)));
const found = (households: readonly SurveyedHousehold[]) =>
  checkQuality(households, GROUND).findings.map(({ check, subject, facts }) => [check, subject, facts]);

test('a sound survey leaves no finding, and every check has looked', () => {
  const { findings, counts } = checkQuality(village(16), GROUND);
  expect(findings).toEqual([]);
  expect(new Set(counts.map(({ check }) => check))).toEqual(new Set(QUALITY_CHECK_CODES));
  expect(counts.filter(({ withoutData }) => withoutData > 0)).toEqual([]);
});

test('there are sixteen checks', () => expect(QUALITY_CHECK_CODES).toHaveLength(16));

describe('one household', () => {
  test.each([
    ['shorter than ten minutes', { endedAt: '2026-10-01T08:09' }, 'tooShort', { minutes: 9 }],
    ['ended before it began', { endedAt: '2026-09-30T08:00' }, 'tooShort', { minutes: -1440 }],
    ['asked at night', { startedAt: '2026-10-01T02:00' }, 'oddHour', { startedAt: '2026-10-01T02:00' }],
    ['asked from elsewhere', { place: { ...HOUSE, latitude: 16.2441 } }, 'farFromHouse', { metres: 1112 }],
    ['one answer in five not known', { unknown: 6 }, 'manyUnknown', { unknown: 6, answers: 30 }],
    ['answers against each other', { conflicts: 2 }, 'conflictingAnswers', { conflicts: 2 }],
    [
      'decided otherwise than computed',
      { computed: 'NEAR_POOR' },
      'decidedOtherwise',
      { computed: 'NEAR_POOR', decided: 'POOR' },
    ],
    [
      'another class than the meeting agreed on',
      { agreed: 'NOT_POOR' },
      'changedAfterMeeting',
      { agreed: 'NOT_POOR', decided: 'POOR' },
    ],
    ['sixty points more than last year', { incomeScoreBefore: 20 }, 'scoreJump', { before: 20, now: 80 }],
    ['two persons fewer', { personsBefore: 6 }, 'rosterShrunk', { before: 6, now: 4 }],
    ['asked by another', { enumerator: 'mẩy' }, 'notByAssigned', {}],
  ] as const)('%s is told', (_what, changes, check, facts) =>
    expect(found([sound(0, changes)])).toEqual([[check, 'h0', facts]]),
  );

  test.each([
    ['ten minutes', { endedAt: '2026-10-01T08:10' }],
    ['in the evening before half past nine', { startedAt: '2026-10-01T21:29', endedAt: '2026-10-01T22:00' }],
    ['from the neighbours’ yard', { place: { ...HOUSE, latitude: HOUSE.latitude + 0.004 } }],
    ['three in twenty not known', { answers: 20, unknown: 3 }],
    ['59 points more', { incomeScoreBefore: 21 }],
    ['one person fewer', { personsBefore: 5 }],
    ['before its meeting', { agreed: null }],
  ] as const)('%s is not', (_what, changes) => expect(found([sound(0, changes)])).toEqual([]));
});

test('a check without its facts says so and does not pass', () => {
  const nothing = {
    enumerator: null,
    startedAt: null,
    place: null,
    fingerprint: null,
    answers: null,
    conflicts: null,
    computed: null,
    incomeScoreBefore: null,
    personsBefore: null,
  };
  const { findings, counts } = checkQuality(
    village(3, () => nothing),
    GROUND,
  );
  expect(findings).toEqual([]);
  const silent = counts.filter(({ looked }) => looked === 0).map(({ check }) => check);
  expect(new Set(silent)).toEqual(
    new Set(QUALITY_CHECK_CODES.filter((check) => check !== 'changedAfterMeeting')),
  );
  expect(counts.find(({ check }) => check === 'tooShort')).toMatchObject({ looked: 0, withoutData: 3 });
});

describe('households beside each other', () => {
  test('one enumerator in two houses at once', () => {
    const three = [
      sound(0, { endedAt: '2026-10-01T09:30' }),
      sound(1, { startedAt: '2026-10-01T09:00', endedAt: '2026-10-01T09:20' }),
      sound(2),
    ];
    expect(found(three).map(([check, subject]) => [check, subject])).toEqual([
      ['overlapping', 'h0'],
      ['overlapping', 'h1'],
    ]);
    const [first, second] = three as [SurveyedHousehold, SurveyedHousehold];
    expect(found([first, { ...second, enumerator: 'mẩy', assigned: 'mẩy' }])).toEqual([]);
    // One that ends as the next begins is no overlap.
    expect(found([sound(0, { endedAt: '2026-10-01T09:00' }), sound(1)])).toEqual([]);
  });

  test('three houses asked from one spot, two are not enough', () => {
    const atTable = (count: number) =>
      village(count, () => ({ place: HOUSE, house: null })).map((one) => ({ ...one, house: one.place }));
    expect(found(atTable(3)).map(([check, , facts]) => [check, facts])).toEqual(
      Array(3).fill(['samePlace', { households: 3 }]),
    );
    expect(found(atTable(2))).toEqual([]);
  });

  test('three households with the same answers in a village, not in different ones', () => {
    expect(found(village(3, () => ({ fingerprint: 'same' }))).map(([check]) => check)).toEqual(
      Array(3).fill('sameAnswers'),
    );
    expect(found(village(3, (at) => ({ fingerprint: 'same', villageId: at })))).toEqual([]);
    expect(found(village(3, () => ({ fingerprint: 'same', answers: 9, unknown: 0 })))).toEqual([]);
  });

  test('sixteen interviews in a day are one finding of the enumerator', () => {
    const day = (count: number) =>
      village(count, (at) => ({
        startedAt: `2026-10-01T${String(6 + Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`,
        endedAt: `2026-10-01T${String(6 + Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '20' : '50'}`,
      }));
    expect(found(day(16))).toEqual([
      ['tooManyInDay', 'páo 2026-10-01', { day: '2026-10-01', interviews: 16 }],
    ]);
    expect(found(day(15))).toEqual([]);
  });
});

describe('a village', () => {
  const scores = (list: readonly number[]) =>
    village(list.length, (at) => ({ incomeScore: list[at]!, incomeScoreBefore: list[at]! }));
  test('whose scores crowd just under the line', () => {
    const crowd = [139, 140, 138, 135, 131, 137, 90, 100, 110, 170];
    expect(found(scores(crowd))).toEqual([['scoresBunch', '1', { cutOff: 140, below: 6, above: 0 }]]);
    // Just above it is the same sign: a result pushed out.
    expect(found(scores(crowd.map((score) => 280 - score + 1)))).toMatchObject([
      ['scoresBunch', '1', { above: 6 }],
    ]);
  });
  test.each([
    ['evenly on both sides', [139, 140, 138, 141, 143, 147, 90, 100, 110, 170]],
    ['far from the line', [50, 60, 70, 80, 90, 100, 110, 120, 125, 129]],
  ])('whose scores lie %s is not told', (_where, list) => expect(found(scores(list))).toEqual([]));
  test('of nine scored households is too small to tell', () => {
    const { findings, counts } = checkQuality(scores(Array(9).fill(139)), GROUND);
    expect(findings).toEqual([]);
    expect(counts.find(({ check }) => check === 'scoresBunch')).toMatchObject({ looked: 0, withoutData: 1 });
  });
  test('where most have just the deprivations needed', () => {
    const just = (count: number) =>
      village(10, (at) => ({
        incomeScore: 60 + at,
        incomeScoreBefore: 60 + at,
        deprivationScore: at < count ? 30 : 60,
      }));
    expect(found(just(6))).toEqual([['deprivationsAtCutOff', '1', { cutOff: 30, just: 6, scored: 10 }]]);
    expect(found(just(5))).toEqual([]);
  });
});

test('minutes are counted over midnight, and metres on the ground', () => {
  expect(minutesBetween('2026-12-31T23:50', '2027-01-01T00:05')).toBe(15);
  // Hà Nội to Huế is about 540 km.
  const metres = metresBetween(
    { latitude: 21.0285, longitude: 105.8542 },
    { latitude: 16.4637, longitude: 107.5909 },
  );
  expect(Math.round(metres / 10_000)).toBe(54);
  expect(QUALITY_CHECKS.tooShort.limits.minutes).toBe(10);
});
