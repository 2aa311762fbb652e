import type { Text } from '../shared/text.ts';
import type { Classification, ClassificationMark, MarkCode } from './classification.ts';
import type { PovertyStandard } from './poverty-standard.ts';

const MARKS = {
  draftStandard: {
    blocksRecognition: true,
    text: {
      vi: 'Thử theo dự thảo, không dùng để công nhận.',
      en: 'Tried under a draft standard; not for recognition.',
    },
  },
  syntheticScorecard: {
    blocksRecognition: true,
    text: {
      vi: '⚠ Thang điểm thử nghiệm, không phải thang điểm chính thức; không dùng để công nhận.',
      en: '⚠ Trial scorecard, not the official one; not for recognition.',
    },
  },
  unverifiedScorecard: {
    blocksRecognition: true,
    text: {
      vi: '⚠ Thang điểm chưa kiểm chứng; không dùng để công nhận.',
      en: '⚠ Unverified scorecard; not for recognition.',
    },
  },
  noScorecard: {
    blocksRecognition: true,
    text: {
      vi: '⚠ Điểm A không rõ chấm theo thang điểm nào; không dùng để công nhận.',
      en: '⚠ Score A of an unnamed scorecard; not for recognition.',
    },
  },
  formScoreNotWhole: {
    blocksRecognition: false,
    text: {
      vi: 'Điểm B trên phiếu không phải bội số của 10, hoặc ngoài số chỉ số. Xem lại phiếu.',
      en: 'Score B of the form is not ten times a number of indicators. Look at the form again.',
    },
  },
  formTicksDiffer: {
    blocksRecognition: false,
    text: {
      vi: 'Điểm B trên phiếu khác 10 × số chỉ số thiếu hụt ghi trên phiếu. Xem lại phiếu.',
      en: 'Score B of the form differs from ten times its ticked indicators. Look at the form again.',
    },
  },
  formDiffersFromAnswers: {
    blocksRecognition: false,
    text: {
      vi: 'Điểm B trên phiếu khác kết quả tính từ câu trả lời; xếp loại theo phiếu đã ký.',
      en: 'Score B of the form differs from the answers; the class follows the signed form.',
    },
  },
  incomeContradictsScore: {
    blocksRecognition: false,
    text: {
      vi: 'Thu nhập kê khai không quá chuẩn nghèo nhưng điểm A trên ngưỡng; xếp loại theo điểm A.',
      en: 'The stated income is within the poverty line but score A is above the cut-off; the class follows score A.',
    },
  },
} as const satisfies Record<MarkCode, { blocksRecognition: boolean; text: Text }>;

type Verdict = Omit<Classification, 'marks' | 'canBeRecognised'>;

export function marksOf(standard: PovertyStandard, verdict: Verdict): ClassificationMark[] {
  const codes: MarkCode[] = [];
  if (standard.status === 'draft') codes.push('draftStandard');
  const scorecard = scorecardMark(verdict);
  if (scorecard !== undefined) codes.push(scorecard);
  codes.push(...formMarks(standard, verdict));
  const income = verdict.monthlyIncomePerPerson;
  const line = standard.lines[verdict.areaType].incomePovertyLine;
  if (
    verdict.incomeBasis === 'score' &&
    verdict.incomePosition === 'aboveLine' &&
    income !== null &&
    income <= line
  )
    codes.push('incomeContradictsScore');
  return codes.map((code) => ({ code, ...MARKS[code] }));
}

function scorecardMark({ evidence }: Verdict): MarkCode | undefined {
  if (evidence.kind !== 'scored' || evidence.incomeScore === null) return undefined;
  if (evidence.scorecard === null) return 'noScorecard';
  if (evidence.scorecard.status === 'verified') return undefined;
  return evidence.scorecard.status === 'synthetic' ? 'syntheticScorecard' : 'unverifiedScorecard';
}

function formMarks(standard: PovertyStandard, { evidence, indicators }: Verdict): MarkCode[] {
  if (evidence.kind !== 'signedForm' || evidence.deprivationScore === null) return [];
  const score = evidence.deprivationScore;
  const points = standard.pointsPerIndicator;
  if (score % points !== 0 || score < 0 || score > points * indicators.length) return ['formScoreNotWhole'];
  const known = indicators.filter(({ state }) => state === 'deprived').length * points;
  const open = indicators.filter(({ state }) => state === 'unknown').length * points;
  if (score >= known && score <= known + open) return [];
  return [evidence.deprivations === null ? 'formDiffersFromAnswers' : 'formTicksDiffer'];
}
