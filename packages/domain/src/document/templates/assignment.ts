import type { AssignmentData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { shortDay } from '../number-and-day.ts';
import type { OfficialDocument } from '../official-document.ts';
import { articles, column, headOffice, layOut, whole } from './template-parts.ts';

/** Quyết định phân công rà soát viên, by the steering committee in its own series. */
export function assignment(data: AssignmentData, frame: DocumentFrame): OfficialDocument {
  const { unitName } = frame.issuer;
  return layOut(frame, {
    type: 'QĐ',
    subject: `Về việc phân công rà soát viên thực hiện rà soát hộ nghèo, hộ cận nghèo năm ${data.year}`,
    collective: false,
    authority: headOffice(frame),
    grounds: data.grounds ?? frame.grounds,
    enacting: 'QUYẾT ĐỊNH:',
    content: articles([
      {
        text: `Phân công ${whole(data.rows.length)} rà soát viên thu thập thông tin, chấm điểm và phân loại các hộ trong danh sách rà soát năm ${data.year} tại các thôn, tổ dân phố của ${unitName} (Phụ lục kèm theo).`,
      },
      {
        text: 'Rà soát viên ghi phiếu tại hộ, chịu trách nhiệm về số liệu đã ghi, giữ kín thông tin cá nhân của hộ, dự họp thôn để giải trình và nộp phiếu đúng thời hạn. Người đã rà soát lần đầu không phúc tra chính hộ đó.',
      },
      {
        text: 'Quyết định này có hiệu lực kể từ ngày ký. Các thành viên Ban Chỉ đạo, các trưởng thôn, tổ trưởng tổ dân phố và các ông, bà có tên trong Phụ lục chịu trách nhiệm thi hành Quyết định này.',
      },
    ]),
    recipients: ['Như Điều 3'],
    annexes: [
      {
        title: `Danh sách phân công rà soát viên năm ${data.year}`,
        landscape: false,
        body: [
          {
            kind: 'table',
            table: {
              columns: [
                column('STT', 1, 'centre'),
                column('Thôn, tổ dân phố', 3.2),
                column('Rà soát viên', 4),
                column('Chức vụ, công việc', 3),
                column('Số hộ', 1.4, 'right'),
                column('Thời hạn', 2, 'centre'),
              ],
              rows: data.rows.map((row, at) => ({
                cells: [
                  String(at + 1),
                  row.village,
                  row.enumerator,
                  row.position ?? '',
                  whole(row.households),
                  row.until === undefined ? '' : shortDay(row.until),
                ],
              })),
            },
          },
        ],
      },
    ],
  });
}
