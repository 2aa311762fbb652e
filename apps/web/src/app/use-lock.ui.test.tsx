// @vitest-environment jsdom
import type { SessionView } from '@benvung/contract/access';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useLock } from './use-lock.ts';

const MINUTE = 60_000;
const session = (csrfToken: string): SessionView => ({
  account: { id: '0190a0c0-0000-7000-8000-000000000001', username: 'hoa', fullName: 'Hồ Thị Ẩn' },
  roles: [],
  home: { id: 1, code: null, level: 'nation', name: 'Cả nước' },
  csrfToken,
  draftKey: '',
  pending: [],
  today: '2024-10-15',
  demonstration: false,
});

let ended: number;
let reached: boolean;
const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * MINUTE));

function open(first: SessionView | null) {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(({ now }: { now: SessionView | null }) => useLock(now), {
    wrapper,
    initialProps: { now: first },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  ended = 0;
  reached = true;
  vi.stubGlobal('fetch', async () => {
    if (!reached) throw new TypeError('no network');
    ended += 1;
    return new Response(null, { status: 204 });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a page', () => {
  test('locks after fifteen minutes without a touch, and the session ends on the server', async () => {
    const { result } = open(session('token-one'));
    await pass(14);
    expect(result.current.locked).toBe(false);
    await pass(1.5);
    expect([result.current.locked, ended]).toEqual([true, 1]);
  });

  test('stays open while someone works, here or on another page of the browser', async () => {
    const { result } = open(session('token-one'));
    await pass(10);
    fireEvent.keyDown(document.body, { key: 'a' });
    await pass(10);
    localStorage.setItem('benvung.seen-at', String(Date.now()));
    await pass(10);
    expect(result.current.locked).toBe(false);
    await pass(6);
    expect(result.current.locked).toBe(true);
  });

  test('locks without a network too, stays locked when loaded again, and ends the session when it can', async () => {
    reached = false;
    const first = open(session('token-one'));
    act(() => first.result.current.lock());
    await pass(1);
    expect([first.result.current.locked, ended]).toEqual([true, 0]);
    first.unmount();
    const again = open(session('token-one'));
    expect(again.result.current.locked).toBe(true);
    reached = true;
    await pass(1);
    expect([again.result.current.locked, ended]).toEqual([true, 1]);
  });

  test('opens for a session that began after it was locked', async () => {
    const { result, rerender } = open(session('token-one'));
    act(() => result.current.lock());
    await pass(0);
    rerender({ now: null });
    expect(result.current.locked).toBe(true);
    rerender({ now: session('another-token') });
    expect(result.current.locked).toBe(false);
  });
});
