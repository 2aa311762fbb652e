// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { Answer } from './answer.tsx';
import { request } from './http.ts';
import { reportNetworkBack } from './network-state.ts';
import { answerWith, renderPart } from './testing/render-page.tsx';

function Page() {
  const query = useQuery({
    queryKey: ['x'],
    queryFn: () => request('/api/x', z.string()),
    networkMode: 'always',
  });
  return (
    <div data-status={query.status}>
      <Answer query={query}>{(said) => <p>{said}</p>}</Answer>
    </div>
  );
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  reportNetworkBack();
});

test('without network, what was never opened says so, and opens by itself when the network is back', async () => {
  let reached = false;
  vi.stubGlobal('fetch', async () => {
    if (!reached) throw new TypeError('Failed to fetch');
    return answerWith('đã mở');
  });
  await renderPart(<Page />);
  expect(await screen.findByText(/^Mất mạng, trang này chưa mở lần nào/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Thử lại' })).toBeTruthy();
  await waitFor(() => expect(document.querySelector('[data-status="error"]')).not.toBeNull());
  reached = true;
  act(() => reportNetworkBack());
  expect(await screen.findByText('đã mở')).toBeTruthy();
  expect(screen.queryByText(/^Mất mạng/)).toBeNull();
});
