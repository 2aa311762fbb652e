// @vitest-environment jsdom
import type { PlanCheckReport } from '@benvung/contract/plan';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setAccountInUse } from '../../platform/account-in-use.ts';
import { setDraftKey } from '../../platform/sealed-text.ts';
import { renderPart } from '../../platform/testing/render-page.tsx';
import { PlanCheck } from './plan-check.tsx';

const TEXT = 'KẾ HOẠCH\nTổng là 500 triệu đồng, gồm 300 triệu đồng và 250 triệu đồng.\n5.2. Mục\n5.4. Mục';
const REPORT: PlanCheckReport = {
  file: 'Văn bản dán',
  text: TEXT,
  extracted: false,
  findings: [
    {
      rule: 'sum.money',
      severity: 'error',
      line: 2,
      column: 9,
      excerpt: '500 triệu đồng',
      message: 'Các phần cộng lại là 550 triệu đồng.',
      expected: '550 triệu đồng',
    },
    {
      rule: 'numbering.order',
      severity: 'warning',
      line: 4,
      column: 1,
      excerpt: '5.4',
      message: 'Thiếu mục 5.3.',
      related: [{ line: 3, excerpt: '5.2. Mục' }],
    },
  ],
  structure: {},
  checked: [
    { rule: 'sum.money', title: 'Tổng và phần' },
    { rule: 'numbering.order', title: 'Đánh số' },
  ],
};

let answer: PlanCheckReport = REPORT;
const scrolled: Element[] = [];
beforeEach(() => {
  answer = REPORT;
  scrolled.length = 0;
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    scrolled.push(this);
  };
  vi.stubGlobal('fetch', async () => Response.json(answer));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  setAccountInUse(null);
  setDraftKey(null);
});

async function checkPasted() {
  await renderPart(<PlanCheck making={false} />);
  fireEvent.change(screen.getByLabelText('Hoặc dán chữ của văn bản vào đây'), { target: { value: TEXT } });
  fireEvent.click(screen.getByRole('button', { name: 'Kiểm tra chữ đã dán' }));
  await screen.findByText('Văn bản dán');
}

describe('the document check', () => {
  it('marks what was found in the text, says how much, and a mark opens its finding', async () => {
    await checkPasted();
    expect(screen.getByText('1 lỗi · 1 cảnh báo · 0 lưu ý')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '500 triệu đồng' }));
    const [first] = screen.getAllByRole('listitem');
    expect(within(first as HTMLElement).getByRole('button', { current: true })).toBeTruthy();
    expect(scrolled.some((one) => one.getAttribute('data-line') === '2')).toBe(true);
  });

  it('goes on with F8 and leaves out what is right as it is', async () => {
    await checkPasted();
    fireEvent.keyDown(window, { key: 'F8' });
    expect(scrolled.at(-2)?.getAttribute('data-line')).toBe('2');
    fireEvent.click(screen.getAllByRole('button', { name: 'Đúng như vậy, ghi lý do' })[1] as HTMLElement);
    expect(screen.getByRole('button', { name: 'Giữ nguyên' })).toHaveProperty('disabled', true);
    fireEvent.change(screen.getByLabelText('Lý do'), { target: { value: 'Mục 5.3 đã bỏ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Giữ nguyên' }));
    expect(screen.getByText(/Đúng như vậy: Mục 5\.3 đã bỏ/u)).toBeTruthy();
    fireEvent.keyDown(window, { key: 'F8' });
    expect(scrolled.at(-2)?.getAttribute('data-line')).toBe('2');
    fireEvent.click(screen.getByRole('button', { name: 'Xem lại' }));
    expect(screen.getByText('Thiếu mục 5.3.')).toBeTruthy();
  });

  it('says what was looked for when nothing was found', async () => {
    answer = { ...REPORT, findings: [] };
    await checkPasted();
    expect(screen.getByText('Không thấy mâu thuẫn. Đã kiểm: 2 loại')).toBeTruthy();
  });

  it('keeps the reason for the next check of the same file', async () => {
    setAccountInUse('can-bo');
    setDraftKey(btoa(String.fromCharCode(...new Uint8Array(32).fill(1))));
    await checkPasted();
    fireEvent.click(screen.getAllByRole('button', { name: 'Đúng như vậy, ghi lý do' })[0] as HTMLElement);
    fireEvent.change(screen.getByLabelText('Lý do'), { target: { value: 'Theo quyết định giao vốn' } });
    fireEvent.click(screen.getByRole('button', { name: 'Giữ nguyên' }));
    expect(screen.getByText(/Theo quyết định giao vốn/u)).toBeTruthy();
    cleanup();
    await checkPasted();
    expect(screen.getByText(/Theo quyết định giao vốn/u)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Xem lại' }));
    expect(screen.queryByText(/Theo quyết định giao vốn/u)).toBeNull();
  });

  it('saves a copy with the corrections that are ticked, and offers none for a text out of Word', async () => {
    const text = 'Hổ trợ hộ nghèo của của xã.';
    const found = { severity: 'warning', line: 1, message: 'Viết sai.' } as const;
    answer = {
      ...REPORT,
      file: 'ke-hoach.txt',
      text,
      findings: [
        { ...found, rule: 'text.spelling', column: 1, excerpt: 'Hổ trợ', expected: 'Hỗ trợ' },
        { ...found, rule: 'text.repeated-word', column: 17, excerpt: 'của của', expected: 'của' },
      ],
    };
    const saved: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: (blob: Blob) => saved.push(blob) && 'blob:x' }),
    );
    await renderPart(<PlanCheck making={false} />);
    fireEvent.change(screen.getByLabelText('Hoặc dán chữ của văn bản vào đây'), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Kiểm tra chữ đã dán' }));
    await screen.findByText('ke-hoach.txt');
    expect(screen.getByRole('button', { name: 'Tải bản đã sửa (0)' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Sửa thành “của” trong bản tải về' }));
    fireEvent.click(screen.getByRole('button', { name: 'Tải bản đã sửa (1)' }));
    expect(await saved[0]?.text()).toBe('Hổ trợ hộ nghèo của xã.');
    cleanup();
    answer = { ...answer, extracted: true };
    await renderPart(<PlanCheck making={false} />);
    fireEvent.change(screen.getByLabelText('Hoặc dán chữ của văn bản vào đây'), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Kiểm tra chữ đã dán' }));
    await screen.findByText('ke-hoach.txt');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
