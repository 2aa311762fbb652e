import { describe, expect, test } from 'vitest';
import { composeDocument } from '../../document/compose-document.ts';
import { issuerOf } from '../../document/issuer.ts';
import type { Block } from '../../document/official-document.ts';
import { textOfDocument } from '../../document/text-of-document.ts';
import { readPlanDocument } from '../document/read-plan-document.ts';
import type { TargetKind, TargetUnit } from '../target/indicator.ts';
import { readAnnex } from '../target/read-annex.ts';
import { NO_MEASURE, type TargetLine } from '../target/target.ts';
import { composeTargetAnnex, composeTargetDecision, type TargetAnnex } from './compose-target-annex.ts';

const line = (kind: TargetKind, planned: object, opening: object = {}): TargetLine => ({
  comparison: kind === 'stock' ? 'down-to' : kind === 'coverage' ? 'at-least' : 'reach',
  opening: { ...NO_MEASURE, ...opening },
  planned: { ...NO_MEASURE, ...planned },
});
const annexOf = (
  [code, vi, kind, unit]: readonly [string, string, TargetKind, TargetUnit],
  lines: readonly TargetLine[],
): TargetAnnex => ({
  indicator: { code, name: { vi, en: code }, kind, unit },
  lines: lines.map((one, at) => ({
    name: ['Tỉnh Thừa Thiên Huế', 'Huyện A Lưới', 'Huyện Nam Đông'][at] ?? '',
    line: one,
  })),
});

/** Mục II.2 of kế hoạch 03/KH-UBND ngày 03/01/2024 (Thừa Thiên Huế), for the province and two of its districts. */
const OUTCOMES: readonly TargetAnnex[] = [
  annexOf(
    ['insurance', 'Người thuộc hộ nghèo, cận nghèo có bảo hiểm y tế', 'coverage', 'persons'],
    [1, 2, 3].map(() => line('coverage', { rate: 10000 })),
  ),
  annexOf(
    ['houses', 'Hộ nghèo, cận nghèo được hỗ trợ nhà ở', 'amount', 'households'],
    [1000, 700, 300].map((count) => line('amount', { count })),
  ),
  annexOf(
    ['clean-water', 'Hộ nghèo, cận nghèo dùng nước sinh hoạt hợp vệ sinh', 'coverage', 'households'],
    [
      line('coverage', { count: 3800, base: 4000, rate: 9500 }, { count: 3700, base: 4100, rate: 9024 }),
      line('coverage', { count: 2850, base: 3000, rate: 9500 }, { count: 2790, base: 3100, rate: 9000 }),
      line('coverage', { count: 950, base: 1000, rate: 9500 }, { count: 910, base: 1000, rate: 9100 }),
    ],
  ),
  annexOf(
    ['toilets', 'Hộ nghèo, cận nghèo dùng nhà tiêu hợp vệ sinh', 'coverage', 'households'],
    [3200, 2400, 800].map((count) => line('coverage', { count, rate: 8000 })),
  ),
  annexOf(
    ['trained-workers', 'Lao động nghèo, cận nghèo, mới thoát nghèo qua đào tạo', 'coverage', 'persons'],
    [1, 2, 3].map(() => line('coverage', { rate: 7000 }, { rate: 6512 })),
  ),
  annexOf(
    ['poor-minority', 'Hộ nghèo dân tộc thiểu số', 'stock', 'households'],
    [
      line('stock', { count: 2200, rate: 1610 }, { count: 3400, rate: 2490 }),
      line('stock', { count: 2100, rate: 1600 }, { count: 3250, rate: 2480 }),
      line('stock', { count: 100, rate: 160 }, { count: 150, rate: 240 }),
    ],
  ),
];

const cellsOf = (block: Block | undefined): readonly (readonly string[])[] =>
  block?.kind === 'table'
    ? [block.table.columns.map(({ label }) => label), ...block.table.rows.map(({ cells }) => cells)]
    : [];

describe('a target annex', () => {
  test.each(OUTCOMES.map((annex) => [annex.indicator.code, annex] as const))(
    'of %s that is imported again gives its own numbers back',
    (_code, annex) => {
      const cells = cellsOf(composeTargetAnnex(annex, 2024).body[0]);
      const read = readAnnex(cells, annex.indicator.kind);
      if (!read.ok) throw new Error(read.problem.code);
      const { total, rows } = read.value;
      const withoutBase = ({ opening, ...rest }: TargetLine): TargetLine => ({
        ...rest,
        opening: { ...opening, base: null },
      });
      expect([total, ...rows].map((row) => row?.line)).toEqual(
        annex.lines.map((one) => withoutBase(one.line)),
      );
      expect(rows.map(({ name }) => name)).toEqual(['Huyện A Lưới', 'Huyện Nam Đông']);
    },
  );

  test('of a share given as a rate alone is read as the year’s', () => {
    const read = readAnnex(
      [
        ['TT', 'Địa phương', 'Chỉ tiêu năm 2024 (%)'],
        ['1', 'Huyện A Lưới', '95'],
      ],
      'coverage',
    );
    expect(read).toMatchObject({ value: { rows: [{ line: { planned: { count: null, rate: 9500 } } }] } });
  });

  test('stands by itself in a decision, a table for each indicator, as the reader finds them', () => {
    const issuer = issuerOf(
      { level: 'province', name: 'Tỉnh Thừa Thiên Huế', shortName: 'Thừa Thiên Huế', above: null },
      'body',
    );
    const data = composeTargetDecision(OUTCOMES, {
      year: 2024,
      bodyName: issuer.bodyName,
      grounds: ['Căn cứ Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ'],
      reference: '03/KH-UBND',
      issuedOn: '2024-01-03',
    });
    const text = textOfDocument(
      composeDocument('composed', data, {
        issuer,
        number: 21,
        symbol: 'QĐ-UBND',
        day: '2024-02-05',
        signatory: { name: 'Trần Văn Anh', position: 'Chủ tịch', authority: 'TM' },
        recipients: null,
        grounds: [],
        verification: null,
        electronic: false,
        demonstration: false,
      }),
    );
    const read = readPlanDocument(text);
    expect(read.tables.map(({ rows }) => rows.length)).toEqual(OUTCOMES.map(() => 3));
    expect(text).toContain('Căn cứ Kế hoạch số 03/KH-UBND ngày 03/01/2024 của Ủy ban nhân dân tỉnh');
  });
});
