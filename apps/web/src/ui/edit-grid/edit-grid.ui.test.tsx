// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { useEditGridLabels } from '../../platform/edit-grid-words.ts';
import { renderPart } from '../../platform/testing/render-page.tsx';
import { EditGrid } from './edit-grid.tsx';
import type { CellChange, EditColumn, EditRow } from './edit-grid-model.ts';

const whole = (typed: string) =>
  /^\d*$/.test(typed) ? { text: typed } : { refused: `${typed} không phải là số.` };
const COLUMNS: readonly EditColumn[] = [
  { key: 'name', title: 'Chủ hộ', width: 200, rowHeader: true },
  { key: 'a', title: 'Điểm A', width: 80, numeric: true, read: whole },
  { key: 'b', title: 'Điểm B', width: 80, numeric: true, read: whole },
];
const row = (key: string, name: string, a: string, b: string): EditRow => ({
  key,
  cells: { name: { text: name }, a: { text: a }, b: { text: b } },
});
const ROWS = [
  row('1', 'Lý Văn Páo', '130', '40'),
  row('2', 'Triệu Thị Mẩy', '', ''),
  row('3', 'Hoàng Thị Nga', '', ''),
];

function Page({ all }: { readonly all: CellChange[] }) {
  const [rows, setRows] = useState<readonly EditRow[]>(ROWS);
  const labels = useEditGridLabels();
  const change = (changes: readonly CellChange[]) => {
    all.push(...changes);
    setRows((last) =>
      last.map((each) => {
        const mine = changes.filter((one) => one.row === each.key);
        const cells = Object.fromEntries(mine.map((one) => [one.column, { text: one.after }]));
        return mine.length === 0 ? each : { ...each, cells: { ...each.cells, ...cells } };
      }),
    );
  };
  return <EditGrid caption="Điểm" columns={COLUMNS} rows={rows} labels={labels} onChange={change} />;
}

async function open() {
  const all: CellChange[] = [];
  await renderPart(<Page all={all} />);
  const user = userEvent.setup();
  const cell = (at: string) => document.querySelector<HTMLElement>(`[data-cell="${at}"]`)!;
  await user.click(cell('0:1'));
  cell('0:1').focus();
  return {
    all,
    user,
    cell,
    texts: (column: number) => [0, 1, 2].map((at) => cell(`${at}:${column}`).textContent),
  };
}

const paste = (at: HTMLElement, text: string) =>
  fireEvent.paste(at, { clipboardData: { getData: () => text } });

afterEach(cleanup);

