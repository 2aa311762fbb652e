import { shortDay } from '../../document/number-and-day.ts';
import type { Day } from '../../shared/day.ts';
import { groupThousands, startUpper, writtenNumber } from '../../shared/phrase.ts';
import type { MoneyKind, MoneySource } from '../document/plan-document.ts';
import type { PlanDuty, PlanMoney, PlanNodeField, PlanReportDeadline, PlanTarget } from './plan-structure.ts';

/** How the fields of a node are headed in a document, in the order of a plan (seed: kế hoạch xã Xuân Hoà 2024, phần III). */
export const FIELD_HEADINGS: Readonly<Record<PlanNodeField, string>> = {
  objective: 'Mục tiêu',
  targetGroup: 'Đối tượng',
  content: 'Nội dung hỗ trợ',
  budget: 'Kinh phí thực hiện',
  lead: 'Cơ quan chủ trì',
  partners: 'Cơ quan phối hợp',
  time: 'Thời gian thực hiện',
  place: 'Địa điểm thực hiện',
};

const SOURCE_WORDS: Readonly<Record<MoneySource, string>> = {
  central: 'ngân sách trung ương',
  province: 'ngân sách tỉnh',
  district: 'ngân sách huyện',
  commune: 'ngân sách xã',
  local: 'ngân sách địa phương',
  mobilised: 'nguồn huy động hợp pháp khác',
  credit: 'vốn tín dụng chính sách xã hội',
};

/** First year in which recurrent money is no longer called "vốn sự nghiệp" (TT 60/2026/TT-BTC). */
const RECURRENT_RENAMED = 2026;

export function fundWords(row: Pick<PlanMoney, 'source' | 'kind'>, year: number): string {
  const source = row.source === null ? '' : SOURCE_WORDS[row.source];
  const kinds: Readonly<Record<MoneyKind, string>> = {
    investment: 'vốn đầu tư phát triển',
    recurrent: year < RECURRENT_RENAMED ? 'vốn sự nghiệp' : 'kinh phí chi thường xuyên',
  };
  return [row.kind === null ? '' : kinds[row.kind], source].filter(Boolean).join(' ');
}

export function dongWords(dong: bigint): string {
  return `${groupThousands(dong)} đồng`;
}

const LEVELS = /^(?:tỷ lệ|tỉ lệ|số |tổng số|mức|thu nhập)/iu;
const isShare = (unit: string): boolean => unit === '%' || unit === 'điểm %';

/** The households that a rate is of, as a sentence says them; `readBase` finds them again. */
const baseWords = ({ unit, base }: PlanTarget): string =>
  base === null || !isShare(unit) ? '' : ` (tính trên ${groupThousands(base)} hộ dân cư)`;

const BASE = /\(tính trên (\d[\d.]*) hộ dân cư\)/u;

/** The planned number of households behind a sentence's rate, and where it is said; null when it names none. */
export function readBase(sentence: string): { readonly base: number; readonly at: number } | null {
  const written = BASE.exec(sentence);
  return written === null ? null : { base: Number(written[1]?.replaceAll('.', '')), at: written.index };
}

/** One target as a sentence that says base, value and comparison, and can be read back. */
export function targetSentence(target: PlanTarget): string {
  const { words, unit, comparison, baseline, upper } = target;
  const share = isShare(unit);
  const level = LEVELS.test(words);
  const counted = share ? '' : ` ${unit}`;
  const amount = (value: number): string => {
    if (!share) return `${writtenNumber(value)}${counted}`;
    // Rates are written with two decimals, round ones with none.
    const written = Number.isInteger(value) ? String(value) : value.toFixed(2).replace('.', ',');
    return `${written}${unit === '%' ? '%' : ' điểm %'}`;
  };
  const value = upper === null ? amount(target.value) : `${writtenNumber(target.value)} - ${amount(upper)}`;
  const when = (target.year === null ? '' : ` trong năm ${target.year}`) + baseWords(target);
  if (level) {
    const lead: Readonly<Record<string, string>> = {
      'down-to': baseline === null ? 'giảm còn' : `giảm từ ${amount(baseline)} xuống còn`,
      'up-to-level': baseline === null ? 'tăng lên' : `tăng từ ${amount(baseline)} lên`,
      'decrease-by': 'giảm',
      'decrease-by-at-least': 'giảm tối thiểu',
      'increase-by': 'tăng',
      'increase-by-at-least': 'tăng tối thiểu',
      'at-least': 'đạt tối thiểu',
      'at-most': 'không quá',
      about: 'đạt khoảng',
    };
    return `${words} ${lead[comparison] ?? 'đạt'} ${value}${when}`;
  }
  const rest =
    share || !words.toLocaleLowerCase('vi').startsWith(unit) ? words : words.slice(unit.length).trim();
  const before: Readonly<Record<string, string>> = {
    'decrease-by': 'Giảm ',
    'decrease-by-at-least': 'Giảm tối thiểu ',
    'increase-by': 'Tăng ',
    'increase-by-at-least': 'Tăng tối thiểu ',
    'at-least': 'Tối thiểu ',
    'at-most': 'Không quá ',
    about: 'Khoảng ',
    'down-to': 'Còn ',
  };
  return `${before[comparison] ?? ''}${value} ${rest}${when}`.trim();
}

export const DUTY_CLAUSES = {
  partners: 'phối hợp với',
  output: 'sản phẩm:',
  evidence: 'minh chứng:',
  period: 'thời gian:',
  due: 'hoàn thành trước ngày',
} as const;

/** A duty as one sentence: work, partners, output, evidence, time. */
export function dutySentence(duty: PlanDuty): string {
  const task = duty.task.replace(/[\s.;]+$/u, '');
  const dueSaid = duty.due !== null && task.includes(shortDay(duty.due));
  const clauses = [
    task,
    duty.partners && `${DUTY_CLAUSES.partners} ${duty.partners}`,
    duty.output && `${DUTY_CLAUSES.output} ${duty.output}`,
    duty.evidence && `${DUTY_CLAUSES.evidence} ${duty.evidence}`,
    duty.period && `${DUTY_CLAUSES.period} ${duty.period}`,
    duty.due !== null && !dueSaid && `${DUTY_CLAUSES.due} ${shortDay(duty.due)}`,
  ];
  return clauses.filter(Boolean).join('; ');
}

const REPORTS: Readonly<Record<PlanReportDeadline['kind'], string>> = {
  week: 'báo cáo tuần',
  'nine-months': 'báo cáo 9 tháng',
  once: 'báo cáo kết quả thực hiện',
  month: 'báo cáo tháng',
  quarter: 'báo cáo quý',
  'half-year': 'báo cáo 6 tháng',
  year: 'báo cáo năm',
};

/** `Các thôn: báo cáo quý gửi UBND xã trước ngày 15 tháng cuối quý`. */
export function deadlineSentence(deadline: PlanReportDeadline): string {
  const { day, dayOfMonth, kind, who, recipient } = deadline;
  const recurring = kind === 'quarter' ? 'tháng cuối quý' : 'hằng tháng';
  const last =
    day === null ? (dayOfMonth === null ? '' : `${dayOfMonth} ${recurring}`) : shortDay(day as Day);
  const to = recipient === '' ? '' : ` gửi ${recipient}`;
  const report = `${REPORTS[kind]}${to}${last === '' ? '' : ` trước ngày ${last}`}`;
  return who === '' ? startUpper(report) : `${who}: ${report}`;
}
