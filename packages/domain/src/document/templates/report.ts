import type { ReportData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { roman } from '../enumerate.ts';
import type { Annex, Block, OfficialDocument } from '../official-document.ts';
import { column, layOut, paragraph, roundName, whole } from './template-parts.ts';

const LANDSCAPE_FROM = 8;

/** Báo cáo kết quả rà soát, its tables as annexes (across when they are wide). */
export function report(data: ReportData, frame: DocumentFrame): OfficialDocument {
  const { unitName, bodyName } = frame.issuer;
  const round = roundName(data.roundKind, data.year);
  return layOut(frame, {
    type: 'BC',
    subject: `Kết quả rà soát hộ nghèo, hộ cận nghèo ${round} trên địa bàn ${unitName}`,
    collective: true,
    addressees: [data.addressee],
    content: [
      paragraph(`${bodyName} báo cáo kết quả rà soát hộ nghèo, hộ cận nghèo ${round} như sau:`),
      ...chapters([
        ['Kết quả rà soát', [summaryTable(data), ...annexNote(data)]],
        ['Khó khăn, vướng mắc', (data.difficulties ?? []).map(dash)],
        ['Kiến nghị, đề xuất', (data.requests ?? []).map(dash)],
      ]),
      paragraph(`Trên đây là báo cáo của ${bodyName}`),
    ],
    recipients: ['Như trên', 'Ban Chỉ đạo rà soát'],
    annexes: tableAnnexes(data),
  });
}

/** Tờ trình xin ý kiến về kết quả rà soát, with the same figures and tables. */
export function submission(data: ReportData, frame: DocumentFrame): OfficialDocument {
  const { unitName, bodyName } = frame.issuer;
  const round = roundName(data.roundKind, data.year);
  return layOut(frame, {
    type: 'TTr',
    subject: `Xin ý kiến về kết quả rà soát hộ nghèo, hộ cận nghèo ${round} của ${unitName}`,
    collective: false,
    addressees: [data.addressee],
    content: [
      paragraph(
        `Thực hiện quy trình rà soát hộ nghèo, hộ cận nghèo, ${bodyName} đã tổ chức rà soát, họp dân và niêm yết công khai kết quả tại các thôn, tổ dân phố. Kết quả như sau:`,
      ),
      summaryTable(data),
      ...annexNote(data),
      ...(data.difficulties ?? []).map(dash),
      paragraph(
        `${bodyName} kính trình ${data.addressee} xem xét, cho ý kiến để Chủ tịch ${bodyName} quyết định công nhận theo quy định.`,
      ),
      ...(data.requests ?? []).map(dash),
    ],
    recipients: ['Như trên'],
    annexes: tableAnnexes(data),
  });
}

const dash = (text: string): Block => ({ kind: 'outline', level: 4, mark: '-', text });

/** Only what has something to say is a chapter, numbered without gaps. */
function chapters(parts: readonly (readonly [string, readonly Block[]])[]): Block[] {
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], at): Block[] => [
      {
        kind: 'outline',
        level: 1,
        mark: `${roman(at + 1)}.`,
        text: title.toLocaleUpperCase('vi'),
        title: true,
      },
      ...blocks,
    ]);
}

const annexNote = (data: ReportData): Block[] =>
  data.tables.length === 0 ? [] : [paragraph('Số liệu chi tiết tại các biểu kèm theo.')];

/** Without the number of all households there is no rate, and no column for it. */
function summaryTable(data: ReportData): Block {
  const rated = data.summary.some(({ rate }) => rate != null);
  return {
    kind: 'table',
    table: {
      columns: [
        column('STT', 1, 'centre'),
        column('Chỉ tiêu', 6),
        column('Số hộ', 2, 'right'),
        column('Số nhân khẩu', 2, 'right'),
        ...(rated ? [column('Tỷ lệ (%)', 2, 'right')] : []),
      ],
      rows: data.summary.map((row, at) => ({
        cells: [
          String(at + 1),
          row.label,
          whole(row.households),
          whole(row.persons),
          ...(rated ? [row.rate ?? ''] : []),
        ],
      })),
    },
  };
}

const tableAnnexes = (data: ReportData): Omit<Annex, 'attached' | 'label'>[] =>
  data.tables.map((table) => ({
    title: table.title,
    landscape: table.columns.length >= LANDSCAPE_FROM,
    body: [
      {
        kind: 'table',
        table: {
          columns: table.columns.map((one) => ({
            label: one.label,
            width: one.width ?? 2,
            ...(one.group === undefined ? {} : { group: one.group }),
            ...(one.align === undefined ? {} : { align: one.align }),
          })),
          rows: table.rows.map((cells, at) => ({ cells, bold: (table.boldRows ?? []).includes(at) })),
          size: table.columns.length > 12 ? 9 : 11,
        },
      },
    ],
  }));
