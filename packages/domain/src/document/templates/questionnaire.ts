import type { QuestionnaireData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { dayInWords } from '../number-and-day.ts';
import type { Block, OfficialDocument } from '../official-document.ts';
import { bold, column, layOut, whole } from './template-parts.ts';

/** A questionnaire as it was answered, for the household's signature and the file. */
export function questionnaire(data: QuestionnaireData, frame: DocumentFrame): OfficialDocument {
  return layOut(frame, {
    type: 'PRS',
    typeName: 'PHIẾU RÀ SOÁT',
    subject: `Hộ gia đình năm ${data.year}`,
    numbered: false,
    collective: false,
    open: true,
    content: [
      ...facts(data),
      ...(data.roster.length === 0 ? [] : [rosterTable(data)]),
      ...data.sections.flatMap((section, at) => sectionBlocks(section, at)),
      ...result(data),
      {
        kind: 'signatures',
        blocks: [
          {
            authority: [],
            position: 'CHỦ HỘ HOẶC NGƯỜI CUNG CẤP THÔNG TIN',
            note: '(Ký, ghi rõ họ tên)',
            name: null,
          },
          { authority: [], position: 'RÀ SOÁT VIÊN', note: '(Ký, ghi rõ họ tên)', name: data.enumerator },
        ],
      },
    ],
    recipients: [],
    signature: null,
  });
}

const line = (label: string, value: string): Block => ({
  kind: 'paragraph',
  text: [{ text: `${label}: ` }, bold(value)],
  flush: true,
});

const facts = (data: QuestionnaireData): Block[] => [
  line('Họ và tên chủ hộ', data.head),
  line('Nơi ở', data.address),
  ...(data.code === undefined ? [] : [line('Mã hộ', data.code)]),
  ...(data.day === null ? [] : [line('Ngày thu thập thông tin', dayInWords(data.day))]),
];

const rosterTable = (data: QuestionnaireData): Block => ({
  kind: 'table',
  table: {
    columns: [
      column('STT', 1, 'centre'),
      column('Họ và tên', 4.4),
      column('Quan hệ với chủ hộ', 2.2),
      column('Giới tính', 1.3, 'centre'),
      column('Ngày, năm sinh', 2, 'centre'),
      column('Dân tộc', 1.8),
      column('Ghi chú', 2),
    ],
    rows: data.roster.map((member, at) => ({
      cells: [
        String(at + 1),
        member.name,
        member.relation,
        member.sex,
        member.birth,
        member.ethnicGroup,
        member.note ?? '',
      ],
    })),
    size: 11,
  },
});

function sectionBlocks(section: QuestionnaireData['sections'][number], at: number): Block[] {
  const scored = section.rows.some((row) => row.points !== undefined && row.points !== null);
  return [
    { kind: 'outline', level: 2, mark: `${at + 1}.`, text: section.title, title: true },
    {
      kind: 'table',
      table: {
        columns: [
          column('Câu', 1, 'centre'),
          column('Câu hỏi', 7),
          column('Trả lời', 5),
          ...(scored ? [column('Điểm', 1.2, 'right')] : []),
        ],
        rows: section.rows.map((row) => ({
          cells: [row.number, row.question, row.answer, ...(scored ? [whole(row.points)] : [])],
        })),
        size: 11,
      },
    },
  ];
}

const score = (value: number | null) => (value === null ? 'chưa biết' : String(value));

const result = (data: QuestionnaireData): Block[] => [
  {
    kind: 'paragraph',
    text: [
      { text: 'Điểm A: ' },
      bold(score(data.incomeScore)),
      { text: '; điểm B: ' },
      bold(score(data.deprivationScore)),
      { text: '; kết quả: ' },
      bold(data.result),
      { text: '.' },
    ],
    flush: true,
  },
  ...(data.notes ?? []).map((note): Block => ({ kind: 'paragraph', text: note, flush: true })),
];
