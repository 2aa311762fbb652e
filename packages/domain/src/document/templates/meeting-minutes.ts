import { nameInSentence } from '../../territory/unit-type.ts';
import type { MeetingMinutesData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { momentInWords } from '../number-and-day.ts';
import type { Block, OfficialDocument } from '../official-document.ts';
import { column, layOut, paragraph, whole } from './template-parts.ts';

/** Biên bản họp thôn (the decree's model of minutes), two copies: secretary left, chair right. */
export function meetingMinutes(data: MeetingMinutesData, frame: DocumentFrame): OfficialDocument {
  const again = data.households.filter((household) => !household.agreed).length;
  const content: Block[] = [
    paragraph(`Thời gian bắt đầu: ${momentInWords(data.startedAt)}.`),
    paragraph(`Địa điểm: ${data.place}.`),
    paragraph(`Chủ trì: ${data.chair.name}, ${data.chair.position}.`),
    paragraph(`Thư ký: ${data.secretary.name}, ${data.secretary.position}.`),
    title(1, 'Thành phần tham dự'),
    ...data.attendance.map(
      (group): Block => ({
        kind: 'outline',
        level: 4,
        mark: '-',
        text: `${group.group}: ${whole(group.count)} người;`,
      }),
    ),
    paragraph(`Tổng số người có mặt: ${whole(data.present)} người.`),
    title(2, 'Kết quả biểu quyết từng hộ'),
    paragraph(
      `Hộ được thống nhất khi có từ 50 % số người có mặt trở lên đồng ý (từ ${whole(Math.ceil(data.present / 2))} người).`,
    ),
    householdsTable(data),
    paragraph(
      `Cuộc họp đã xem xét ${whole(data.households.length)} hộ; thống nhất ${whole(data.households.length - again)} hộ; ${whole(again)} hộ phải thu thập thông tin, chấm điểm và họp lại.`,
    ),
    title(3, 'Ý kiến khác'),
    ...(data.remarks === undefined || data.remarks.length === 0
      ? [paragraph('Không có ý kiến khác.')]
      : data.remarks.map(paragraph)),
    paragraph(closing(data)),
  ];
  return layOut(frame, {
    type: 'BB',
    subject: `Họp ${nameInSentence(data.village)} về kết quả rà soát hộ nghèo, hộ cận nghèo năm ${data.year}`,
    collective: false,
    content: [...ended(content), signatures(data)],
    open: true,
    recipients: [],
    signature: null,
  });
}

const title = (number: number, text: string): Block => ({
  kind: 'outline',
  level: 2,
  mark: `${number}.`,
  text,
  title: true,
});

const closing = (data: MeetingMinutesData): string =>
  `Cuộc họp kết thúc lúc ${data.endedAt === null ? '      giờ      phút cùng ngày' : momentInWords(data.endedAt)}. Biên bản này được lập thành 02 bản có giá trị như nhau, đã đọc cho mọi người dự họp nghe; 01 bản lưu tại ${nameInSentence(data.village)}, 01 bản gửi Ban Chỉ đạo.`;

const ended = (content: readonly Block[]): Block[] =>
  content.map((block, at) =>
    at === content.length - 1 && block.kind === 'paragraph' && typeof block.text === 'string'
      ? { ...block, text: `${block.text.replace(/\.$/u, '')}./.` }
      : block,
  );

const householdsTable = (data: MeetingMinutesData): Block => ({
  kind: 'table',
  table: {
    columns: [
      column('STT', 1, 'centre'),
      column('Họ và tên chủ hộ', 4.2),
      column('Phân loại năm trước', 2.2),
      column('Kết quả đề xuất', 2.4),
      column('Số người đồng ý', 1.5, 'right'),
      column('Kết luận', 2.2),
      column('Ý kiến', 3),
    ],
    rows: data.households.map((household, at) => ({
      cells: [
        String(at + 1),
        household.head,
        household.previousClass ?? '',
        household.proposal,
        `${whole(household.agree)}/${whole(data.present)}`,
        household.agreed ? 'Thống nhất' : 'Rà soát lại',
        household.opinion ?? '',
      ],
    })),
    size: 11,
  },
});

function signatures(data: MeetingMinutesData): Block {
  const note = '(Ký, ghi rõ họ tên)';
  return {
    kind: 'signatures',
    blocks: [
      { authority: [], position: 'THƯ KÝ', note, name: data.secretary.name },
      {
        authority: [],
        position: 'ĐẠI DIỆN CÁC HỘ',
        note,
        name: data.representatives.join('\n') || null,
      },
      { authority: [], position: 'CHỦ TỌA', note, name: data.chair.name },
    ],
  };
}
