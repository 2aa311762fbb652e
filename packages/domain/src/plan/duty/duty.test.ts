import { describe, expect, test } from 'vitest';
import { type WorkingYear, workingCalendarOf } from '../../shared/working-days.ts';
import { type DutyStanding, decideDutyAct, dutyActsNow } from './decide-duty-act.ts';
import {
  type DutyTimes,
  isEscalated,
  pressOf,
  type RemindedDuty,
  reminderOf,
  workingDaysLate,
} from './duty-standing.ts';
import { DUTY_ACTS, DUTY_RULES, DUTY_STATES, type DutyAct, type DutyState } from './duty-state.ts';
import { matchOwner, matchPartners } from './match-owner.ts';

const today = '2024-10-15';
const both = ['giver', 'receiver'] as const;
const told = { today, sides: both, words: 'vì mưa lũ', evidence: '12/BC-UBND', day: '2024-11-30' };
const standing = (changes: Partial<DutyStanding> = {}): DutyStanding => ({
  state: 'assigned',
  dueOn: '2024-10-31',
  extensionTo: null,
  files: 0,
  ...changes,
});

/** The whole table: `-` refuses, `=` stays. */
const TABLE: Readonly<Record<DutyState, Partial<Record<DutyAct, DutyState>>>> = {
  assigned: {
    receive: 'received',
    start: 'underWay',
    report: 'reported',
    askExtension: 'assigned',
    grantExtension: 'assigned',
    refuseExtension: 'assigned',
    cancel: 'cancelled',
  },
  received: {
    start: 'underWay',
    report: 'reported',
    askExtension: 'received',
    grantExtension: 'received',
    refuseExtension: 'received',
    cancel: 'cancelled',
  },
  underWay: {
    report: 'reported',
    askExtension: 'underWay',
    grantExtension: 'underWay',
    refuseExtension: 'underWay',
    cancel: 'cancelled',
  },
  reported: { accept: 'accepted', sendBack: 'sentBack', cancel: 'cancelled' },
  sentBack: {
    start: 'underWay',
    report: 'reported',
    askExtension: 'sentBack',
    grantExtension: 'sentBack',
    refuseExtension: 'sentBack',
    cancel: 'cancelled',
  },
  accepted: { reopen: 'sentBack' },
  cancelled: { reopen: 'assigned' },
};

describe('a duty', () => {
  test.each(DUTY_STATES.flatMap((state) => DUTY_ACTS.map((act) => [state, act] as const)))(
    '%s, on %s, goes where the table says or refuses',
    (state, act) => {
      const asked = act === 'grantExtension' || act === 'refuseExtension';
      const duty = standing({ state, extensionTo: asked ? '2024-11-15' : null });
      const expected = TABLE[state][act];
      expect(decideDutyAct(duty, act, told)).toMatchObject(
        expected === undefined
          ? { ok: false, problem: { code: 'plan-duty.act-not-now' } }
          : { ok: true, value: { state: expected } },
      );
    },
  );

  test.each(DUTY_ACTS)('%s is refused to the other side', (act) => {
    const other = DUTY_RULES[act].by === 'giver' ? 'receiver' : 'giver';
    for (const sides of [[other], []] as const)
      expect(decideDutyAct(standing(), act, { ...told, sides })).toMatchObject({
        ok: false,
        problem: { code: other === 'giver' ? 'plan-duty.not-the-receiver' : 'plan-duty.not-the-giver' },
      });
  });

  test.each([
    ['a report without words', 'report', {}, { words: ' ' }, 'plan-duty.result-missing'],
    ['a report without evidence', 'report', {}, { evidence: '' }, 'plan-duty.evidence-missing'],
    [
      'sending back without a reason',
      'sendBack',
      { state: 'reported' },
      { words: '' },
      'plan-duty.reason-missing',
    ],
    ['cancelling without a reason', 'cancel', {}, { words: undefined }, 'plan-duty.reason-missing'],
    ['more time without a reason', 'askExtension', {}, { words: '' }, 'plan-duty.reason-missing'],
    ['more time without a day', 'askExtension', {}, { day: undefined }, 'plan-duty.day-missing'],
    [
      'more time to the deadline itself',
      'askExtension',
      {},
      { day: '2024-10-31' },
      'plan-duty.day-not-later',
    ],
    [
      'more time to a day gone by',
      'askExtension',
      { dueOn: '2024-09-30' },
      { day: '2024-10-15' },
      'plan-duty.day-not-later',
    ],
    [
      'more time asked twice',
      'askExtension',
      { extensionTo: '2024-11-15' },
      {},
      'plan-duty.extension-asked-already',
    ],
    ['granting what nobody asked', 'grantExtension', {}, {}, 'plan-duty.extension-not-asked'],
    [
      'more time granted without a word why',
      'grantExtension',
      { extensionTo: '2024-11-15' },
      { words: ' ' },
      'plan-duty.reason-missing',
    ],
  ] as const)('%s is refused', (_what, act, duty, change, code) =>
    expect(decideDutyAct(standing(duty), act, { ...told, ...change })).toMatchObject({
      ok: false,
      problem: { code },
    }),
  );

  test('is shown to be done by a file as by a paper’s number', () =>
    expect(decideDutyAct(standing({ files: 1 }), 'report', { ...told, evidence: '' }).ok).toBe(true));

  test('gets the day that was granted, whatever was asked, and nothing is asked any more', () => {
    const asked = decideDutyAct(standing(), 'askExtension', told);
    expect(asked).toMatchObject({ value: { dueOn: '2024-10-31', extensionTo: '2024-11-30' } });
    const granted = decideDutyAct(standing({ extensionTo: '2024-11-30' }), 'grantExtension', {
      ...told,
      day: '2024-11-10',
    });
    expect(granted).toMatchObject({ value: { dueOn: '2024-11-10', extensionTo: null } });
  });

  test('offers each side its own buttons', () => {
    expect(dutyActsNow(standing(), ['receiver'])).toEqual(['receive', 'start', 'report', 'askExtension']);
    expect(dutyActsNow(standing({ extensionTo: '2024-11-15' }), ['giver'])).toEqual([
      'grantExtension',
      'refuseExtension',
      'cancel',
    ]);
    expect(dutyActsNow(standing({ dueOn: null }), ['receiver'])).not.toContain('askExtension');
    expect(dutyActsNow(standing({ state: 'accepted' }), ['receiver'])).toEqual([]);
  });
});

