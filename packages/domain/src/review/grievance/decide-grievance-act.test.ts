import { expect, test } from 'vitest';
import { workingCalendarOf } from '../../shared/working-days.ts';
import {
  decideGrievanceAct,
  GRIEVANCE_ACTS,
  GRIEVANCE_STATES,
  type GrievanceAct,
  type GrievanceActName,
  grievanceDaysLate,
  grievanceDue,
  grievanceNumber,
} from './decide-grievance-act.ts';
import type { GrievanceProcedure } from './grievance-category.ts';

const verifier = { name: 'Vi Văn Thành', accountId: 'b' };
const first = [{ name: 'Hồ Văn Rà', accountId: 'a' }];
const acts: Record<GrievanceActName, GrievanceAct> = {
  assign: { act: 'assign', verifier },
  verify: { act: 'verify', finding: 'đã xem nhà', outcome: 'upheld' },
  decline: { act: 'decline', reason: 'trùng với PA-2026-001' },
  answer: { act: 'answer', answer: 'Giữ nguyên.' },
  close: { act: 'close' },
};

test('each step leads where the table says, and no other step is taken', () => {
  const reached = GRIEVANCE_STATES.flatMap((state) =>
    GRIEVANCE_ACTS.flatMap((act) => {
      const decided = decideGrievanceAct({ state, verifier }, acts[act], first);
      return decided.ok ? [`${state} ${act} ${decided.value}`] : [];
    }),
  );
  expect(reached).toEqual([
    'received assign assigned',
    'received decline verified',
    'assigned assign assigned',
    'assigned verify verified',
    'verified answer answered',
    'answered close closed',
  ]);
});

test.each([
  ['the account that surveyed first is not sent again', { name: 'Tên khác', accountId: 'a' }],
  ['nor a person of that name, with or without diacritics', { name: 'ho van RA', accountId: null }],
])('%s', (_name, someone) => {
  expect(
    decideGrievanceAct({ state: 'received', verifier: null }, { act: 'assign', verifier: someone }, first),
  ).toMatchObject({ problem: { code: 'review.grievance-same-person' } });
});

test('who surveyed first may write down what another found, and not what they found themselves', () => {
  expect(decideGrievanceAct({ state: 'assigned', verifier }, acts.verify, first)).toMatchObject({ ok: true });
  const own = { state: 'assigned', verifier: { name: 'Hồ Văn Rà', accountId: null } } as const;
  expect(decideGrievanceAct(own, acts.verify, first)).toMatchObject({
    problem: { code: 'review.grievance-same-person' },
  });
});

test.each([
  [
    { ...acts.assign, verifier: { name: ' ', accountId: null } },
    'received',
    'review.grievance-verifier-missing',
  ],
  [{ ...acts.verify, finding: ' ' }, 'assigned', 'review.grievance-finding-missing'],
  [{ ...acts.decline, reason: '' }, 'received', 'review.grievance-reason-missing'],
  [{ ...acts.answer, answer: '' }, 'verified', 'review.grievance-answer-missing'],
] as [GrievanceAct, 'received' | 'assigned' | 'verified', string][])(
  'an empty %o is refused',
  (act, state, code) => {
    expect(decideGrievanceAct({ state, verifier }, act, first)).toMatchObject({
      problem: { code },
    });
  },
);

const ground = { document: 'x', article: null, label: 'x' };
const text = { vi: 'x', en: 'x' };
const procedure: GrievanceProcedure = {
  id: 'X',
  title: text,
  from: '2016-01-01',
  to: null,
  method: 'reverify-then-answer',
  categories: [
    {
      id: 'household',
      title: text,
      reverified: true,
      limit: { days: 3, kind: 'working', uncertain: true, ground },
    },
    {
      id: 'absent',
      title: text,
      reverified: true,
      limit: { days: 3, kind: 'working', uncertain: false, ground },
    },
    {
      id: 'process',
      title: text,
      reverified: false,
      limit: { days: 10, kind: 'unknown', uncertain: false, ground },
    },
  ],
};
const calendar = workingCalendarOf([
  { year: 2026, status: 'shipped', holidays: [], swaps: [], decisions: [] },
]);

test('three working days after Monday are over on Thursday; an uncertain limit says so', () => {
  expect(grievanceDue({ procedure, calendar }, 'household', '2026-10-05')).toEqual({
    day: '2026-10-08',
    provisional: false,
    uncertain: true,
  });
  expect(grievanceDue({ procedure, calendar }, 'absent', '2026-10-05').uncertain).toBe(false);
  // A duty of unknown kind is due on the earlier reading.
  expect(grievanceDue({ procedure, calendar }, 'process', '2026-10-05')).toMatchObject({
    day: '2026-10-15',
    uncertain: true,
  });
});

test('lateness is counted in working days, and stops with the answer', () => {
  const late = (state: 'received' | 'answered', answeredOn: string | null, today: string) =>
    grievanceDaysLate({ state, dueOn: '2026-10-08', answeredOn }, today, calendar);
  expect(late('received', null, '2026-10-08')).toBe(0);
  expect(late('received', null, '2026-10-12')).toBe(2);
  expect(late('answered', '2026-10-09', '2026-12-01')).toBe(1);
});

test('numbers are counted in the commune and year', () => {
  expect([grievanceNumber(2026, 14), grievanceNumber(2026, 1_400)]).toEqual(['PA-2026-014', 'PA-2026-1400']);
});
