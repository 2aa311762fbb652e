import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/day.ts';
import { sampleCase, sampleCircumstances, shortAdHoc } from './case.sample.ts';
import { boardColumnOf, CASE_STATES, CASE_TRANSITIONS, isConcluded } from './case-state.ts';
import {
  afterStep,
  type CaseAct,
  type CaseStanding,
  conclusionOf,
  decideCaseAct,
  recognitionListsOf,
} from './decide-case-act.ts';

const about = sampleCircumstances;
const done = (now: CaseStanding, command: CaseAct, circumstances = about): CaseStanding => {
  const decided = decideCaseAct(now, command, circumstances);
  if (!decided.ok) throw new Error(decided.problem.code);
  return afterStep(now, decided.value);
};
const codeOf = (now: CaseStanding, command: CaseAct, circumstances = about) => {
  const decided = decideCaseAct(now, command, circumstances);
  return decided.ok ? 'ok' : decided.problem.code;
};
const score = { act: 'score', by: 'a', class: 'POOR', verified: true } as const;
const agree = { act: 'agree', present: 56, agreed: 52 } as const;

test('the steps of a case are these and no others', () => {
  const table = CASE_STATES.map((state) =>
    `${state}: ${Object.entries(CASE_TRANSITIONS[state])
      .map(([act, to]) => `${act} → ${to}`)
      .join(', ')}`.trim(),
  );
  expect(table).toEqual([
    'requested: screenIn → screenedIn, screenOut → screenedOut, list → listed, withdraw → withdrawn, markGone → gone',
    'screenedIn: list → listed, withdraw → withdrawn, markGone → gone',
    'screenedOut:',
    'listed: survey → surveyed, withdraw → withdrawn, markGone → gone',
    'surveyed: survey → surveyed, score → scored, markGone → gone, sendBack → returned, withdraw → withdrawn',
    'scored: survey → surveyed, score → scored, markGone → gone, sendBack → returned, agree → agreed, reject → rejected',
    'agreed: post → posted, markGone → gone',
    'rejected: survey → surveyed, markGone → gone',
    'posted: complain → disputed, submit → submitted, recognise → recognised, exit → exited, refuse → refused, markGone → gone',
    'disputed: score → disputed, reverify → reverified, markGone → gone',
    'reverified: post → posted, markGone → gone',
    'submitted: clear → cleared, return → returned, markGone → gone',
    'cleared: recognise → recognised, exit → exited, refuse → refused, markGone → gone',
    'returned: survey → surveyed, markGone → gone',
    'recognised:',
    'exited:',
    'refused:',
    'gone:',
    'withdrawn:',
  ]);
});

