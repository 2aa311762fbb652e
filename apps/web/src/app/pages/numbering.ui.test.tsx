// @vitest-environment jsdom
import type { RecognitionDesk } from '@benvung/contract/review-recognition';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { NumberAndSigner } from '../../features/document/number-and-signer.tsx';
import { Recognition } from '../../features/review/procedure/recognition-desk.tsx';
import { answerWith, fakeNetwork, renderPart } from '../../platform/testing/render-page.tsx';

const ROUND = '0190a0c0-0000-7000-8000-00000000aa01';
const none = { POOR: 0, NEAR_POOR: 0, POVERTY_EXIT: 0, NEAR_POVERTY_EXIT: 0, REFUSED: 0 };
const unit = { id: 7, code: '20050', level: 'commune', name: 'Xã Hồng Hạ' } as const;
const desk: RecognitionDesk = {
  unit,
  year: 2024,
  today: '2024-11-20',
  rounds: [
    {
      roundId: ROUND,
      commune: unit,
      kind: 'PERIODIC',
      open: true,
      opinion: true,
      toSubmit: 19,
      disputed: 0,
      posted: 0,
      postedUntil: null,
      cleared: 0,
      lists: none,
      unverified: 0,
    },
  ],
  submissions: [],
  decisions: [],
};
const signer = { name: 'Trần Văn Anh', position: 'Chủ tịch', authority: null };
const numbering = {
  symbol: 'TTr-UBND',
  year: 2024,
  last: 3,
  next: 4,
  free: [],
  signatories: [signer],
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('an act waits for the number and the signer of the register, and says so', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const network = fakeNetwork({
    'GET /api/recognition-desk?unit=7&year=2024': () => answerWith(desk),
    'GET /api/document-numbering?unit=7&kind=submission&day=2024-11-20': () => answerWith(numbering),
    [`POST /api/rounds/${ROUND}/submissions`]: () =>
      answerWith({ id: ROUND, number: '04/TTr-UBND', cases: 19, dueOn: '2024-12-02' }),
  });
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    if (input.startsWith('/api/document-numbering')) await gate;
    return network.fetch(input, init);
  });
  await renderPart(
    <Recognition
      unit={7}
      year={2024}
      maySubmit
      mayDecide={false}
      renderNumbering={(of) => <NumberAndSigner {...of} />}
      renderSubmission={(_, text) => text}
      renderDecision={(_, text) => text}
      renderDocument={(_, text) => text}
    />,
  );
  const act = (): HTMLButtonElement => screen.getByRole('button', { name: 'Trình xin ý kiến 19 hồ sơ' });
  await waitFor(() => expect(act().disabled).toBe(true));
  expect(screen.getByText(/^Đang lấy số và người ký từ sổ văn bản/u)).toBeTruthy();
  const sent = () => network.asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
  fireEvent.click(act());
  expect(sent()).toEqual([]);

  open();
  await waitFor(() => expect(act().disabled).toBe(false));
  expect(screen.queryByText(/^Đang lấy số/u)).toBeNull();
  fireEvent.click(act());
  await waitFor(() => expect(sent()).toMatchObject([{ number: 4, signatory: signer }]));
});
