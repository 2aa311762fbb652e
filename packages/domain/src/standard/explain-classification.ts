import { joinPhrases, startLower, startUpper } from '../shared/phrase.ts';
import type { Language } from '../shared/text.ts';
import { CLASS_LABELS } from './class-labels.ts';
import type { Classification, ClassifiedIndicator } from './classification.ts';
import { groundText } from './ground-text.ts';
import type { DeprivationState } from './household-class.ts';
import { incomeAnswers, incomeText } from './income-text.ts';
import type { PovertyStandard } from './poverty-standard.ts';

/** One line of the reason: a sentence, the answers it rests on, and where the rule comes from. */
export interface ExplanationLine {
  readonly kind: 'class' | 'income' | 'form' | 'deprivationScore' | 'indicator' | 'mark';
  readonly indicator: string | null;
  readonly state: DeprivationState | null;
  readonly text: string;
  readonly answers: readonly string[];
  readonly source: string;
}

/** Why this household has this class, line by line, in the order an officer reads it. */
export function explainClassification(
  standard: PovertyStandard,
  classification: Classification,
  language: Language,
): ExplanationLine[] {
  const line = (kind: ExplanationLine['kind'], text: string, answers: readonly string[], source: string) => ({
    kind,
    indicator: null,
    state: null,
    text,
    answers,
    source,
  });
  const { grounds } = standard;
  const average = classification.class === 'AVERAGE_LIVING_STANDARD';
  const incomeGround = classification.incomeBasis === 'score' ? grounds.scoreCutoff : grounds.incomeLine;
  return [
    line(
      'class',
      classText(standard, classification, language),
      [],
      groundText(average ? grounds.averageLivingStandard : grounds.class, language),
    ),
    line(
      'income',
      incomeText(standard, classification, language),
      incomeAnswers(classification),
      groundText(incomeGround, language),
    ),
    ...formLine(classification, language).map((text) =>
      line('form', text, ['form.incomeScore', 'form.deprivationScore'], formSource(classification, language)),
    ),
    line(
      'deprivationScore',
      scoreText(standard, classification, language),
      [],
      groundText(grounds.class, language),
    ),
    ...classification.indicators.map((judged) => indicatorLine(judged, language)),
    ...classification.marks.map((mark) => line('mark', mark.text[language], [], standard.id)),
  ];
}

export const unverifiedMarks = (classification: Classification, language: Language): string[] =>
  classification.marks.filter((mark) => mark.blocksRecognition).map((mark) => mark.text[language]);

function classText(standard: PovertyStandard, result: Classification, language: Language): string {
  const label = startUpper(CLASS_LABELS[result.class][language]);
  return `${label} (${standard.id}): ${classReason(standard, result, language)}.`;
}

function classReason(standard: PovertyStandard, result: Classification, language: Language): string {
  const vi = language === 'vi';
  const k = standard.povertyCutoffK;
  switch (result.class) {
    case 'AVERAGE_LIVING_STANDARD':
      return vi
        ? 'thu nhập trên chuẩn nghèo, trong mức sống trung bình'
        : 'income above the poverty line, within the average living standard';
    case 'NOT_POOR':
      return vi ? 'thu nhập trên chuẩn' : 'income above the line';
    case 'UNDETERMINED':
      return undeterminedReason(result, k, vi);
    default:
      return scoredReason(result, decidedByIncomeAlone(standard, result), k, vi);
  }
}

const decidedByIncomeAlone = (standard: PovertyStandard, result: Classification): boolean =>
  standard.method === 'line-or-band-with-deprivations' && result.incomePosition === 'atMostLine';

function scoredReason(result: Classification, incomeAlone: boolean, k: number, vi: boolean): string {
  if (incomeAlone) return vi ? 'thu nhập không quá chuẩn nghèo' : 'income within the poverty line';
  const income =
    result.incomePosition === 'inBand'
      ? vi
        ? 'thu nhập trên chuẩn nghèo, không quá chuẩn cận nghèo'
        : 'income above the poverty line, within the near-poverty line'
      : vi
        ? 'thu nhập không quá chuẩn'
        : 'income within the line';
  const count = result.deprivedCount;
  const against =
    result.class === 'POOR'
      ? vi
        ? `từ ${k} trở lên`
        : `${k} or more`
      : vi
        ? `dưới ${k}`
        : `fewer than ${k}`;
  return vi
    ? `${income} và thiếu hụt ${count} chỉ số (${against})`
    : `${income} and deprived in ${count} indicators (${against})`;
}

