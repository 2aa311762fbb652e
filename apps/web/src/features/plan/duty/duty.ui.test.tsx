// @vitest-environment jsdom
import type { DutyDesks, DutyView } from '@benvung/contract/plan-duty';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../../platform/testing/render-page.tsx';
import { AssignForm } from './assign-form.tsx';
import { EditDuty } from './edit-form.tsx';

const unit = { id: 46, code: '46', level: 'province', name: 'Tỉnh Thừa Thiên Huế' } as const;
const HEALTH = '00000000-0000-7000-8000-0000000000a1';
const desks: DutyDesks = {
  unit,
  agencies: [
    {
      ...{ id: HEALTH, name: 'Sở Y tế', shortNames: [], mailAddress: null },
      ...{ closed: false, version: 1, members: [], openDuties: 0 },
    },
  ],
  people: [],
  below: [{ id: 481, code: '481', level: 'district', name: 'Huyện A Lưới' }],
  reportKinds: [],
  mayAssign: true,
  mayKeepAgencies: true,
  mayKeepMembers: false,
};
const view = (more: Partial<DutyView['duty']> = {}): DutyView => ({
  duty: {
    ...{ id: '00000000-0000-7000-8000-0000000000d1', kind: 'task', reportKey: null, task: 'Cấp thẻ' },
    ...{ node: null, unit, giver: unit, agency: { id: HEALTH, name: 'Sở Y tế' }, person: null },
    ...{ ownerWords: 'Sở Y tế', dueOn: '2024-10-31', periodWords: null, state: 'received', press: 'later' },
    ...{ workingDaysLate: 0, escalated: false, extensionTo: null, reportedOn: null, version: 2 },
    ...{ acts: ['cancel'], year: 2024, origin: 'own', plan: null, partners: [], output: '' },
    ...{ evidenceAsked: '', extensionReason: null, result: null, evidence: null, assignedOn: '2024-10-01' },
    ...more,
  },
  ...{ today: '2024-10-15', mayAttach: false, mayEdit: true, files: [], history: [] },
});

const sent: { url: string; body: Record<string, unknown> }[] = [];
beforeEach(() => {
  sent.length = 0;
  // jsdom opens no dialogs
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
  vi.stubGlobal('fetch', async (url: string, init?: { method?: string; body?: string }) => {
    if (init?.method !== 'POST') return Response.json(desks);
    sent.push({ url, body: JSON.parse(init.body ?? '{}') });
    return Response.json(
      url.endsWith('/edit')
        ? { state: 'assigned', version: 3 }
        : { made: 1, existing: 0, ids: [view().duty.id] },
    );
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('assigning a duty', () => {
  it('says what is missing, goes there, and sends nothing', async () => {
    await renderPart(<AssignForm desks={desks} today="2024-10-15" onClose={() => undefined} />);
    press('Giao việc');
    expect(screen.getByText('Chưa ghi việc phải làm.')).toBeDefined();
    expect(screen.getByText('Chưa chọn nơi nhận việc.')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText('Việc phải làm'));
    expect(sent).toEqual([]);
  });

  it('goes to the agency that is ticked, partners apart', async () => {
    await renderPart(<AssignForm desks={desks} today="2024-10-15" onClose={() => undefined} />);
    type('Việc phải làm', 'Cấp thẻ bảo hiểm');
    fireEvent.click(screen.getByLabelText('Sở Y tế'));
    type('Phối hợp (cách nhau bằng dấu phẩy)', 'Sở Xây dựng, BHXH');
    press('Giao việc');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({
      task: 'Cấp thẻ bảo hiểm',
      agencies: [HEALTH],
      partners: ['Sở Xây dựng', 'BHXH'],
    });
  });
});

describe('changing a duty that was given', () => {
  it('is not offered to who may not', async () => {
    await renderPart(<EditDuty view={{ ...view(), mayEdit: false }} />);
    expect(screen.queryByRole('button', { name: 'Sửa việc' })).toBeNull();
  });

  it('sends the words as they are to read, and leaves the desk where it lies', async () => {
    await renderPart(<EditDuty view={view()} />);
    press('Sửa việc');
    await screen.findByLabelText('Kết quả phải có');
    type('Kết quả phải có', 'Danh sách');
    type('Lý do', 'Rõ hơn');
    press('Lưu việc đã sửa');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({
      task: 'Cấp thẻ',
      output: 'Danh sách',
      desk: null,
      reason: 'Rõ hơn',
    });
  });

  it('of a plan changes the desk alone', async () => {
    await renderPart(<EditDuty view={view({ origin: 'plan', plan: { id: view().duty.id, version: 1 } })} />);
    press('Sửa việc');
    await screen.findByText(/bản điều chỉnh kế hoạch/u);
    expect(screen.queryByLabelText('Kết quả phải có')).toBeNull();
    fireEvent.click(screen.getByLabelText('Giao cho nơi khác (nơi mới nhận lại từ đầu)'));
    fireEvent.click(screen.getByLabelText('Sở Y tế'));
    press('Lưu việc đã sửa');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ desk: { agency: HEALTH, unit: null, person: null } });
  });
});
