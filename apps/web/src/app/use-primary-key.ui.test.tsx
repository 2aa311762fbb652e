// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { usePrimaryKey } from './use-primary-key.ts';

afterEach(cleanup);

test('Ctrl+Enter presses the filled button of the part a field stands in, and nothing elsewhere', async () => {
  const [near, far, outlined, own] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  function Page() {
    usePrimaryKey();
    return (
      <main>
        <button type="button" data-variant="filled" onClick={far}>
          Kết thúc đợt
        </button>
        <section>
          <input aria-label="Nguồn số liệu" />
          <button type="button" data-variant="outline" onClick={outlined}>
            Bỏ thay đổi
          </button>
          <button type="button" data-variant="filled" onClick={near}>
            Lưu
          </button>
        </section>
        <form aria-label="Lọc">
          <input aria-label="Tìm" />
        </form>
        <textarea
          aria-label="Phiếu"
          onKeyDown={(event) => {
            event.preventDefault();
            own();
          }}
        />
      </main>
    );
  }
  render(<Page />);
  const press = (name: string) => {
    const field = screen.getByLabelText(name);
    field.focus();
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    return new Promise((resolve) => setTimeout(resolve));
  };
  await press('Nguồn số liệu');
  await press('Tìm');
  await press('Phiếu');
  fireEvent.keyDown(screen.getByText('Bỏ thay đổi'), { key: 'Enter', ctrlKey: true });
  expect([near, far, outlined, own].map((act) => act.mock.calls.length)).toEqual([1, 0, 0, 1]);
});
