import { nameInSentence } from '../../territory/unit-type.ts';
import type { ReviewListData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import type { OfficialDocument } from '../official-document.ts';
import { column, layOut, paragraph, whole } from './template-parts.ts';

/** Danh sách hộ cần rà soát (TT 07/2021, Phụ lục I: households of record and requests that screened in). */
export function reviewList(data: ReviewListData, frame: DocumentFrame): OfficialDocument {
  const requests = data.rows.filter((row) => row.source === 'request').length;
  const members = data.rows.reduce((sum, row) => sum + (row.members ?? 0), 0);
  const where =
    data.village === null
      ? frame.issuer.unitName
      : `${nameInSentence(data.village)}, ${frame.issuer.unitName}`;
  return layOut(frame, {
    type: 'DS',
    subject: `Hộ cần rà soát năm ${data.year} của ${where}`,
    numbered: false,
    collective: true,
    open: true,
    content: [
      {
        kind: 'table',
        table: {
          columns: [
            column('STT', 1, 'centre'),
            column('Họ và tên chủ hộ', 4.4),
            column('Thôn, tổ dân phố', 3),
            column('Số nhân khẩu', 1.4, 'right'),
            column('Phân loại hiện có', 2.4),
            column('Căn cứ vào danh sách', 2.4),
            column('Ghi chú', 2),
          ],
          rows: data.rows.map((row, at) => ({
            cells: [
              String(at + 1),
              row.head,
              row.village,
              whole(row.members),
              row.previousClass ?? '',
              row.source === 'record' ? 'Đang quản lý' : 'Giấy đề nghị',
              row.note ?? '',
            ],
          })),
          size: 11,
        },
      },
      paragraph(
        `Tổng số: ${whole(data.rows.length)} hộ, ${whole(members)} nhân khẩu; trong đó ${whole(data.rows.length - requests)} hộ đang quản lý, ${whole(requests)} hộ có giấy đề nghị.`,
      ),
    ],
    recipients: [],
  });
}
