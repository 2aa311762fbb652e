import type { RoundOpeningData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { dayInWords } from '../number-and-day.ts';
import type { OfficialDocument } from '../official-document.ts';
import { articles, column, headOffice, layOut, roundName, whole } from './template-parts.ts';

/** Quyết định mở đợt rà soát, with the villages and their lists to start from. */
export function roundOpening(data: RoundOpeningData, frame: DocumentFrame): OfficialDocument {
  const { unitName, bodyName } = frame.issuer;
  const round = roundName(data.roundKind, data.year);
  const total = data.villages.reduce((sum, village) => sum + village.households, 0);
  return layOut(frame, {
    type: 'QĐ',
    subject: `Về việc rà soát hộ nghèo, hộ cận nghèo ${round} trên địa bàn ${unitName}`,
    collective: false,
    authority: headOffice(frame),
    grounds: [
      ...(data.grounds ?? frame.grounds),
      `Theo đề nghị của Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${unitName}`,
    ],
    enacting: 'QUYẾT ĐỊNH:',
    content: articles([
      {
        text: `Tổ chức rà soát hộ nghèo, hộ cận nghèo ${round} trên địa bàn ${unitName} theo ${data.standard}, từ ${dayInWords(data.from)} đến ${dayInWords(data.to)}.`,
      },
      {
        text: `Phạm vi rà soát gồm ${whole(data.villages.length)} thôn, tổ dân phố với ${whole(total)} hộ trong danh sách ban đầu (Phụ lục kèm theo) và các hộ có giấy đề nghị được nhận dạng nhanh là có khả năng nghèo, cận nghèo. Việc rà soát thực hiện đủ các bước: lập danh sách, thu thập thông tin và chấm điểm, họp dân, niêm yết công khai, giải quyết phản ánh, xin ý kiến và công nhận kết quả.`,
      },
      {
        text: `Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${unitName} phân công rà soát viên, hướng dẫn, kiểm tra việc rà soát tại các thôn, tổ dân phố và báo cáo kết quả với ${bodyName}.`,
      },
      {
        text: `Quyết định này có hiệu lực kể từ ngày ký. Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${unitName}, các trưởng thôn, tổ trưởng tổ dân phố và các cơ quan, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.`,
      },
    ]),
    recipients: [
      'Như Điều 4',
      ...(frame.issuer.superiorName ? [`${shortSuperior(frame)} (để báo cáo)`] : []),
    ],
    annexes: [
      {
        title: 'Số hộ trong danh sách ban đầu của các thôn, tổ dân phố',
        landscape: false,
        body: [
          {
            kind: 'table',
            table: {
              columns: [
                column('STT', 1, 'centre'),
                column('Thôn, tổ dân phố', 6),
                column('Số hộ trong danh sách', 3, 'right'),
              ],
              rows: [
                ...data.villages.map((village, at) => ({
                  cells: [String(at + 1), village.name, whole(village.households)],
                })),
                { cells: ['', 'Tổng số', whole(total)], bold: true },
              ],
            },
          },
        ],
      },
    ],
  });
}

const shortSuperior = (frame: DocumentFrame): string =>
  (frame.issuer.superiorName ?? '').replace('Ủy ban nhân dân', 'UBND');
