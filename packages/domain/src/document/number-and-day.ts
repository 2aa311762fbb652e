import type { Day } from '../shared/day.ts';
import type { DocumentType } from './document-types.ts';
import { TYPE_NAMES } from './document-types.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** A number below 10 has a leading zero (Phụ lục I, mục II.3). */
export const numberText = (number: number): string => two(number);

/** `QĐ-UBND`; for an official letter the drafting unit follows the body: `UBND-VX`. */
export function symbolOf(type: DocumentType, body: string, draftingUnit: string | null): string {
  if (type === 'CV') return draftingUnit === null ? body : `${body}-${draftingUnit}`;
  if (type === 'GCN') return 'GCN-HN.HCN';
  return `${TYPE_NAMES[type].abbreviation}-${body}`;
}

/** `05/QĐ-UBND`, without spaces about the marks. */
export const referenceOf = (number: number, symbol: string): string => `${numberText(number)}/${symbol}`;

/** The line under the issuing body; a draft leaves room for the number. */
export const numberLine = (number: number | null, symbol: string): string =>
  `Số: ${number === null ? '        ' : numberText(number)}/${symbol}`;

/** `ngày 05 tháng 01 năm 2026`, `ngày 29 tháng 6 năm 2026`: a zero before days below 10 and months 1 and 2. */
export function dayInWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/** `Bằng Mạc, ngày 05 tháng 3 năm 2026`; a draft leaves the day open. */
export const placeAndDay = (place: string, day: Day | null): string =>
  `${place}, ${day === null ? 'ngày      tháng      năm         ' : dayInWords(day)}`;

/** `05/3/2026`, as documents cite each other (zeros as above). */
export function shortDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${Number(month) <= 2 ? month : String(Number(month))}/${year}`;
}

/** `2026-09-28T08:00` as `08 giờ 00 phút, ngày 28 tháng 9 năm 2026`; a bare day is only the day. */
export function momentInWords(moment: string): string {
  const [day = '', time] = moment.split('T');
  if (time === undefined) return dayInWords(day);
  const [hours = '', minutes = ''] = time.split(':');
  return `${hours} giờ ${minutes} phút, ${dayInWords(day)}`;
}
