import { describe, expect, test } from 'vitest';
import {
  decideOnlineRequest,
  ONLINE_REQUEST_STATES,
  type OnlineRequestDecision,
  onlineRequestNumber,
  requestStepOf,
} from './decide-online-request.ts';

const DECISIONS: readonly OnlineRequestDecision[] = [
  { decision: 'accept' },
  { decision: 'refuse', reason: 'Hộ không ở xã' },
];

describe('a request that was sent online', () => {
  test.each(ONLINE_REQUEST_STATES.flatMap((state) => DECISIONS.map((told) => [state, told] as const)))(
    '%s: is decided once, whichever way (%o)',
    (state, told) => {
      const decided = decideOnlineRequest(state, told);
      if (state === 'sent')
        expect(decided).toEqual({ ok: true, value: told.decision === 'accept' ? 'accepted' : 'refused' });
      else
        expect(decided).toMatchObject({
          ok: false,
          problem: { code: 'review.online-request-decided' },
        });
    },
  );

  test('is not refused without words', () => {
    expect(decideOnlineRequest('sent', { decision: 'refuse', reason: ' \n' })).toMatchObject({
      problem: { code: 'review.online-request-reason-missing' },
    });
  });

  test('tells its sender how far it has come, and its result only when its case has ended', () => {
    expect(requestStepOf('sent', null)).toBe('sent');
    expect(requestStepOf('refused', null)).toBe('refused');
    expect(requestStepOf('accepted', null)).toBe('takenIn');
    expect(requestStepOf('accepted', '2026-11-20')).toBe('decided');
  });

  test('is numbered within its commune and year', () => {
    expect(onlineRequestNumber(2026, 3)).toBe('DN-2026-003');
  });
});
