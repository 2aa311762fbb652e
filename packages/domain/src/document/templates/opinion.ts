import type { OpinionData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import type { Block, OfficialDocument } from '../official-document.ts';
import { cited, column, layOut, paragraph, whole } from './template-parts.ts';

/** Công văn of the superior chairman: clear, or households returned with their reasons. */
export function opinion(data: OpinionData, frame: DocumentFrame): OfficialDocument {
  const submitted = cited('Tờ trình', data.submission);
  const returned = data.returned.length;
  return layOut(frame, {
    type: 'CV',
    subject: null,
    correspondence: `V/v cho ý kiến về kết quả rà soát hộ nghèo, hộ cận nghèo năm ${data.year} của ${data.commune}`,
    collective: false,
    addressees: [`Ủy ban nhân dân ${data.commune}`],
    content: [
      paragraph(
        `Xem xét ${submitted} về kết quả rà soát hộ nghèo, hộ cận nghèo năm ${data.year}, Chủ tịch ${frame.issuer.bodyName} có ý kiến như sau:`,
      ),
      ...(data.outcome === 'clear' && returned === 0 ? clear(data) : returnedBlocks(data)),
    ],
    recipients: ['Như trên'],
  });
}

const clear = (data: OpinionData): Block[] => [
  paragraph(
    `Thống nhất với kết quả rà soát hộ nghèo, hộ cận nghèo năm ${data.year} của ${data.commune}. Đề nghị Chủ tịch Ủy ban nhân dân ${data.commune} quyết định công nhận và cấp giấy chứng nhận theo quy định.`,
  ),
];

const returnedBlocks = (data: OpinionData): Block[] => [
  paragraph(
    `${data.outcome === 'clear' ? 'Thống nhất với kết quả rà soát của các hộ khác; đề' : 'Đề'} nghị rà soát lại ${whole(data.returned.length)} hộ sau đây:`,
  ),
  {
    kind: 'table',
    table: {
      columns: [
        column('STT', 1, 'centre'),
        column('Họ và tên chủ hộ', 4),
        column('Thôn, tổ dân phố', 3),
        column('Lý do', 6),
      ],
      rows: data.returned.map((row, at) => ({ cells: [String(at + 1), row.head, row.village, row.reason] })),
    },
  },
  paragraph(
    `Đề nghị Ủy ban nhân dân ${data.commune} tổ chức rà soát lại các hộ nêu trên, niêm yết kết quả và báo cáo trước khi quyết định công nhận.`,
  ),
];
