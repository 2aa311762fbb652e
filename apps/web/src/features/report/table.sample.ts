import { type OfficialTable, officialTable } from '@benvung/contract/report';

const province = { id: 11, code: '46', level: 'province', name: 'Tỉnh Thừa Thiên Huế' } as const;
export const aLuoi = { id: 12, code: '481', level: 'district', name: 'Huyện A Lưới' } as const;
export const hue = { id: 13, code: '474', level: 'district', name: 'Thành phố Huế' } as const;

/** Table 1 in short, as the server would answer: the contract reads it, so that it cannot drift. */
export const tableOne: OfficialTable = officialTable.parse({
  table: 1,
  title: 'Tổng hợp kết quả',
  year: 2023,
  map: null,
  standard: 'vn-2022',
  unit: province,
  demo: true,
  unverified: [],
  columns: [
    { key: 'c1', number: '1', label: 'Tổng số hộ dân cư', groups: [], kind: 'count', opens: false },
    { key: 'c3', number: '3', label: 'Hộ nghèo', groups: ['Số hộ'], kind: 'count', opens: true },
    { key: 'c4', number: '4=3/1×100', label: 'Tỷ lệ (%)', groups: ['Số hộ'], kind: 'rate', opens: false },
    {
      key: 'c9',
      number: '9',
      label: 'Nhân khẩu nghèo',
      groups: ['Số nhân khẩu'],
      kind: 'count',
      opens: true,
    },
  ],
  rows: [
    { unit: hue, line: null, kind: 'unit', values: [132160, 859, 0.65, 3412] },
    { unit: aLuoi, line: null, kind: 'unit', values: [14283, 3485, 24.4, 14000] },
    { unit: null, line: null, kind: 'notAssignable', values: [null, 0, null, 0] },
  ],
  total: [146443, 4344, 2.97, 17412],
  checks: [
    { id: 'total', ok: true, detail: 'Hàng tổng bằng cộng các hàng' },
    { id: 'movement', ok: false, detail: 'T2.c2 374 ≠ T3.c5 360, Huyện A Lưới' },
  ],
  computedAt: '2024-10-15T02:40:00Z',
});

/** Table 2 in short: two lines a unit. */
export const tableTwo: OfficialTable = officialTable.parse({
  ...tableOne,
  table: 2,
  columns: [{ key: 'c1', number: '1', label: 'Đầu kỳ', groups: [], kind: 'count', opens: true }],
  rows: [
    { unit: hue, line: 'households', kind: 'unit', values: [900] },
    { unit: hue, line: 'persons', kind: 'unit', values: [3600] },
    { unit: aLuoi, line: 'households', kind: 'unit', values: [3800] },
    { unit: aLuoi, line: 'persons', kind: 'unit', values: [15000] },
  ],
  total: [4700],
  totalPersons: [18600],
});

/** Table 15 in short: a household and its members. */
export const tableFifteen: OfficialTable = officialTable.parse({
  ...tableOne,
  table: 15,
  columns: [
    { key: 'householdNumber', number: '1', label: 'STT chủ hộ', groups: [], kind: 'text' },
    { key: 'fullName', number: '3', label: 'Họ và tên', groups: [], kind: 'text' },
  ],
  rows: [
    { unit: null, line: null, kind: 'household', values: ['1', 'Hồ Văn Lanh'] },
    { unit: null, line: null, kind: 'member', values: [null, 'Kăn Thị Hoa'] },
    { unit: null, line: null, kind: 'household', values: ['2', 'Hồ Thị Ẩn'] },
  ],
  total: [2, null],
});
