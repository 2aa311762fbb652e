import { readPlanDocument } from '../document/read-plan-document.ts';
import type { CheckKnowledge } from './check-knowledge.ts';
import { checkPlanDocument } from './check-plan-document.ts';

export const knowledge: CheckKnowledge = {
  acts: [
    {
      number: '59/2015/QĐ-TTg',
      title: 'Chuẩn nghèo 2016–2020',
      issued: '2015-11-19',
      issuedVerified: true,
      ended: '2022-01-01',
      endedVerified: true,
      replacedBy: '07/2021/NĐ-CP',
      source: 'thử',
    },
    {
      number: '27/2022/NĐ-CP',
      title: 'Cơ chế quản lý',
      issued: '2022-04-19',
      issuedVerified: false,
      ended: '2023-01-01',
      endedVerified: false,
      replacedBy: null,
      source: 'thử',
    },
  ],
  lexicon: {
    misspellings: [
      { wrong: 'hỗ tr', right: 'hỗ trợ' },
      { wrong: 'tiêu dự án', right: 'tiểu dự án', notAfter: ['mục'] },
      { wrong: 'UBDN', right: 'UBND' },
    ],
    terms: ['Ủy ban nhân dân', 'chương trình mục tiêu quốc gia', 'đồng bào dân tộc thiểu số'],
    doubled: [],
  },
};

const HEAD = `ỦY BAN NHÂN DÂN
TỈNH MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/KH-UBND
Mẫu, ngày 15 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện Chương trình giảm nghèo bền vững năm 2024

`;
const END = `

Trên đây là Kế hoạch thực hiện Chương trình giảm nghèo bền vững năm 2024, yêu cầu các đơn vị thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
`;

export interface Parts {
  readonly head?: string;
  readonly end?: string;
}

/** A plan of a province of 15/3/2024 with this body. */
export const planOf = (body: string, { head = HEAD, end = END }: Parts = {}): string =>
  `${head}${body}${end}`;

/** What one rule says of a text: severity and the words it points at. */
export function faultsOf(rule: string, text: string, known: CheckKnowledge = knowledge): string[] {
  const document = readPlanDocument(text);
  return checkPlanDocument(document, known)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, span }) => {
      const words = document.paragraphs[span.paragraph]?.text.slice(span.start, span.end) ?? '';
      return `${severity}: ${words}`;
    });
}

export const HEAD_OF_PLAN = HEAD;
