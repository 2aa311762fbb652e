import { expect, test } from 'vitest';
import { keysOfPage } from './page-keys.ts';

test.each([
  ['/ho?nam=2025', 'Space'],
  ['/ho', 'Space'],
  ['/ho/0190-aa?chuan=VN', 'Alt+PgDn, Alt+PgUp'],
  ['/ho/nghi-trung?trang=2', 'F8, Shift+F8'],
  ['/nhap-phieu/01/02?thon=5', '?'],
  ['/nhap-phieu/01?thon=5&cach=diem', 'F2'],
  ['/ra-soat/2025/7/dan-so', 'F2'],
  ['/bieu/1?nam=2025', 'Alt+↑'],
])('%s tells of %s', (address, key) => {
  expect(keysOfPage(address).map(([keys]) => keys)).toContain(key);
});

test.each(['/nhap-phieu/01?thon=5', '/ho/moi', '/toi'])('%s has no keys of its own', (address) => {
  expect(keysOfPage(address)).toEqual([]);
});
