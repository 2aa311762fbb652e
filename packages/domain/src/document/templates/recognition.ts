import type { RecognisedHousehold, RecognitionData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { roman } from '../enumerate.ts';
import { dayInWords } from '../number-and-day.ts';
import type { Annex, OfficialDocument, TableColumn } from '../official-document.ts';
import { articles, cited, column, headOffice, layOut, roundName, whole } from './template-parts.ts';

/** Quyết định công nhận of the commune chairman with its four lists; an empty list is said, not printed. */
export function recognition(data: RecognitionData, frame: DocumentFrame): OfficialDocument {
  const { unitName, bodyName } = frame.issuer;
  const round = roundName(data.roundKind, data.year);
  const lists = LISTS.filter(({ key }) => data.lists[key].length > 0);
  const counts = LISTS.map(({ key, words }) => `${whole(data.lists[key].length)} ${words}`);
  return layOut(frame, {
    type: 'QĐ',
    subject: `Về việc công nhận kết quả rà soát hộ nghèo, hộ cận nghèo ${round} trên địa bàn ${unitName}`,
    collective: false,
    authority: headOffice(frame),
    grounds: [
      ...(data.grounds ?? frame.grounds),
      ...(data.opinion === null ? [] : [`Theo ${cited('Văn bản', data.opinion, dayInWords)}`]),
      `Theo đề nghị của Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${unitName}`,
    ],
    enacting: 'QUYẾT ĐỊNH:',
    content: articles([
      {
        text: `Công nhận kết quả rà soát hộ nghèo, hộ cận nghèo ${round} trên địa bàn ${unitName} theo ${data.standard}, gồm ${counts.slice(0, -1).join(', ')} và ${counts.at(-1)}${lists.length === 0 ? '' : ` (danh sách tại ${annexNames(lists.length)} kèm theo)`}.`,
      },
      {
        text: `Hộ nghèo, hộ cận nghèo được công nhận được cấp giấy chứng nhận và hưởng các chính sách theo quy định. Hộ thoát nghèo, hộ thoát cận nghèo được hưởng các chính sách dành cho hộ mới thoát nghèo, hộ mới thoát cận nghèo theo quy định.`,
      },
      {
        text: `Quyết định này có hiệu lực kể từ ngày ký. Văn phòng ${bodyName}, Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${unitName}, các trưởng thôn, tổ trưởng tổ dân phố và các hộ có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.`,
      },
    ]),
    recipients: [
      'Như Điều 3',
      ...(frame.issuer.superiorName === null
        ? []
        : [`${frame.issuer.superiorName.replace('Ủy ban nhân dân', 'UBND')} (để báo cáo)`]),
    ],
    annexes: lists.map(({ key, title }) => annexOf(title, data.lists[key], data.year)),
  });
}

const annexNames = (count: number): string =>
  count === 1
    ? 'Phụ lục'
    : `các Phụ lục ${Array.from({ length: count }, (_, at) => roman(at + 1)).join(', ')}`;

const LISTS = [
  { key: 'poor', title: 'Danh sách hộ nghèo', words: 'hộ nghèo' },
  { key: 'nearPoor', title: 'Danh sách hộ cận nghèo', words: 'hộ cận nghèo' },
  { key: 'exitedPoor', title: 'Danh sách hộ thoát nghèo', words: 'hộ thoát nghèo' },
  { key: 'exitedNearPoor', title: 'Danh sách hộ thoát cận nghèo', words: 'hộ thoát cận nghèo' },
] as const;

function annexOf(
  title: string,
  rows: readonly RecognisedHousehold[],
  year: number,
): Omit<Annex, 'attached' | 'label'> {
  const scored = rows.some((row) => row.incomeScore != null || row.deprivationScore != null);
  const members = rows.reduce((sum, row) => sum + (row.members ?? 0), 0);
  const columns: TableColumn[] = [
    column('STT', 1, 'centre'),
    column('Họ và tên chủ hộ', 4.6),
    column('Thôn, tổ dân phố', 3.2),
    column('Số nhân khẩu', 1.5, 'right'),
    ...(scored ? [column('Điểm A', 1.3, 'right'), column('Điểm B', 1.3, 'right')] : []),
    column('Ghi chú', 2.4),
  ];
  const scores = (row: RecognisedHousehold) =>
    scored ? [whole(row.incomeScore), whole(row.deprivationScore)] : [];
  return {
    title: `${title} năm ${year}`,
    landscape: false,
    body: [
      {
        kind: 'table',
        table: {
          columns,
          rows: [
            ...rows.map((row, at) => ({
              cells: [
                String(at + 1),
                row.head,
                row.village,
                whole(row.members),
                ...scores(row),
                row.note ?? '',
              ],
            })),
            {
              cells: [
                '',
                `Tổng số: ${whole(rows.length)} hộ`,
                '',
                whole(members),
                ...(scored ? ['', ''] : []),
                '',
              ],
              bold: true,
            },
          ],
          size: 12,
        },
      },
    ],
  };
}
