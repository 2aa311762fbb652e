import { expect, test } from 'vitest';
import {
  numberCases,
  POSTED_FIELDS,
  type PostedList,
  postedListOf,
  postedListText,
  postedResultOf,
  postingFileName,
  postingStateOf,
} from './posted-list.ts';

const secrets = {
  ethnicity: 'Cơ Tu',
  identityNumber: '046199001234',
  hiv: true,
  disability: 'nặng',
  incomeScore: 120,
};
const list: PostedList = {
  ...secrets,
  village: 'Thôn Khòn Nưa',
  commune: 'Xã Bằng Mạc',
  year: 2026,
  from: '2026-09-30',
  until: '2026-10-05',
  closes: '17:00',
  lines: [{ ...secrets, number: 1, head: 'Hoàng Thị Nga', result: 'poor' }],
};

const fieldsOf = (value: unknown): string[] => {
  const names: string[] = [];
  JSON.stringify(value, (key, each) => {
    if (!/^\d*$/u.test(key)) names.push(key);
    return each;
  });
  return names;
};

test('whatever an object carries, a posted list takes its own fields alone', () => {
  expect(fieldsOf(list).some((name) => name in secrets)).toBe(true);
  expect(fieldsOf(postedListOf(list)).filter((name) => !POSTED_FIELDS.includes(name))).toEqual([]);
  for (const secret of Object.values(secrets)) expect(postedListText(list)).not.toContain(String(secret));
  expect(postingFileName('K7Q29M4X', list.from)).toBe('niem-yet-K7Q29M4X-2026-09-30');
});

test('the text that is hashed changes with every line and with nothing else', () => {
  const other = { ...list, lines: [{ ...list.lines[0]!, result: 'nearPoor' as const }] };
  expect(postedListText(other)).not.toBe(postedListText(list));
  expect(postedListText(postedListOf(list))).toBe(postedListText(list));
});

test.each([
  ['POOR', 'POOR', 'poor'],
  [null, 'NEAR_POOR', 'nearPoor'],
  ['POOR', 'NEAR_POOR', 'nearPoor'],
  ['POOR', 'NOT_POOR', 'exitedPoor'],
  ['NEAR_POOR', 'AVERAGE_LIVING_STANDARD', 'exitedNearPoor'],
  [null, 'NOT_POOR', 'neither'],
  ['POOR', 'UNDETERMINED', null],
  ['POOR', null, null],
] as const)('from %s to %s the village reads %s', (opening, found, result) => {
  expect(postedResultOf(opening, found)).toBe(result);
});

test('households stand in the order of given names, numbered without a gap', () => {
  const one = (id: string, head: string) => ({ id, head, opening: 'POOR', class: 'POOR' }) as const;
  const numbered = numberCases([
    one('a', 'Nguyễn Văn Ý'),
    one('b', 'Vi Thị An'),
    { ...one('c', 'Lò Văn Bê'), class: 'UNDETERMINED' },
    one('d', 'Hồ Thị Đào'),
  ]);
  expect(numbered.map(({ number, head }) => [number, head])).toEqual([
    [1, 'Vi Thị An'],
    [2, 'Hồ Thị Đào'],
    [3, 'Nguyễn Văn Ý'],
  ]);
});

test.each([
  ['2026-10-05', '16:59', 'open'],
  ['2026-10-05', '17:00', 'over'],
  ['2026-10-06', '00:00', 'over'],
  ['2026-10-02', '23:00', 'open'],
] as const)('on %s at %s it is %s', (today, time, state) => {
  expect(postingStateOf(list, { today, time })).toBe(state);
});
