import type { HomeView } from '@benvung/contract/review';
import { describe, expect, test } from 'vitest';
import { translate } from '../../platform/i18n.ts';
import { carriedBelow } from './children-model.ts';
import { lineSegments, provisionalSegment, ticksUpTo, yearsShown } from './history-line.ts';
import { reviewWords } from './review.words.ts';
import { stepFigures } from './round-progress.tsx';
import { isOwnTurn } from './task-doers.ts';
import { buttonOf, urgentFirst, whenDue } from './tasks.tsx';

const task = (text: string, dueOn: string | null, overdueDays: number | null = null) => ({
  kind: 'x',
  text,
  dueOn,
  overdueDays,
  count: null,
  link: '/viec',
});
const t = translate(reviewWords, 'vi');

describe('the clock leads', () => {
  test('the longest overdue comes first, then the nearest deadline, then what has none; seven at most', () => {
    const tasks = [
      task('không hạn', null),
      task('mai', '2024-10-16'),
      task('quá 1', '2024-10-14', 1),
      task('hôm nay', '2024-10-15'),
      task('quá 12', '2024-10-03', 12),
      ...['a', 'b', 'c'].map((name) => task(name, '2024-12-01')),
    ];
    expect(urgentFirst(tasks).map((one) => one.text)).toEqual([
      'quá 12',
      'quá 1',
      'hôm nay',
      'mai',
      'a',
      'b',
      'c',
    ]);
  });

  test('on the same day what others wait for comes before the lists of the round', () => {
    const day = '2024-12-14';
    const tasks = [
      task('danh sách', day),
      { ...task('quyết định', day), kind: 'to-recognise' },
      task('mai', '2024-10-16'),
    ];
    expect(urgentFirst(tasks).map((one) => one.text)).toEqual(['mai', 'quyết định', 'danh sách']);
  });

  test('what is another’s turn stands in its day’s place, and gives way when there are more than seven', () => {
    const own = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => task(name, '2024-12-14'));
    const others = ['1', '2'].map((name) => ({ ...task(name, `2024-11-0${name}`), kind: 'opinion' }));
    const isOwn = ({ kind }: { readonly kind: string }) => kind !== 'opinion';
    const shown = urgentFirst([...own, ...others], isOwn).map((one) => one.text);
    expect(shown).toEqual(['1', 'a', 'b', 'c', 'd', 'e', 'f']);
    expect(urgentFirst([...own.slice(0, 4), ...others], isOwn)).toHaveLength(6);
  });

  test.each([
    ['to-recognise', 'commune', 'approver', true],
    ['to-recognise', 'commune', 'officer', false],
    ['to-meet', 'commune', 'enumerator', true],
    ['to-submit', 'commune', 'enumerator', false],
    ['opinion', 'commune', 'approver', false],
    ['opinion', 'district', 'approver', true],
    ['pending', 'commune', 'viewer', false],
    ['duties-open', 'province', 'viewer', true],
  ] as const)('%s in a %s is the turn of %s: %s', (kind, level, role, own) => {
    expect(isOwnTurn({ ...task('x', null), kind }, level, new Set([role]))).toBe(own);
  });

  test.each([
    [task('x', '2024-10-14', 1), 'Quá hạn 1 ngày', 'late'],
    [task('x', '2024-10-15'), 'Hôm nay', 'now'],
    [task('x', '2024-10-17'), 'Còn 2 ngày', 'later'],
    [task('x', null), 'Chưa có hạn', 'later'],
  ])('a task says how pressing it is', (one, text, tone) => {
    expect(whenDue(one, '2024-10-15', t)).toMatchObject({ text, tone });
  });
});

describe('a button is a verb and its object', () => {
  test.each([
    ['pending', 'Xem hộ chưa chấm điểm'],
    ['undetermined', 'Bổ sung câu trả lời'],
    ['not-recognised', 'Xem hộ chờ công nhận'],
    ['unverified', 'Xem hộ chấm thử'],
    ['round-not-begun', 'Mở đợt'],
    ['base-missing', 'Ghi dân số'],
    ['another', 'Mở việc này'],
  ])('%s', (kind, said) => {
    expect(buttonOf(kind, t)).toBe(said);
  });
});