describe('an editable grid', () => {
  test('typing overwrites, Enter commits and goes down, Tab goes right', async () => {
    const { user, texts, cell } = await open();
    await user.keyboard('125{Enter}');
    expect(document.activeElement).toBe(cell('1:1'));
    await user.keyboard('90{Tab}20{Enter}');
    expect(texts(1)).toEqual(['125', '90', '']);
    expect(texts(2)).toEqual(['40', '20', '']);
  });

  test('F2 edits what is there, Escape restores it', async () => {
    const { user, texts, all } = await open();
    await user.keyboard('{F2}5{Enter}');
    expect(texts(1)[0]).toBe('1305');
    await user.keyboard('{ArrowUp}{F2}9{Escape}');
    expect(texts(1)[0]).toBe('1305');
    expect(all).toHaveLength(1);
  });

  test('a text that cannot be read stays in red with its reason until it is put right', async () => {
    const { user, cell, all } = await open();
    await user.keyboard('12x{Enter}');
    expect(cell('0:1').textContent).toBe('12x');
    expect(cell('0:1').getAttribute('aria-invalid')).toBe('true');
    expect(all).toEqual([]);
    await user.keyboard('{F8}');
    expect(document.activeElement).toBe(cell('0:1'));
    const noteId = cell('0:1').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(noteId)?.textContent).toBe('12x không phải là số.');
    await user.keyboard('12{Enter}');
    expect(cell('0:1').getAttribute('aria-invalid')).toBeNull();
  });

  test('Backspace and the keys of an input method do nothing; Delete clears the selection', async () => {
    const { user, texts, cell } = await open();
    await user.keyboard('{Backspace}');
    fireEvent.keyDown(cell('0:1'), { key: 'Enter', keyCode: 229 });
    expect(document.activeElement).toBe(cell('0:1'));
    expect(texts(1)[0]).toBe('130');
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Delete}');
    expect([texts(1)[0], texts(2)[0]]).toEqual(['', '']);
  });

  test('Ctrl+D copies down, Ctrl+Z takes back twenty steps, Ctrl+Y does them again', async () => {
    const { user, texts } = await open();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    expect(texts(1)).toEqual(['130', '130', '130']);
    await user.keyboard('{Control>}z{/Control}');
    expect(texts(1)).toEqual(['130', '', '']);
    await user.keyboard('{Control>}y{/Control}');
    expect(texts(1)).toEqual(['130', '130', '130']);
  });

  test('a pasted range shows what it changes before it does', async () => {
    const { user, texts, cell, all } = await open();
    paste(cell('0:1'), '130\t30\r\n120\tabc\r\n110\t20\r\n100\t10\r\n');
    expect(all).toEqual([]);
    const bar = screen.getByRole('region', { name: /Dán đổi 4 ô · 1 ô không nhận được · 2 ô nằm ngoài/ });
    expect(within(bar).getByText('abc: abc không phải là số.')).toBeTruthy();
    await user.click(within(bar).getByRole('button', { name: 'Dán 4 ô' }));
    expect(texts(1)).toEqual(['130', '120', '110']);
    expect(texts(2)).toEqual(['30', 'abc', '20']);
    expect(all.map(({ before, after }) => [before, after])).toEqual([
      ['40', '30'],
      ['', '120'],
      ['', '110'],
      ['', '20'],
    ]);
  });

  test('a preview is dropped by Escape and taken by Enter', async () => {
    const { user, texts, cell } = await open();
    paste(cell('0:1'), '1\n2\n3');
    cell('0:1').focus();
    await user.keyboard('{Escape}');
    expect(texts(1)).toEqual(['130', '', '']);
    paste(cell('0:1'), '1\n2\n3');
    cell('0:1').focus();
    await user.keyboard('{Enter}');
    expect(texts(1)).toEqual(['1', '2', '3']);
  });

  test('copying gives tabs and lines, and a table that keeps leading zeros', async () => {
    const { user, cell } = await open();
    await user.keyboard('{ArrowLeft}{Shift>}{ArrowRight}{/Shift}');
    const given = new Map<string, string>();
    fireEvent.copy(cell('0:1'), {
      clipboardData: { setData: (kind: string, text: string) => given.set(kind, text) },
    });
    expect(given.get('text/plain')).toBe('Lý Văn Páo\t130');
    expect(given.get('text/html')).toContain('mso-number-format');
  });

  test('a read-only cell says so; after Escape, Tab leaves the grid', async () => {
    const { user, cell } = await open();
    await user.keyboard('{ArrowLeft}x');
    expect(screen.getByRole('status').textContent).toBe('Ô này chỉ để đọc.');
    await user.keyboard('{Escape}{Tab}');
    expect(cell('0:0').closest('table')?.contains(document.activeElement)).toBe(false);
  });
});

function Tree() {
  const [open, setOpen] = useState(true);
  const labels = useEditGridLabels();
  const [parent, ...children] = ROWS.map((each, at) => ({
    ...each,
    tree: { level: at === 0 ? 1 : 2, open: at === 0 ? open : null },
  }));
  return (
    <EditGrid
      caption="Chỉ tiêu"
      columns={COLUMNS}
      rows={open ? [parent!, ...children] : [parent!]}
      labels={labels}
      onChange={() => undefined}
      onToggle={() => setOpen((last) => !last)}
    />
  );
}

describe('an editable tree', () => {
  test('tells its levels; from a name ← closes, → and Enter open, elsewhere arrows walk', async () => {
    await renderPart(<Tree />);
    const user = userEvent.setup();
    const tree = screen.getByRole('treegrid');
    const rows = () => within(tree).getAllByRole('row').slice(1);
    const told = () =>
      rows().map((each) => [each.getAttribute('aria-level'), each.getAttribute('aria-expanded')]);
    expect(told()).toEqual([
      ['1', 'true'],
      ['2', null],
      ['2', null],
    ]);
    const name = document.querySelector<HTMLElement>('[data-cell="0:0"]')!;
    await user.click(name);
    name.focus();
    await user.keyboard('{ArrowLeft}');
    expect(told()).toEqual([['1', 'false']]);
    await user.keyboard('{ArrowLeft}{Enter}');
    expect(told()).toHaveLength(3);
    await user.keyboard('{ArrowRight}');
    expect(told()).toHaveLength(3);
    expect(document.activeElement?.getAttribute('data-cell')).toBe('0:1');
  });
});
