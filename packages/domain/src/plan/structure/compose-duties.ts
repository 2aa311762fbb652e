import type { ComposedData } from '../../document/document-data.ts';
import { shortDay } from '../../document/number-and-day.ts';
import type { Block } from '../../document/official-document.ts';
import type { Day } from '../../shared/day.ts';
import { startLower } from '../../shared/phrase.ts';
import { items } from './compose-plan.ts';
import type { PlanContent, PlanDuty } from './plan-structure.ts';
import { deadlineSentence, dutySentence } from './plan-words.ts';

/** The plan whose duties are given; its number and day once it has them. */
export interface DutyPaper {
  readonly bodyName: string;
  readonly reference: string | null;
  readonly issuedOn: Day | null;
}

const planWords = (content: PlanContent, { bodyName, reference, issuedOn }: DutyPaper): string => {
  const number = reference === null ? '' : ` số ${reference}`;
  const day = issuedOn === null ? '' : ` ngày ${shortDay(issuedOn)}`;
  return `Kế hoạch${number}${day} của ${bodyName} ${startLower(content.subject)}`;
};

const subjectOf = ({ subject }: PlanContent): string => startLower(subject.replace(/[\s.]+$/u, ''));

/** Bodies keep their capital inside a sentence ("Sở Y tế"); posts and groups do not (NĐ 30/2020, Phụ lục II, mục III). */
const POSTS_AND_GROUPS =
  /^(các|những|mỗi|từng|toàn|công chức|cán bộ|trưởng|người|thành viên|đơn vị|cơ quan|địa phương)(\s|$)/iu;
const ownerInSentence = (owner: string): string => (POSTS_AND_GROUPS.test(owner) ? startLower(owner) : owner);

/** A decision of the head that gives each agency and person its duties of the plan (NĐ 30/2020/NĐ-CP, mẫu 1.2). */
export function composeAssignment(content: PlanContent, paper: DutyPaper): ComposedData {
  return {
    type: 'QĐ',
    subject: `Về việc phân công nhiệm vụ ${subjectOf(content)}`,
    headAlone: true,
    grounds: [...content.grounds.map(({ text }) => text), `Căn cứ ${planWords(content, paper)}`],
    content: [
      {
        kind: 'article',
        number: 1,
        text: `Phân công nhiệm vụ ${subjectOf(content)} theo Phụ lục kèm theo Quyết định này.`,
      },
      {
        kind: 'article',
        number: 2,
        text: 'Cơ quan, đơn vị, cá nhân được phân công chịu trách nhiệm về nội dung, tiến độ và báo cáo kết quả theo thời hạn đã nêu.',
      },
      {
        kind: 'article',
        number: 3,
        text: 'Quyết định này có hiệu lực kể từ ngày ký. Cơ quan, đơn vị, cá nhân có tên trong Phụ lục chịu trách nhiệm thi hành Quyết định này.',
      },
    ],
    annexes: [{ title: 'Phân công nhiệm vụ', landscape: true, body: [dutyTable(content.duties)] }],
  };
}

function dutyTable(duties: readonly PlanDuty[]): Block {
  return {
    kind: 'table',
    table: {
      columns: [
        { label: 'STT', width: 5, align: 'centre' },
        { label: 'Cơ quan, người thực hiện', width: 18 },
        { label: 'Nhiệm vụ', width: 34 },
        { label: 'Phối hợp', width: 16 },
        { label: 'Sản phẩm, minh chứng', width: 16 },
        { label: 'Thời hạn', width: 11, align: 'centre' },
      ],
      rows: duties.map((duty, at) => ({
        cells: [
          String(at + 1),
          duty.owner,
          duty.task,
          duty.partners,
          [duty.output, duty.evidence].filter(Boolean).join('; '),
          duty.due === null ? duty.period : shortDay(duty.due),
        ],
      })),
    },
  };
}

/** What one agency or person must do and report: a notice to it. */
export function composeDutyList(
  content: PlanContent,
  paper: DutyPaper & { readonly owner: string },
): ComposedData {
  const duties = content.duties.filter(({ owner }) => owner === paper.owner);
  const reports = content.deadlines.filter(({ who }) => who === paper.owner);
  return {
    type: 'TB',
    subject: `Nhiệm vụ của ${ownerInSentence(paper.owner)} ${subjectOf(content)}`,
    grounds: [`Căn cứ ${planWords(content, paper)}`],
    content: [
      {
        kind: 'paragraph',
        text: `${paper.bodyName} thông báo nhiệm vụ của ${ownerInSentence(paper.owner)} như sau:`,
      },
      { kind: 'outline', level: 1, mark: 'I.', text: 'NHIỆM VỤ', title: true },
      ...items(duties.map(dutySentence)),
      ...(reports.length === 0
        ? []
        : [
            { kind: 'outline', level: 1, mark: 'II.', text: 'BÁO CÁO', title: true } as const,
            ...items(reports.map(deadlineSentence)),
          ]),
      {
        kind: 'paragraph',
        text: `Đề nghị ${ownerInSentence(paper.owner)} tổ chức thực hiện và báo cáo kết quả theo thời hạn nêu trên.`,
      },
    ],
    annexes: [],
  };
}
