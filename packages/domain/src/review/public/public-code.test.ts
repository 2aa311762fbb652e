import { expect, test } from 'vitest';
import { codeFrom, groupedCode, paperNumberKey } from '../../shared/printed-code.ts';
import { initialsOf, typedPublicCode } from './public-code.ts';

test('a code is typed back in any case, with or without hyphens', () => {
  const code = codeFrom(
    Uint8Array.from({ length: 32 }, (_, at) => (at * 37) % 256),
    8,
  );
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/u);
  for (const typed of [code, groupedCode(code), groupedCode(code).toLowerCase(), ` ${code} `])
    expect(typedPublicCode(typed, 8)).toBe(code);
  expect(typedPublicCode('K7Q2-9M4', 8)).toBeNull();
  expect(typedPublicCode('K7Q2-9M4O', 8)).toBeNull();
});

test('bytes that would favour some letters are left out, and too few are a fault', () => {
  expect(() => codeFrom(Uint8Array.from([255, 254, 253]), 3)).toThrow();
});

test('a name leaves its initials, a number its plain form', () => {
  expect(initialsOf('Hoàng Thị  đào')).toBe('H. T. Đ.');
  expect(paperNumberKey(' số: 0417/gcn-hn.hcn ')).toBe('417/GCN-HN.HCN');
});
