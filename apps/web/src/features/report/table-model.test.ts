import { describe, expect, test } from 'vitest';
import { copyRange, wholeRange } from '../../ui/grid/copy-grid.ts';
import { rowsOf } from '../../ui/grid/grid-model.ts';
import { flatHeader } from '../../ui/grid/header-places.ts';
import { aLuoi, tableFifteen, tableOne, tableTwo } from './table.sample.ts';
import { buildTableModel, type CellPlace, headerRows } from './table-model.ts';

const texts = {
  order: 'TT',
  name: 'Đơn vị',
  line: 'Dòng',
  households: 'Hộ',
  persons: 'Nhân khẩu',
  total: 'Tổng số',
  notAssignable: 'Chưa gán được',
  villageUnknown: 'Chưa rõ thôn',
};
const links = {
  unit: (id: number) => `/unit/${id}`,
  cell: ({ unit, rest, column, line }: CellPlace) =>
    `/cell/${unit}${rest === null ? '' : `:${rest}`}/${column}/${line ?? '-'}`,
};
const build = (table: typeof tableOne) => buildTableModel(table, texts, links, 'Biểu');

describe('the header is that of the printed form', () => {
  test('equal neighbours under the same parents are one cell; a label without a group reaches down', () => {
    const shapes = headerRows(tableOne.columns).map((row) =>
      row.map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan]),
    );
    expect(shapes).toEqual([
      [
        ['Tổng số hộ dân cư', 1, 2],
        ['Số hộ', 2, 1],
        ['Số nhân khẩu', 1, 1],
      ],
      [
        ['Hộ nghèo', 1, 1],
        ['Tỷ lệ (%)', 1, 1],
        ['Nhân khẩu nghèo', 1, 1],
      ],
    ]);
  });

  test('the same group in two places, or under two parents, stays two cells', () => {
    const column = (key: string, groups: string[]) => ({ key, label: key, groups });
    const rows = headerRows([
      column('a', ['Hộ nghèo', 'Tổng']),
      column('b', ['Hộ cận nghèo', 'Tổng']),
      column('c', []),
      column('d', ['Hộ cận nghèo', 'Tổng']),
    ]);
    expect(rows[0]?.map((cell) => [cell.text, cell.colSpan, cell.rowSpan])).toEqual([
      ['Hộ nghèo', 1, 1],
      ['Hộ cận nghèo', 1, 1],
      ['c', 1, 3],
      ['Hộ cận nghèo', 1, 1],
    ]);
    expect(rows[1]?.map((cell) => cell.text)).toEqual(['Tổng', 'Tổng', 'Tổng']);
  });

  test('the form’s numbers stand under their columns, A and B under the first two', () => {
    expect(build(tableOne).numbers).toEqual(['A', 'B', '1', '3', '4=3/1×100', '9']);
  });
});