describe('a case', () => {
  const scored = done(done(sampleCase, { act: 'survey', by: 'a' }), score);
  const posted = done(done(scored, agree), { act: 'post' });
  const at = (today: string, time = '09:00') => ({ ...about, today, time });

  test('is posted for three working days: opened on Wednesday 30/9 it may be submitted from 17:00 on Monday 05/10', () => {
    expect(posted.postingEndsOn).toBe('2026-10-05');
    expect(codeOf(posted, { act: 'submit' }, at('2026-10-05', '16:59'))).toBe('review.case-posting-runs');
    expect(codeOf(posted, { act: 'submit' }, at('2026-10-05', '17:00'))).toBe('ok');
    expect(codeOf(posted, { act: 'submit' }, at('2026-10-06'))).toBe('ok');
  });

  test.each([
    [56, 28, 'agree', 'ok'],
    [56, 27, 'agree', 'review.case-vote-short'],
    [55, 28, 'agree', 'ok'],
    [55, 27, 'reject', 'ok'],
    [56, 28, 'reject', 'review.case-vote-enough'],
    [0, 0, 'agree', 'review.case-vote-impossible'],
    [10, 11, 'agree', 'review.case-vote-impossible'],
  ] as const)('with %i attending and %i agreeing: %s is %s', (present, agreed, act, code) =>
    expect(codeOf(scored, { act, present, agreed })).toBe(code),
  );

  test('below half it is surveyed again, whoever surveyed it first stays known', () => {
    const again = done(done(scored, { act: 'reject', present: 9, agreed: 4 }), { act: 'survey', by: 'b' });
    expect(again).toMatchObject({ state: 'surveyed', class: null, surveyedBy: 'a' });
  });

  test('is re-verified by others than the first enumerator, and posted again', () => {
    const disputed = done(posted, { act: 'complain', reason: 'thiếu nhà' });
    expect(codeOf(disputed, { act: 'reverify', by: 'a', reason: 'đúng' })).toBe('review.case-same-person');
    expect(codeOf(disputed, score)).toBe('review.case-same-person');
    expect(codeOf(disputed, { act: 'submit' }, at('2026-12-01'))).toBe('review.case-step-not-next');
    const again = done(
      done(disputed, { act: 'reverify', by: 'b', reason: 'đúng' }),
      { act: 'post' },
      at('2026-10-08'),
    );
    expect(again).toMatchObject({ state: 'posted', postingEndsOn: '2026-10-13' });
  });

  test.each([
    // [what the procedure says, kind of round, day, submit, recognise]
    ['every step', 'PERIODIC', '2026-10-06', 'ok', 'review.case-opinion-first'],
    ['every step', 'AD_HOC', '2026-10-06', 'ok', 'review.case-opinion-first'],
    ['no ad hoc opinion', 'PERIODIC', '2026-10-06', 'ok', 'review.case-opinion-first'],
    ['no ad hoc opinion', 'AD_HOC', '2026-10-06', 'review.case-no-opinion', 'ok'],
    ['no ad hoc opinion', 'AD_HOC', '2026-10-05', 'review.case-no-opinion', 'review.case-posting-runs'],
  ] as const)(
    'by a procedure with %s, posted in a %s round, on %s: submit %s, recognise %s',
    (says, roundKind, day, submit, recognise) => {
      const procedure = says === 'every step' ? about.procedure : shortAdHoc;
      const now = { ...posted, roundKind };
      expect(codeOf(now, { act: 'submit' }, { ...at(day), procedure })).toBe(submit);
      expect(codeOf(now, { act: 'recognise' }, { ...at(day), procedure })).toBe(recognise);
    },
  );

  test('is recognised only by a class that something verified carries', () => {
    const cleared = { ...posted, state: 'cleared' } as const;
    expect(codeOf({ ...cleared, verified: false }, { act: 'recognise' })).toBe('review.case-unverified');
    expect(codeOf({ ...cleared, class: 'UNDETERMINED' }, { act: 'recognise' })).toBe(
      'review.case-undetermined',
    );
    expect(codeOf({ ...cleared, class: 'NOT_POOR' }, { act: 'recognise' })).toBe(
      'review.case-other-conclusion',
    );
    expect(codeOf({ ...cleared, class: 'NOT_POOR' }, { act: 'exit' })).toBe('ok');
    expect(codeOf({ ...cleared, class: 'NOT_POOR', opening: null }, { act: 'refuse', reason: ' ' })).toBe(
      'review.case-reason-missing',
    );
  });

  test('asked for by form 01 is screened first, by form 04 it is not; an ad hoc one waits for the 15th', () => {
    const request = {
      ...sampleCase,
      state: 'requested',
      origin: 'form01',
      roundKind: 'AD_HOC',
      requestedOn: '2026-03-04',
    } as const;
    expect(codeOf(request, { act: 'list' })).toBe('review.case-not-screened');
    const screened = done(request, { act: 'screenIn' });
    expect(codeOf(screened, { act: 'list' }, at('2026-03-14'))).toBe('review.case-too-early');
    expect(codeOf(screened, { act: 'list' }, at('2026-03-15'))).toBe('ok');
    expect(codeOf({ ...request, origin: 'form04' }, { act: 'list' }, at('2026-03-20'))).toBe('ok');
  });

  test('of record is not withdrawn by wish', () =>
    expect(codeOf(sampleCase, { act: 'withdraw', reason: 'không muốn' })).toBe('review.case-step-not-next'));

  test('takes back its last step while nothing rests on it, once', () => {
    const agreed = done(scored, agree);
    expect(codeOf(agreed, { act: 'undo', reason: '' })).toBe('review.case-reason-missing');
    const back = done(agreed, { act: 'undo', reason: 'đếm nhầm' });
    expect(back.state).toBe('scored');
    expect(codeOf(back, { act: 'undo', reason: 'nữa' })).toBe('review.case-cannot-undo');
    expect(codeOf(posted, { act: 'undo', reason: 'nhầm' })).toBe('review.case-cannot-undo');
  });
});

test.each([
  ['POOR', 'POOR', 'recognise', ['POOR']],
  ['POOR', 'NEAR_POOR', 'recognise', ['NEAR_POOR', 'POVERTY_EXIT']],
  ['POOR', 'NOT_POOR', 'exit', ['POVERTY_EXIT']],
  ['NEAR_POOR', 'POOR', 'recognise', ['POOR']],
  ['NEAR_POOR', 'AVERAGE_LIVING_STANDARD', 'exit', ['NEAR_POVERTY_EXIT']],
  [null, 'POOR', 'recognise', ['POOR']],
  [null, 'NOT_POOR', 'refuse', []],
] as const)('from %s to %s: %s, in the lists %j', (opening, of, conclusion, lists) => {
  const standing = { opening, class: of };
  expect(conclusionOf(standing)).toBe(conclusion);
  expect(recognitionListsOf(standing)).toEqual(lists);
});

