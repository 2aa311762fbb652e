// @vitest-environment jsdom
import { Button, MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { usePrimaryKey } from './use-primary-key.ts';

afterEach(cleanup);
// jsdom has no screen whose colours could be asked for.
window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;

test('Ctrl+Enter presses the filled button of the part a field stands in, and nothing elsewhere', async () => {
  const [near, far, outlined, own] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  function Page() {
    usePrimaryKey();
    return (
      <main>
        <Button onClick={far}>Kết thúc đợt</Button>
        <section>
          <input aria-label="Nguồn số liệu" />
          <Button variant="outline" onClick={outlined}>
            Bỏ thay đổi
          </Button>
          <Button onClick={near}>Lưu</Button>
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
  render(
    <MantineProvider env="test">
      <Page />
    </MantineProvider>,
  );
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
