import { LIST_PARTS } from '@benvung/domain/plan/structure/plan-structure';

/** What the editor shows beside the plan's own parts. */
export const OTHER_PARTS = ['asked', 'households', 'papers', 'history'] as const;
const PLAN_PARTS = ['subject', ...LIST_PARTS, ...OTHER_PARTS] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** How an address names a part. */
const ADDRESSES: Readonly<Record<PlanPart, string>> = {
  subject: 'trich-yeu',
  grounds: 'can-cu',
  purposes: 'muc-dich',
  requirements: 'yeu-cau',
  generalObjectives: 'muc-tieu-chung',
  targets: 'chi-tieu',
  nodes: 'noi-dung',
  money: 'kinh-phi',
  solutions: 'giai-phap',
  duties: 'nhiem-vu',
  deadlines: 'bao-cao',
  annexes: 'phu-luc',
  asked: 'cap-tren-yeu-cau',
  households: 'ho-ngheo',
  papers: 'van-ban',
  history: 'lich-su',
};

export const addressOfPart = (part: PlanPart): string => ADDRESSES[part];
export const partOfAddress = (address: string | undefined): PlanPart =>
  PLAN_PARTS.find((part) => ADDRESSES[part] === address) ?? 'subject';