test('the board has each listed case in one column', () => {
  const outside = CASE_STATES.filter(
    (state) => boardColumnOf(state, { postingOver: false, asksOpinion: true }) === null,
  );
  expect(outside).toEqual(['requested', 'screenedIn', 'screenedOut', 'withdrawn']);
  expect(boardColumnOf('posted', { postingOver: true, asksOpinion: true })).toBe('toSubmit');
  expect(boardColumnOf('posted', { postingOver: true, asksOpinion: false })).toBe('toDecide');
});

describe('no sequence of commands', () => {
  const command: fc.Arbitrary<CaseAct> = fc.oneof(
    fc.constantFrom<CaseAct>(
      { act: 'screenIn' },
      { act: 'list' },
      { act: 'submit' },
      { act: 'clear' },
      { act: 'recognise' },
      { act: 'exit' },
      { act: 'post' },
      agree,
      { act: 'reject', present: 10, agreed: 2 },
    ),
    fc.constantFrom<CaseAct>(
      { act: 'refuse', reason: 'x' },
      { act: 'return', reason: 'x' },
      { act: 'sendBack', reason: 'x' },
      { act: 'complain', reason: 'x' },
      { act: 'undo', reason: 'x' },
      { act: 'screenOut', reason: 'x' },
    ),
    fc.record({ act: fc.constant('survey' as const), by: fc.constantFrom('a', 'b') }),
    fc.record({
      act: fc.constant('score' as const),
      by: fc.constantFrom('a', 'b'),
      class: fc.constantFrom('POOR' as const, 'NOT_POOR' as const, 'UNDETERMINED' as const),
      verified: fc.boolean(),
    }),
    fc.record({
      act: fc.constant('reverify' as const),
      by: fc.constantFrom('a', 'b'),
      reason: fc.constant('x'),
    }),
  );
  const step = fc.record({ command, wait: fc.integer({ min: 0, max: 4 }) });
  const NEXT: Record<string, CaseAct[]> = {
    listed: [{ act: 'survey', by: 'a' }],
    surveyed: [score],
    scored: [agree],
    agreed: [{ act: 'post' }],
    reverified: [{ act: 'post' }],
    posted: [{ act: 'submit' }],
    submitted: [{ act: 'clear' }],
    cleared: [{ act: 'recognise' }, { act: 'exit' }],
  };

  test.each(['PERIODIC', 'AD_HOC'] as const)(
    'of a %s round reaches a conclusion without each legal step',
    (roundKind) => {
      let concluded = 0;
      const next: typeof NEXT = roundKind === 'PERIODIC' ? NEXT : { ...NEXT, posted: NEXT.cleared ?? [] };
      fc.assert(
        fc.property(
          fc.array(step, { minLength: 20, maxLength: 60 }),
          fc.integer({ min: 1, max: 3 }),
          (steps, hurry) => {
            let now: CaseStanding = { ...sampleCase, roundKind };
            let today = '2026-09-01';
            let path: { act: string; today: string; endsOn: string | null }[] = [];
            steps.forEach(({ command: told, wait }, index) => {
              today = addDays(today, wait);
              // Most of the time the lawful next step is tried, so that conclusions are reached often.
              const helpful =
                index % 4 <= hurry ? next[now.state]?.[index % (next[now.state]?.length ?? 1)] : undefined;
              const chosen = helpful ?? told;
              const decided = decideCaseAct(now, chosen, { ...about, today, procedure: shortAdHoc });
              if (!decided.ok) return;
              now = afterStep(now, decided.value);
              path =
                chosen.act === 'undo'
                  ? path.slice(0, -1)
                  : [...path, { act: chosen.act, today, endsOn: now.postingEndsOn }];
            });
            if (!isConcluded(now.state)) return;
            concluded += 1;
            const acts = path.map(({ act }) => act);
            const last = (act: string) => acts.lastIndexOf(act);
            expect(last('survey')).toBeGreaterThanOrEqual(0);
            expect(last('agree')).toBeGreaterThan(last('survey'));
            expect(last('post')).toBeGreaterThan(last('agree'));
            expect(last('post')).toBeGreaterThan(last('complain'));
            const opinion = roundKind === 'PERIODIC';
            if (opinion) expect(last('submit')).toBeGreaterThan(last('post'));
            if (opinion) expect(last('clear')).toBeGreaterThan(last('submit'));
            else expect(last('submit')).toBe(-1);
            expect(last('return')).toBeLessThan(last('survey') + 1);
            expect(last('sendBack')).toBeLessThan(last('survey') + 1);
            const left = path[opinion ? last('submit') : acts.length - 1];
            expect(left !== undefined && left.today > (left.endsOn ?? '')).toBe(true);
            expect(now.verified).toBe(true);
          },
        ),
        { numRuns: 300 },
      );
      expect(concluded).toBeGreaterThan(30);
    },
  );
});
