import { describe, expect, test } from 'vitest';
import { nameSought, namesKey } from './name-search.ts';

const key = namesKey(['Nguyễn Văn Lanh', 'Hồ Thị Hoà', "H'Bia Niê"]);
const finds = (typed: string): boolean => {
  const sought = nameSought(typed);
  return (
    sought?.patterns.every((pattern) => key.includes(pattern.slice(1, -1))) === true &&
    new RegExp(sought.together).test(key)
  );
};

describe('a household is found by anyone’s name', () => {
  test.each(['lan', 'nguyen lanh', 'LÀNH Nguyễn', 'hòa', 'hoa ho', 'hbia', 'ni'])('typed as %s', (typed) => {
    expect(finds(typed)).toBe(true);
  });

  test.each(['anh', 'nguyen hoa', 'lanh ho', 'l', ''])('and not by %s', (typed) => {
    expect(finds(typed)).toBe(false);
  });
});