function undeterminedReason(result: Classification, k: number, vi: boolean): string {
  if (result.incomePosition === 'unknown')
    return vi ? 'chưa biết thu nhập, cần điểm A' : 'the income is not known, score A is needed';
  if (result.incomePosition === 'aboveLine')
    return vi
      ? 'chưa biết hộ có làm nông, lâm, ngư, diêm nghiệp không'
      : 'it is not known whether it is a farm, forestry, fishery or salt household';
  return vi
    ? `đã biết thiếu hụt ${result.deprivedCount} chỉ số, còn ${result.unknownCount} chỉ số chưa biết, hộ nghèo cần từ ${k}`
    : `${result.deprivedCount} deprivations are known, ${result.unknownCount} indicators are not, a poor household has ${k} or more`;
}

function scoreText(standard: PovertyStandard, result: Classification, language: Language): string {
  const vi = language === 'vi';
  const needed = standard.povertyCutoffK * standard.pointsPerIndicator;
  const against = vi ? `mốc hộ nghèo là ${needed}` : `the mark of a poor household is ${needed}`;
  const known = vi
    ? `Điểm B ${result.deprivationScore} = ${standard.pointsPerIndicator} × ${result.deprivedCount} chỉ số thiếu hụt`
    : `Score B ${result.deprivationScore} = ${standard.pointsPerIndicator} × ${result.deprivedCount} deprived indicators`;
  if (result.unknownCount === 0) return `${known}; ${against}.`;
  const open = result.indicators
    .filter(({ state }) => state === 'unknown')
    .map(({ indicator }) => startLower(indicator.label[language]));
  const named = joinPhrases(open, language);
  const most = vi
    ? `cao nhất ${result.deprivationScoreAtMost} nếu thiếu cả ${named}`
    : `at most ${result.deprivationScoreAtMost} if also deprived in ${named}`;
  return `${known}, ${most}; ${against}.`;
}

function formLine({ evidence }: Classification, language: Language): string[] {
  if (evidence.kind !== 'signedForm') return [];
  const known = (score: number | null) => (score === null ? '?' : String(score));
  const totals = `A ${known(evidence.incomeScore)}, B ${known(evidence.deprivationScore)}`;
  return [
    language === 'vi' ? `Tổng điểm lấy từ phiếu đã ký: ${totals}.` : `Totals of the signed form: ${totals}.`,
  ];
}

function formSource({ evidence }: Classification, language: Language): string {
  const form = 'form' in evidence && evidence.form !== null ? ` ${evidence.form}` : '';
  return language === 'vi' ? `Phiếu đã ký${form}` : `Signed form${form}`;
}

function indicatorLine(judged: ClassifiedIndicator, language: Language): ExplanationLine {
  return {
    kind: 'indicator',
    indicator: judged.indicator.code,
    state: judged.state,
    text: indicatorText(judged, language),
    answers: judged.answers,
    source: groundText(judged.indicator.ground, language),
  };
}

function indicatorText({ indicator, state, members }: ClassifiedIndicator, language: Language): string {
  const vi = language === 'vi';
  const label = indicator.label[language];
  const names = indicator.sensitive ? [] : members.map((member) => member.fullName);
  const who = names.length === 0 ? '' : ` (${names.join(', ')})`;
  switch (state) {
    case 'deprived':
      return `✗ ${label}: ${indicator.deprivedWhen[language]}${who}.`;
    case 'notDeprived':
      return vi ? `✓ ${label}: không thiếu hụt.` : `✓ ${label}: not deprived.`;
    case 'notApplicable': {
      const why = indicator.notApplicableWhen === null ? '' : `, ${indicator.notApplicableWhen[language]}`;
      return vi ? `– ${label}: không áp dụng${why}.` : `– ${label}: not applicable${why}.`;
    }
    default:
      return vi
        ? `? ${label}: chưa biết${who}; không tính là thiếu, không tính là đủ.`
        : `? ${label}: not known${who}; counted neither way.`;
  }
}
