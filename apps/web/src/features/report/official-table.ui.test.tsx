// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderPart } from '../../platform/testing/render-page.tsx';
import { OfficialTableView } from './official-table.tsx';
import { aLuoi, tableOne, tableTwo } from './table.sample.ts';
import type { CellPlace } from './table-model.ts';

const links = {
  unit: (id: number) => `/unit/${id}`,
  cell: ({ unit, column, line }: CellPlace) => `/cell/${unit}/${column}/${line ?? '-'}`,
};

async function open(change: Partial<Parameters<typeof OfficialTableView>[0]> = {}) {
  const onOpen = vi.fn();
  const onUp = vi.fn();
  const table = change.table ?? tableOne;
  await renderPart(
    <OfficialTableView
      table={table}
      of={{ number: table.table, unit: 11, year: 2023, map: table.map }}
      links={links}
      openHref={null}
      stale={false}
      onOpen={onOpen}
      onUp={onUp}
      {...change}
    />,
  );
  return { onOpen, onUp, user: userEvent.setup(), grid: screen.getByRole('grid') };
}

const focused = () => document.activeElement?.textContent;

afterEach(cleanup);

describe('an official table', () => {
  test('is a grid with its caption, its size, and its headers tied to their columns', async () => {
    const { grid } = await open();
    expect(grid.getAttribute('aria-rowcount')).toBe('7');
    expect(grid.getAttribute('aria-colcount')).toBe('6');
    expect(grid.querySelector('caption')?.textContent).toContain('Tổng hợp kết quả');
    expect(within(grid).getByRole('rowheader', { name: 'Huyện A Lưới' })).toBeTruthy();
    expect(within(grid).getByText('Số hộ').getAttribute('colspan')).toBe('2');
  });

  test('has one Tab stop; arrows move it, Home and End go to the ends of the row', async () => {
    const { user, grid } = await open();
    expect(grid.querySelectorAll('[tabindex="0"]').length).toBe(1);
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(focused()).toBe('Huyện A Lưới');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('3.485');
    await user.keyboard('{End}');
    expect(focused()).toBe('14.000');
    await user.keyboard('{Control>}{Home}{/Control}{ArrowRight}');
    expect(focused()).toBe('Tỉnh Thừa Thiên Huế');
    expect(grid.querySelectorAll('[tabindex="0"]').length).toBe(1);
  });

  test('Enter on a unit or a number opens it, as a press does; Alt+↑ goes to the unit above', async () => {
    const { user, grid, onOpen, onUp } = await open();
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith(`/unit/${aLuoi.id}`);
    await user.click(within(grid).getByText('3.485'));
    expect(onOpen).toHaveBeenLastCalledWith(`/cell/${aLuoi.id}/c3/-`);
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(onUp).toHaveBeenCalledTimes(1);
  });

  test('a press with Ctrl stays the browser’s, so that a new tab opens', async () => {
    const { grid, onOpen } = await open();
    fireEvent.click(within(grid).getByText('3.485'), { ctrlKey: true });
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('a number that is nought, a rate and a blank are no links', async () => {
    const { grid } = await open();
    expect(within(grid).getByText('24,40').closest('a')).toBeNull();
    expect(within(grid).queryAllByRole('link', { name: '0' })).toEqual([]);
  });

  test('Shift with arrows selects, and what is copied is what is selected', async () => {
    const { user, grid } = await open();
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await user.keyboard('{ArrowDown}{ArrowRight}{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(grid.querySelectorAll('[aria-selected="true"]').length).toBe(4);
    const kept: Record<string, string> = {};
    fireEvent.copy(grid, { clipboardData: { setData: (type: string, text: string) => (kept[type] = text) } });
    expect(kept['text/plain']).toBe('Thành phố Huế\t132160\r\nHuyện A Lưới\t14283');
  });

  test('in a form with two lines a unit, arrows pass from the merged name to either line', async () => {
    const { user, grid } = await open({ table: tableTwo });
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(focused()).toBe('Nhân khẩu');
  });

  test('checks say how many agree; those that differ name the cell and the difference', async () => {
    const { user } = await open();
    await user.click(screen.getByText('1/2 phép kiểm khớp, 1 lệch'));
    expect(screen.getByText('T2.c2 374 ≠ T3.c5 360, Huyện A Lưới')).toBeTruthy();
    expect(screen.getAllByText('Lệch').length).toBe(1);
  });

  test('what makes figures less than official is in words: demonstration, map, marks of doubt', async () => {
    await open({
      table: { ...tableOne, map: '2025-07-01', unverified: ['provisional', 'unverified-scorecard'] },
    });
    expect(screen.getByText('◈ DỮ LIỆU TRÌNH DIỄN')).toBeTruthy();
    expect(screen.getByText('Số liệu tính lại trên bản đồ ngày 01/07/2025')).toBeTruthy();
    expect(screen.getByText('⚠ thang điểm chưa kiểm chứng')).toBeTruthy();
    expect(screen.getByText('tạm tính: đợt rà soát chưa xong')).toBeTruthy();
  });

  test('the files are of the table that is shown', async () => {
    await open({ of: { number: 1, unit: 11, year: 2023, map: '2025-07-01' } });
    expect(screen.getByText('Xuất Excel').closest('a')?.getAttribute('href')).toBe(
      '/api/tables/1/file?unit=id%3A11&year=2023&map=2025-07-01&format=xlsx',
    );
  });

  test('a unit without a round says so, with a way on', async () => {
    await renderPart(
      <OfficialTableView
        table={{ ...tableOne, rows: [], unverified: ['not-begun'] }}
        of={{ number: 1, unit: 11, year: 2023, map: null }}
        links={links}
        openHref={null}
        stale={false}
        onOpen={() => undefined}
      />,
    );
    expect(screen.getByText('Chưa có đợt nào được công nhận ở đơn vị này.')).toBeTruthy();
  });
});