const year: WorkingYear = {
  year: 2024,
  status: 'shipped',
  holidays: [{ day: '2024-09-02', name: 'Quốc khánh', inLieu: false }],
  swaps: [],
  decisions: [],
};
const times: DutyTimes = { remindBefore: [5, 1], remindLateEvery: 2, escalateAfter: 3, acceptWithin: 3 };
const clock = { calendar: workingCalendarOf([year]), times };
const duty = (changes: Partial<RemindedDuty>): RemindedDuty => ({
  state: 'underWay',
  dueOn: '2024-10-15',
  reportedOn: null,
  ...changes,
});

describe('being late and being reminded', () => {
  test.each([
    ['five working days before', '2024-10-08', { kind: 'before', days: 5, toGiver: false }],
    ['four days before: nothing', '2024-10-09', null],
    ['on a Saturday: nothing', '2024-10-12', null],
    ['the day before', '2024-10-14', { kind: 'before', days: 1, toGiver: false }],
    ['on the day', '2024-10-15', { kind: 'onDay', days: 0, toGiver: false }],
    ['the day after', '2024-10-16', { kind: 'late', days: 1, toGiver: false }],
    ['two days late: nothing', '2024-10-17', null],
    ['three days late, to the superior too', '2024-10-18', { kind: 'late', days: 3, toGiver: true }],
  ] as const)('%s', (_what, day, expected) => expect(reminderOf(duty({}), day, clock)).toEqual(expected));

  test('a deadline on a day off is recalled on the last working day before it', () => {
    const onMonday = duty({ dueOn: '2024-09-02' });
    expect(reminderOf(onMonday, '2024-08-30', clock)).toMatchObject({ kind: 'onDay' });
    expect(workingDaysLate(onMonday, '2024-09-03', clock.calendar)).toBe(1);
  });

  test('what is reported is not late; the giver is reminded when it waits', () => {
    const reported = duty({ state: 'reported', dueOn: '2024-10-01', reportedOn: '2024-10-10' });
    expect(workingDaysLate(reported, today, clock.calendar)).toBe(0);
    expect(reminderOf(reported, '2024-10-14', clock)).toBeNull();
    expect(reminderOf(reported, '2024-10-15', clock)).toEqual({ kind: 'toAccept', days: 3, toGiver: true });
    expect(isEscalated(reported, today, clock)).toBe(false);
  });

  test.each([
    ['2024-10-14', 'late'],
    ['2024-10-15', 'today'],
    ['2024-10-22', 'soon'],
    ['2024-10-23', 'later'],
    [null, 'undated'],
  ] as const)('a duty due on %s is %s', (dueOn, press) =>
    expect(pressOf(duty({ dueOn }), today, clock)).toBe(press),
  );

  test('one that is over three working days late is passed up', () => {
    expect(isEscalated(duty({ dueOn: '2024-10-10' }), today, clock)).toBe(true);
    expect(isEscalated(duty({ dueOn: '2024-10-11' }), today, clock)).toBe(false);
  });
});

describe('who is meant by the words of a plan', () => {
  const agencies = [
    { id: 'labour', names: ['Sở Lao động - Thương binh và Xã hội', 'Sở LĐTBXH'] },
    { id: 'finance', names: ['Sở Tài chính'] },
    { id: 'bank', names: ['Ngân hàng Chính sách xã hội tỉnh', 'NHCSXH'] },
    { id: 'front', names: ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'] },
  ];
  const province = { agencies, levelsBelow: ['district', 'commune', 'village'] } as const;
  test.each([
    ['Sở Lao động - Thương binh và Xã hội', { to: 'agency', id: 'labour' }],
    ['Sở LĐTBXH tỉnh', { to: 'agency', id: 'labour' }],
    ['Sở Kế hoạch và Đầu tư', { to: 'unit' }],
    ['Ngân hàng Chính sách xã hội tỉnh', { to: 'agency', id: 'bank' }],
    [
      'Đề nghị Ủy ban Mặt trận tổ quốc Việt nam tỉnh và các tổ chức thành viên',
      { to: 'agency', id: 'front' },
    ],
    ['UBND thành phố Huế, các thị xã và các huyện', { to: 'below', level: 'district' }],
    ['UBND các xã, phường, thị trấn', { to: 'below', level: 'commune' }],
  ] as const)('%s', (words, expected) => expect(matchOwner(words, province)).toEqual(expected));

  test('a commune’s villages are meant by “các thôn”, and nobody below by its own committee', () => {
    const commune = { agencies: [], levelsBelow: ['village'] } as const;
    expect(matchOwner('Các thôn', commune)).toEqual({ to: 'below', level: 'village' });
    expect(matchOwner('UBND xã', commune)).toEqual({ to: 'unit' });
  });

  test('partners are the agencies named, each once, without the owner', () =>
    expect(
      matchPartners(
        ['Sở Tài chính, Sở LĐTBXH', 'các sở, ngành liên quan', 'sở tài chính'],
        agencies,
        'labour',
      ),
    ).toEqual(['finance']));
});