describe('the running year beside the past ones', () => {
  const past = (year: number, poorRate: number, standard = 'VN-2022') => ({
    year,
    standard,
    poor: 9,
    nearPoor: 9,
    poorRate,
    nearPoorRate: null,
  });
  const home = (standard: string, currentRate: number | null) =>
    ({
      year: 2024,
      standard,
      history: [past(2022, 26.5), past(2023, 22.5)],
      figures: ['POOR', 'NEAR_POOR'].map((of) => ({
        class: of,
        current: 7,
        currentRate,
        state: 'provisional',
      })),
    }) as unknown as HomeView;

  test('stands last, is no part of the official line, and is joined to it as provisional', () => {
    const years = yearsShown(home('VN-2022', 18.4));
    expect(years.map(({ year, provisional }) => [year, provisional === true])).toEqual([
      [2022, false],
      [2023, false],
      [2024, true],
    ]);
    expect(lineSegments(years, 'poorRate')).toEqual([
      [
        { at: 0, rate: 26.5 },
        { at: 1, rate: 22.5 },
      ],
    ]);
    expect(provisionalSegment(years, 'poorRate')).toEqual([
      { at: 1, rate: 22.5 },
      { at: 2, rate: 18.4 },
    ]);
  });

  test('is not joined under another standard, and not shown without a rate', () => {
    expect(provisionalSegment(yearsShown(home('VN-2027', 18.4)), 'poorRate')).toBeNull();
    expect(yearsShown(home('VN-2022', null))).toHaveLength(2);
  });
});

describe('what the units below still carry from last year', () => {
  const figure = (of: 'POOR' | 'NEAR_POOR', carried: number) => ({
    class: of,
    opening: 9,
    current: 9,
    change: 0,
    carried,
    openingRate: null,
    currentRate: null,
    state: 'provisional' as const,
  });
  const home = (...carried: [number, number][]) =>
    ({
      children: carried.map(([poor, nearPoor]) => ({
        figures: [figure('POOR', poor), figure('NEAR_POOR', nearPoor)],
      })),
    }) as unknown as HomeView;

  test('is said once above them, for each class; nothing when all are reviewed', () => {
    expect(carriedBelow(home([1200, 0], [34, 5]), t)).toBe(
      '“Hiện nay” gồm hộ chưa rà soát xong, theo loại năm trước: 1.234 hộ nghèo, 5 hộ cận nghèo.',
    );
    expect(carriedBelow(home([0, 0]), t)).toBeNull();
  });
});

describe('where the round stands', () => {
  const unit = { id: 1, code: '1', level: 'commune', name: 'Xã' } as const;
  const progress = (listed: number, surveyed: number, scored: number, recognised: number) =>
    stepFigures({ unit, year: 2024, status: 'OPEN', listed, surveyed, scored, recognised });

  test('a household that is further has passed the earlier steps', () => {
    expect(progress(10, 20, 30, 40).map((step) => step.reached)).toEqual([100, 90, 70, 40]);
  });

  test('a step is done only when all households have reached it', () => {
    expect(progress(0, 0, 5, 5).map((step) => step.state)).toEqual(['done', 'done', 'done', 'running']);
    expect(progress(5, 0, 0, 0).map((step) => step.state)).toEqual(['done', 'ahead', 'ahead', 'ahead']);
  });

  test('an empty list has begun nothing', () => {
    expect(progress(0, 0, 0, 0).map((step) => step.state)).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
  });
});

describe('the line over the years', () => {
  const year = (standard: string, poorRate: number | null) => ({ standard, poorRate, nearPoorRate: null });

  test('it breaks where the standard changes and where a year is missing', () => {
    const history = [year('a', 3), year('a', 2), year('b', 5), year('b', null), year('b', 4)];
    expect(lineSegments(history, 'poorRate').map((run) => run.map((point) => point.at))).toEqual([
      [0, 1],
      [2],
      [4],
    ]);
  });

  test.each([
    [0, [0, 0.5]],
    [1.76, [0, 0.5, 1, 1.5, 2]],
    [3.45, [0, 1, 2, 3, 4]],
    [24.4, [0, 10, 20, 30]],
  ])('marks begin at zero and reach %d', (highest, ticks) => {
    expect(ticksUpTo(highest)).toEqual(ticks);
  });
});
