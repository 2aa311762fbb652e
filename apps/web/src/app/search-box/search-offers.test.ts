import { expect, test } from 'vitest';
import { offersFor } from './search-offers.ts';

const pages = [
  { to: '/ho', label: 'Hộ gia đình' },
  { to: '/bieu', label: 'Biểu và báo cáo' },
];
const nothing = { pages, households: [], units: [] };
const labels = (typed: string) => offersFor(typed, nothing).map(({ label }) => label);

test.each([
  ['', ['Hộ gia đình', 'Biểu và báo cáo']],
  ['ho gia', ['Hộ gia đình']],
  ['BIỂU', ['Biểu và báo cáo']],
  ['bieu bao', ['Biểu và báo cáo']],
  ['xyz', []],
])('pages are found by any of their words: “%s”', (typed, found) => {
  expect(labels(typed)).toEqual(found);
});
