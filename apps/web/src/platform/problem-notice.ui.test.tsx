// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { NetworkError, ProblemError } from './http.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { renderPart } from './testing/render-page.tsx';

const refusal = (status: number, code = 'x.y', title = 'x') =>
  new ProblemError({ type: 'about:blank', title, status, code });

afterEach(cleanup);

describe('trying again is offered only where it may help', () => {
  test.each([
    ['a lost network', new NetworkError('/api'), 1],
    ['a fault of the server', refusal(500), 1],
    ['too many at once', refusal(429), 1],
    ['what is missing', refusal(404), 0],
    ['what is malformed', refusal(400), 0],
  ])('%s', async (_name, error, offered) => {
    await renderPart(<ProblemNotice error={error} onRetry={() => undefined} />);
    expect(screen.queryAllByRole('button', { name: 'Thử lại' }).length).toBe(offered);
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

test('what belongs to another role is no fault: it says whose it is, without a code to copy', async () => {
  await renderPart(<ProblemNotice error={refusal(403, 'shared.not-allowed', 'Phần này của: Quản trị.')} />);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('Phần này của: Quản trị.');
  expect(screen.queryByRole('button')).toBeNull();
});
