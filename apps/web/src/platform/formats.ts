import { writtenDay } from '@benvung/domain/shared/day';
import type { Language } from './i18n.ts';

/**
 * How figures and days are written, the same in both languages because the official forms are:
 * 1.234.567 · 24,40 · −0,51 · 05/03/2026 · 17:00. Days are `YYYY-MM-DD`; instants are shown in Vietnam's time.
 */
const MINUS = '−';
const counts = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const rates = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const withMinus = (text: string): string => text.replace('-', MINUS);

export const formatCount = (value: number): string => withMinus(counts.format(value));

/** A rate in per cent, always with two decimals; the % stands in the header or after it. */
export const formatRate = (value: number): string => withMinus(rates.format(value));

/** With its sign: "+12", "−13", "0". */
export function formatChange(value: number): string {
  return value > 0 ? `+${formatCount(value)}` : formatCount(value);
}

export function formatRateChange(value: number): string {
  const text = formatRate(value);
  return value > 0 && text !== formatRate(0) ? `+${text}` : text;
}

export function formatDay(day: string): string {
  return writtenDay(day.slice(0, 10));
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Chủ Nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

export function formatWeekday(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`).getUTCDay();
  return `${WEEKDAYS[language][at]} ${formatDay(day)}`;
}

function parts(instant: string): Readonly<Record<string, string>> {
  return Object.fromEntries(clock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** "09:40 05/10/2026" */
export function formatInstant(instant: string): string {
  const { day, month, year, hour, minute } = parts(instant);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

/** "09:40" */
export function formatTime(instant: string): string {
  const { hour, minute } = parts(instant);
  return `${hour}:${minute}`;
}
