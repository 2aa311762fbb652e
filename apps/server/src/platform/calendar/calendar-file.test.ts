import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const made = (entries: Parameters<typeof calendarFile>[0]['entries']) =>
  calendarFile({
    name: 'Thời hạn',
    entries,
    origin: 'https://xa.example',
    madeAt: '2026-10-01T22:30:00.000Z',
  });

const ENTRY = {
  key: 'review-toSubmit-7',
  day: '2026-10-05',
  title: 'Trình: 12 hộ; Thôn A, B',
  detail: 'dòng 1\ndòng 2',
  path: '/ra-soat/2026/7/cong-nhan',
};

test('a day stays that day in whatever zone the machine is, and the stamp is in UTC', () => {
  const lines = made([ENTRY]).split('\r\n');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261005');
  expect(lines).toContain('DTSTAMP:20261001T223000Z');
  expect(lines).toContain('UID:review-toSubmit-7@benvung');
  expect(lines).toContain('URL;VALUE=URI:https://xa.example/ra-soat/2026/7/cong-nhan');
});

test('signs that mean something in the format are escaped, and no line is longer than 75 bytes', () => {
  const text = made([{ ...ENTRY, title: `${'thôn Xã Hương Phú '.repeat(9)}, A; B` }]);
  expect(text.replaceAll('\r\n ', '')).toContain('\\, A\\; B');
  expect(text).toContain('DESCRIPTION:dòng 1\\ndòng 2');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('a calendar without entries is a calendar', () => {
  expect(made([])).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR/u);
});
