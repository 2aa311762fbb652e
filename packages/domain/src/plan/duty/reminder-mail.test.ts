import { expect, test } from 'vitest';
import { type RemindedLine, writeReminderMail } from './reminder-mail.ts';

const line = (changes: Partial<RemindedLine>): RemindedLine => ({
  kind: 'before',
  days: 5,
  toGiver: false,
  dutyId: 'a',
  task: 'Cấp thẻ bảo hiểm y tế',
  giver: 'Tỉnh Thừa Thiên Huế',
  desk: 'Sở Y tế',
  dueOn: '2024-10-22',
  ...changes,
});
const at = { today: '2024-10-15', address: 'https://benvung.example' };

test('a mail says what is late first, when it is due, and where it is done', () => {
  const { subject, body } = writeReminderMail(
    [line({}), line({ kind: 'late', days: 3, toGiver: true, dutyId: 'b', dueOn: '2024-10-10' })],
    at,
  );
  expect(subject).toBe('Nhắc việc ngày 15/10/2024: 2 việc, 1 việc trễ hạn');
  expect(body.indexOf('TRỄ 3 ngày làm việc (báo lên nơi giao)')).toBeLessThan(
    body.indexOf('Còn 5 ngày làm việc'),
  );
  expect(body).toContain('Sở Y tế, hạn 22/10/2024\n  https://benvung.example/viec-giao/a');
});

test('words that somebody typed stay inside: they may name a household', () => {
  const { subject, body } = writeReminderMail([line({ task: null })], at);
  expect(`${subject}${body}`).not.toContain('bảo hiểm');
  expect(body).toContain('Việc do Tỉnh Thừa Thiên Huế giao');
});

test('nobody’s words begin a line or a header of their own, and a long list is cut and counted', () => {
  const { body } = writeReminderMail(
    Array.from({ length: 40 }, (_, at) => line({ dutyId: `d${at}`, task: 'Việc\r\nBcc: x@y.example' })),
    at,
  );
  expect(body).not.toMatch(/^Bcc/mu);
  expect(body.match(/\/viec-giao\/d/gu)).toHaveLength(25);
  expect(body).toContain('Còn 15 việc nữa');
});
