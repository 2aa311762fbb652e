// @vitest-environment jsdom
import type { MatchPair, MatchPairs } from '@benvung/contract/review-desk';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerWith, fakeNetwork, renderPart } from '../../platform/testing/render-page.tsx';
import { MatchingDesk } from './matching-desk.tsx';

const ROUND = '0190a0c0-0000-7000-8000-00000000aa01';
const idOf = (number: number) => `0190a0c0-0000-7000-8000-00000000bb0${number}`;

const pair = (number: number, certainty: MatchPair['certainty']): MatchPair => ({
  id: idOf(number),
  certainty,
  evidence: ['headNameBirthYearVillage'],
  decision: null,
  decidedBy: null,
  undoable: false,
  listed: {
    id: idOf(number + 3),
    head: `Hồ Thị Hòa ${number}`,
    village: 'Thôn Một',
    class: 'NEAR_POOR',
    persons: 2,
    members: [{ name: 'Hồ Thị Hòa', birthYear: 1961, common: true }],
  },
  candidate: {
    id: idOf(number + 6),
    head: `Hồ Thị Hoà ${number}`,
    village: 'Thôn Một',
    class: 'POOR',
    persons: 3,
    members: [],
  },
});

const waiting: MatchPairs = {
  pairs: [pair(1, 'certain'), pair(2, 'probable')],
  counts: { undecided: 2, certain: 1, same: 0, different: 0 },
  arrived: 2,
  missing: 2,
  page: { page: 1, pageSize: 50, total: 2 },
};
const decided = {
  id: idOf(1),
  householdId: idOf(4),
  head: 'Hồ Thị Hòa 1',
  candidateHouseholdId: idOf(7),
  certainty: 'certain',
  evidence: [],
  commonMembers: 1,
  decision: 'same',
};

let network: ReturnType<typeof fakeNetwork>;
beforeEach(async () => {
  network = fakeNetwork({
    [`GET /api/rounds/${ROUND}/matches?state=undecided&page=1`]: () => answerWith(waiting),
    [`POST /api/matches/${idOf(1)}/decision`]: () => answerWith(decided),
    [`POST /api/matches/${idOf(2)}/decision`]: () => answerWith(decided),
    [`POST /api/rounds/${ROUND}/matches/decisions`]: () => answerWith({ decided: 1 }),
  });
  vi.stubGlobal('fetch', network.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (may: boolean) =>
  renderPart(
    <MatchingDesk
      roundId={ROUND}
      may={may}
      open
      renderClass={(one) => one}
      renderHousehold={(_, head) => <b>{head}</b>}
    />,
  );
const sent = () =>
  network.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);

test('F8 goes from pair to pair, Enter says the same household, Delete another', async () => {
  await show(true);
  const first = (await screen.findByText('Hồ Thị Hòa 1')).closest<HTMLElement>('li')!;
  fireEvent.keyDown(first, { key: 'Enter' });
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject([`/api/matches/${idOf(1)}/decision`, { decision: 'same' }]);
  fireEvent.keyDown(first, { key: 'F8' });
  const second = document.activeElement as HTMLElement;
  expect(second.textContent).toContain('Hồ Thị Hòa 2');
  await waitFor(() => {
    fireEvent.keyDown(second, { key: 'Delete' });
    expect(sent()).toHaveLength(2);
  });
  expect(sent()[1]).toMatchObject([`/api/matches/${idOf(2)}/decision`, { decision: 'different' }]);
});

test('the certain pairs are joined at once, and only they', async () => {
  await show(true);
  fireEvent.click(await screen.findByRole('button', { name: 'Ghép cả 1 cặp chắc chắn trên trang này' }));
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]?.[1]).toMatchObject({ ids: [idOf(1)], decision: 'same' });
});

test('who may only read sees the pairs and no way to decide', async () => {
  await show(false);
  await screen.findByText('Hồ Thị Hòa 1');
  expect(screen.queryByRole('button', { name: 'Cùng một hộ' })).toBeNull();
  expect(screen.getByText('Đợt không mở nên chỉ xem.')).toBeTruthy();
});
