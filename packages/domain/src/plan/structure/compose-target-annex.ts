import type { Annex } from '../../document/official-document.ts';
import { groupThousands } from '../../shared/phrase.ts';
import { nameInSentence } from '../../territory/unit-type.ts';

/** A unit's line; rates in hundredths of a percent. */
export interface TargetAnnexLine {
  readonly unit: { readonly name: string };
  readonly opening: number | null;
  readonly openingRate: number | null;
  readonly decrease: number | null;
  readonly closing: number | null;
  readonly closingRate: number | null;
}

const count = (value: number | null): string => (value === null ? '' : groupThousands(value, 'vi'));
const rate = (value: number | null): string =>
  value === null ? '' : (value / 100).toFixed(2).replace('.', ',');

/**
 * The annex "phấn đấu chỉ tiêu giảm nghèo của các địa phương" (kế hoạch 03/KH-UBND 2024, tỉnh Thừa Thiên Huế): the
 * unit's own line first, then those below it.
 */
export function composeTargetAnnex(
  lines: readonly TargetAnnexLine[],
  year: number,
): Omit<Annex, 'attached' | 'label'> {
  return {
    title: `Phấn đấu chỉ tiêu giảm nghèo của các địa phương năm ${year}`,
    landscape: true,
    body: [
      {
        kind: 'table',
        table: {
          columns: [
            { label: 'STT', width: 6, align: 'centre' },
            { label: 'Đơn vị', width: 28 },
            { label: `Tổng số hộ nghèo năm ${year - 1}`, width: 14, align: 'right' },
            { label: `Tỷ lệ nghèo năm ${year - 1} (%)`, width: 12, align: 'right' },
            { label: `Số hộ nghèo giảm năm ${year}`, width: 14, align: 'right' },
            { label: `Số hộ nghèo còn lại năm ${year}`, width: 14, align: 'right' },
            { label: `Tỷ lệ năm ${year} (%)`, width: 12, align: 'right' },
          ],
          rows: lines.map((line, at) => ({
            bold: at === 0,
            cells: [
              at === 0 ? '' : String(at),
              at === 0 ? `Toàn ${nameInSentence(line.unit.name)}` : line.unit.name,
              count(line.opening),
              rate(line.openingRate),
              count(line.decrease),
              count(line.closing),
              rate(line.closingRate),
            ],
          })),
        },
      },
    ],
  };
}
