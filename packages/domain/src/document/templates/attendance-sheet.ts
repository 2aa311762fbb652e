import { nameInSentence } from '../../territory/unit-type.ts';
import type { AttendanceSheetData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { momentInWords } from '../number-and-day.ts';
import type { Block, OfficialDocument, TableRow } from '../official-document.ts';
import { column, layOut, paragraph } from './template-parts.ts';

/** Danh sách người dự họp: who comes writes a name and signs, kind by kind; it goes with the minutes. */
export function attendanceSheet(data: AttendanceSheetData, frame: DocumentFrame): OfficialDocument {
  return layOut(frame, {
    type: 'DS',
    subject: `Người dự họp ${nameInSentence(data.village)} về kết quả rà soát hộ nghèo, hộ cận nghèo năm ${data.year}`,
    numbered: false,
    collective: false,
    open: true,
    content: [
      paragraph(`Thời gian bắt đầu: ${momentInWords(data.startedAt)}.`),
      paragraph(`Địa điểm: ${data.place}.`),
      paragraph('Mỗi người dự họp tự ghi họ tên và ký; mỗi hộ một người đại diện.'),
      linesToSign(data),
      paragraph('Tổng số người có mặt: ……… người.'),
      {
        kind: 'signatures',
        blocks: ['THƯ KÝ', 'CHỦ TỌA'].map((position) => ({
          authority: [],
          position,
          note: '(Ký, ghi rõ họ tên)',
          name: null,
        })),
      },
    ],
    recipients: [],
    signature: null,
  });
}

/** Numbers run through all kinds; letters of that size leave a line high enough to write in by hand. */
const LETTERS_PT = 16;

function linesToSign({ groups }: AttendanceSheetData): Block {
  let number = 0;
  const rows = groups.flatMap(({ group, lines }): TableRow[] => [
    { cells: ['', group, '', ''], bold: true },
    ...Array.from({ length: lines }, () => {
      number += 1;
      return { cells: [String(number), '', '', ''] };
    }),
  ]);
  return {
    kind: 'table',
    table: {
      columns: [
        column('STT', 1, 'centre'),
        column('Họ và tên', 5),
        column('Chức vụ hoặc hộ', 4),
        column('Ký tên', 3),
      ],
      rows,
      size: LETTERS_PT,
    },
  };
}
