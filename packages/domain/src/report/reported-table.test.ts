import { expect, test } from 'vitest';
import { checkReported, type ReportedTable } from './reported-table.ts';

/** Đăk Glong in the published screenshots of Đắk Nông (regulations 9.5). */
const row = (cells: Record<string, number>) => ({
  unit: 'Đăk Glong',
  parent: null,
  line: 'households' as const,
  cells,
});
const dakGlong: ReportedTable[] = [
  { number: 1, rows: [row({ c1: 10, c3: 923 })] },
  { number: 2, rows: [row({ c1: 1369, c2: 374, c3: 128, c5: 39, c6: 0, c7: 28, c9: 923 })] },
  { number: 3, rows: [row({ c5: 360 })] },
];
const check = (thisYear: readonly ReportedTable[], lastYear: readonly ReportedTable[] = []) =>
  new Map(checkReported({ thisYear, lastYear, povertyCutoffK: 3 }).map((each) => [each.id, each]));

test('a published closing that its own movements do not give is named with the difference', () => {
  expect(check(dakGlong).get('3')).toMatchObject({ ok: false });
  expect(check(dakGlong).get('3')?.detail).toContain('934 ≠ T2.c9 923 (lệch 11), Đăk Glong');
});

test('what leaves table 2 must enter table 3', () => {
  expect(check(dakGlong).get('2')?.detail).toContain('T2.c2 hộ 374 ≠ T3.c5 360 (lệch 14), Đăk Glong');
});

test('an opening that is not last year’s closing is named', () => {
  const last: ReportedTable[] = [{ number: 1, rows: [row({ c3: 1344 })] }];
  expect(check(dakGlong, last).get('1')?.detail).toContain(
    'T2.c1 hộ 1.369 ≠ cuối kỳ năm trước 1.344 (lệch 25)',
  );
});

test('a placeholder of ten households cannot hold nine hundred poor ones', () => {
  expect(check(dakGlong).get('5')?.detail).toContain('T1.c3 923 > T1.c1 10');
});

test('a rate that its counts do not give is named', () => {
  const wrong: ReportedTable = {
    number: 1,
    rows: [{ ...row({ c1: 297_899, c7: 72_895, c8: 24.4 }), unit: 'Ninh Bình' }],
  };
  expect(check([wrong]).get('5')?.detail).toContain('T1.c8 ghi 24,40, tính lại 24,47, Ninh Bình');
});

test('what a table does not tell is not held against it', () => {
  const checks = check([{ number: 1, rows: [row({ c3: 5 })] }]);
  expect([...checks.values()].every((each) => each.ok)).toBe(true);
  expect(checks.get('2')?.detail).toContain('chưa đủ số liệu');
});