describe('the rows are those of the form', () => {
  test('the total comes first, units are numbered, what no unit can claim stands apart without a number', () => {
    const model = build(tableOne);
    expect(rowsOf(model).map((row) => row.cells.slice(0, 4).map((cell) => cell?.text))).toEqual([
      ['', 'Tỉnh Thừa Thiên Huế', '146.443', '4.344'],
      ['1', 'Thành phố Huế', '132.160', '859'],
      ['2', 'Huyện A Lưới', '14.283', '3.485'],
      ['', 'Chưa gán được', '', '0'],
    ]);
    expect(model.groups.map((group) => group.look)).toEqual(['total', undefined, undefined, 'apart']);
  });

  test('a blank is blank and a nought is 0', () => {
    const apart = rowsOf(build(tableOne)).at(-1);
    expect(apart?.cells[2]).toMatchObject({ text: '' });
    expect(apart?.cells[3]).toMatchObject({ text: '0' });
  });

  test('a unit opens its children; a count opens its households; a rate, a nought and a village do not', () => {
    const [total, , second, apart] = rowsOf(build(tableOne));
    expect(second?.cells[1]?.href).toBe(`/unit/${aLuoi.id}`);
    expect(second?.cells[3]?.href).toBe(`/cell/${aLuoi.id}/c3/-`);
    expect(second?.cells[4]?.href).toBeUndefined();
    expect(total?.cells[1]?.href).toBeUndefined();
    expect(total?.cells[3]?.href).toBe('/cell/11/c3/-');
    expect(apart?.cells[3]?.href).toBeUndefined();
    const village = {
      ...tableOne,
      rows: [{ ...tableOne.rows[0]!, unit: { ...aLuoi, level: 'village' as const } }],
    };
    expect(rowsOf(build(village))[1]?.cells[1]?.href).toBeUndefined();
  });

  test.each(['notAssignable', 'villageUnknown'] as const)(
    'a row of kind %s opens in the unit it lies in; without one it does not open',
    (kind) => {
      const row = { unit: null, line: null, kind, values: [null, 7, null, 21] };
      const linkOf = (rows: typeof tableOne.rows) =>
        rowsOf(build({ ...tableOne, rows })).at(-1)?.cells[3]?.href;
      expect(linkOf([{ ...row, within: aLuoi }])).toBe(`/cell/${aLuoi.id}:${kind}/c3/-`);
      expect(linkOf([row])).toBeUndefined();
    },
  );

  test('two lines of a unit share its number and name, and stay together', () => {
    const model = build(tableTwo);
    expect(model.groups.map((group) => group.rows.length)).toEqual([2, 2, 2]);
    const [households, persons] = model.groups[2]!.rows;
    expect(households?.cells.map((cell) => cell?.text)).toEqual(['2', 'Huyện A Lưới', 'Hộ', '3.800']);
    expect(households?.cells[1]?.rowSpan).toBe(2);
    expect(persons?.cells.map((cell) => cell?.text)).toEqual([undefined, undefined, 'Nhân khẩu', '15.000']);
    expect(persons?.cells[3]?.href).toBe(`/cell/${aLuoi.id}/c1/persons`);
  });

  test('a list has no unit columns, and members stay with their household', () => {
    const model = build(tableFifteen);
    expect(model.columns).toBe(2);
    expect(model.groups.map((group) => group.rows.length)).toEqual([1, 2, 1]);
  });
});

describe('what is copied is read by a spreadsheet as numbers', () => {
  test('decimal comma, no dots between thousands, the header on request', () => {
    const model = build(tableOne);
    const { text, html } = copyRange(model, { top: 2, bottom: 2, left: 1, right: 4 }, true);
    expect(text).toBe(
      'Đơn vị\tTổng số hộ dân cư\tSố hộ · Hộ nghèo\tSố hộ · Tỷ lệ (%)\r\nHuyện A Lưới\t14283\t3485\t24,4',
    );
    expect(html).toContain('mso-displayed-decimal-separator:"\\,"');
    expect(html).toContain('<td>24,4</td>');
    expect(html).toContain(`mso-number-format:"\\@"'>Huyện A Lưới`);
  });

  test('a merged cell gives its value to every row it covers', () => {
    const model = build(tableTwo);
    const { text } = copyRange(model, wholeRange(model), false);
    expect(text.split('\r\n')[3]).toBe('1\tThành phố Huế\tNhân khẩu\t3600');
  });

  test('a name cannot break out of its cell', () => {
    const table = { ...tableFifteen, rows: [{ ...tableFifteen.rows[0]!, values: ['1', '<b>\tA & "B"'] }] };
    const { text, html } = copyRange(build(table), { top: 1, bottom: 1, left: 0, right: 1 }, false);
    expect(text).toBe('1\t<b> A & "B"');
    expect(html).toContain('&lt;b&gt;');
  });

  test('every column has its whole header in one line', () => {
    expect(flatHeader(build(tableTwo))).toEqual(['TT', 'Đơn vị', 'Dòng', 'Đầu kỳ']);
  });
});
