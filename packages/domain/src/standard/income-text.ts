import { groupThousands } from '../shared/phrase.ts';
import type { Language } from '../shared/text.ts';
import { AREA_LABELS } from './class-labels.ts';
import type { Classification } from './classification.ts';
import { upperLineOf } from './income-position.ts';
import type { PovertyStandard } from './poverty-standard.ts';

/** The income test in one sentence, e.g. "Thu nhập: điểm A 125, không quá 140 (nông thôn)." */
export function incomeText(standard: PovertyStandard, result: Classification, language: Language): string {
  const area = AREA_LABELS[result.areaType][language];
  const start = language === 'vi' ? 'Thu nhập' : 'Income';
  return `${start}: ${incomeClause(standard, result, language)} (${area}).`;
}

export function incomeAnswers({ incomeBasis, evidence }: Classification): string[] {
  if (incomeBasis === 'income') return ['income.monthlyIncomePerPerson', 'household.areaType'];
  if (incomeBasis === 'score')
    return [evidence.kind === 'signedForm' ? 'form.incomeScore' : 'income.score', 'household.areaType'];
  return incomeBasis === 'quickScreen' ? ['form.quickScreen'] : [];
}

function incomeClause(standard: PovertyStandard, result: Classification, language: Language): string {
  const vi = language === 'vi';
  const lines = standard.lines[result.areaType];
  if (result.incomeBasis === 'quickScreen')
    return vi
      ? 'phiếu nhận dạng nhanh cho kết quả không phải chấm điểm'
      : 'the quick screen found no need to score';
  if (result.incomeBasis === 'none') return unknownClause(result, vi);
  const money = (value: number) =>
    vi ? `${groupThousands(value, language)} đồng` : `${groupThousands(value, language)} đồng`;
  if (result.incomeBasis === 'score') {
    const subject = vi ? `điểm A ${result.incomeScore}` : `score A ${result.incomeScore}`;
    const cutoff = lines.scoreCutoff ?? 0;
    return `${subject}, ${against(result, `${cutoff}`, `${lines.upperScoreCutoff ?? cutoff}`, vi)}`;
  }
  const subject = vi
    ? `${money(result.monthlyIncomePerPerson ?? 0)} một người một tháng`
    : `${money(result.monthlyIncomePerPerson ?? 0)} a person a month`;
  return `${subject}, ${against(result, money(lines.incomePovertyLine), money(upperLineOf(lines)), vi)}`;
}

function against(result: Classification, lower: string, upper: string, vi: boolean): string {
  if (result.incomePosition === 'atMostLine') return vi ? `không quá ${lower}` : `at most ${lower}`;
  if (result.incomePosition === 'inBand')
    return vi ? `trên ${lower}, không quá ${upper}` : `above ${lower}, at most ${upper}`;
  return vi ? `trên ${upper}` : `above ${upper}`;
}

function unknownClause({ evidence }: Classification, vi: boolean): string {
  if (evidence.kind === 'quickScreen')
    return vi
      ? 'phiếu nhận dạng nhanh cho kết quả phải chấm điểm; chưa có điểm A'
      : 'the quick screen asks for scoring; no score A yet';
  return vi ? 'chưa có điểm A' : 'no score A yet';
}
