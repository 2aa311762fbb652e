import {
  ATTENDANCE_LABELS,
  EDUCATION_LABELS,
  LABOUR_LABELS,
  TOILET_LABELS,
  WATER_LABELS,
} from '../household/fact-labels.ts';
import { joinPhrases } from '../shared/phrase.ts';
import type { Language, Text } from '../shared/text.ts';
import type { IndicatorMethod, IndicatorRule } from './indicator-rule.ts';

type RuleOf<Method extends IndicatorMethod> = Extract<IndicatorRule, { method: Method }>;
type Tell<Method extends IndicatorMethod> = (rule: RuleOf<Method>, language: Language) => string;

/** When an indicator is deprived, in plain words with its own thresholds, so that data and sentence cannot part. */
export function ruleText(rule: IndicatorRule, language: Language): string {
  const tell = TELLERS[rule.method] as (rule: IndicatorRule, language: Language) => string;
  return tell(rule, language);
}

const either = (language: Language, vi: string, en: string): string => (language === 'vi' ? vi : en);

function words<Code extends string>(
  labels: Readonly<Record<Code, Text>>,
  codes: readonly Code[],
  language: Language,
): string {
  return joinPhrases(
    codes.map((code) => labels[code][language].toLocaleLowerCase(language)),
    language,
  );
}

const between = (from: number, to: number, language: Language): string =>
  either(language, `từ ${from} đến dưới ${to} tuổi`, `aged ${from} to under ${to}`);

const TELLERS: { readonly [Method in IndicatorMethod]: Tell<Method> } = {
  'job-without-contract': ({ fromAge, toAge, lacking }, language) =>
    either(
      language,
      `Có ít nhất một người ${between(fromAge, toAge, 'vi')} mà việc làm là: ${words(LABOUR_LABELS, lacking, 'vi')}.`,
      `At least one person ${between(fromAge, toAge, 'en')} whose work is: ${words(LABOUR_LABELS, lacking, 'en')}.`,
    ),
  'share-of-dependents': ({ childUnderAge, elderlyFromAge }, language) =>
    either(
      language,
      `Hơn một nửa số người là người phụ thuộc: trẻ dưới ${childUnderAge} tuổi, hoặc người từ ${elderlyFromAge} tuổi hay khuyết tật hưởng trợ cấp xã hội hằng tháng.`,
      `More than half are dependents: children under ${childUnderAge}, or people from ${elderlyFromAge} or disabled who receive a monthly social allowance.`,
    ),
  'child-nutrition': ({ underAge }, language) =>
    either(
      language,
      `Có ít nhất một trẻ dưới ${underAge} tuổi suy dinh dưỡng chiều cao theo tuổi hoặc cân nặng theo tuổi.`,
      `At least one child under ${underAge} is stunted or underweight.`,
    ),
  'insurance-from-age': ({ fromAge }, language) =>
    either(
      language,
      `Có ít nhất một người từ ${fromAge} tuổi không có bảo hiểm y tế.`,
      `At least one person from ${fromAge} years has no health insurance.`,
    ),
  'education-for-age': ({ bands }, language) => {
    const each = bands.map(({ fromAge, toAge, finished }) =>
      either(
        language,
        `${between(fromAge, toAge, 'vi')}: đang học, có chứng chỉ nghề, hoặc đã xong ${EDUCATION_LABELS[finished].vi.toLocaleLowerCase('vi')}`,
        `${between(fromAge, toAge, 'en')}: studying, trained, or finished ${EDUCATION_LABELS[finished].en.toLowerCase()}`,
      ),
    );
    return either(
      language,
      `Có ít nhất một người không đạt mức của tuổi mình (${each.join('; ')}).`,
      `At least one person is below the level of their age (${each.join('; ')}).`,
    );
  },
  'education-born-from': ({ fromAge, bornFrom, finished }, language) =>
    either(
      language,
      `Có ít nhất một người từ ${fromAge} tuổi, sinh từ năm ${bornFrom}, chưa xong ${EDUCATION_LABELS[finished].vi.toLocaleLowerCase('vi')} và không đang học.`,
      `At least one person from ${fromAge} years, born ${bornFrom} or later, has not finished ${EDUCATION_LABELS[finished].en.toLowerCase()} and is not studying.`,
    ),
  'school-level-for-age': ({ bands }, language) => {
    const each = bands.map(({ fromAge, toAge, attending }) =>
      either(
        language,
        `${between(fromAge, toAge, 'vi')}: ${ATTENDANCE_LABELS[attending].vi.toLocaleLowerCase('vi')}`,
        `${between(fromAge, toAge, 'en')}: ${ATTENDANCE_LABELS[attending].en.toLowerCase()}`,
      ),
    );
    return either(
      language,
      `Có ít nhất một trẻ không học đúng cấp của tuổi mình (${each.join('; ')}).`,
      `At least one child is not at the school level of their age (${each.join('; ')}).`,
    );
  },
  'school-attendance': ({ fromAge, toAge }, language) =>
    either(
      language,
      `Có ít nhất một trẻ ${between(fromAge, toAge, 'vi')} không đi học.`,
      `At least one child ${between(fromAge, toAge, 'en')} does not attend school.`,
    ),
  'untreated-illness': (_rule, language) =>
    either(
      language,
      'Có người ốm đau nặng trong 12 tháng qua mà không được khám chữa.',
      'Someone was seriously ill in the last 12 months without treatment.',
    ),
  'durable-structures': ({ lackingAtLeast }, language) =>
    either(
      language,
      `Ít nhất ${lackingAtLeast} trong ba kết cấu chính (tường, cột, mái) không bền chắc.`,
      `At least ${lackingAtLeast} of the three main structures (wall, pillar, roof) are not durable.`,
    ),
  'area-per-person': ({ squareMetres }, language) =>
    either(
      language,
      `Diện tích nhà ở bình quân dưới ${squareMetres} m² một người.`,
      `The house has less than ${squareMetres} m² a person.`,
    ),
  'water-source': ({ clean }, language) =>
    either(
      language,
      `Nguồn nước không phải một trong các nguồn sạch: ${words(WATER_LABELS, clean, 'vi')}.`,
      `The water is not from a clean source: ${words(WATER_LABELS, clean, 'en')}.`,
    ),
  'toilet-kind': ({ hygienic }, language) =>
    either(
      language,
      `Nhà tiêu không phải một trong các loại hợp vệ sinh: ${words(TOILET_LABELS, hygienic, 'vi')}.`,
      `The toilet is not of a hygienic kind: ${words(TOILET_LABELS, hygienic, 'en')}.`,
    ),
  'internet-use': (_rule, language) =>
    either(language, 'Không có ai sử dụng dịch vụ Internet.', 'Nobody uses internet service.'),
  'phone-or-internet-use': (_rule, language) =>
    either(
      language,
      'Không có ai sử dụng thuê bao điện thoại hay Internet.',
      'Nobody uses a phone subscription or the internet.',
    ),
  'information-device': (_rule, language) =>
    either(
      language,
      'Không có phương tiện nào: tivi, radio, máy tính, điện thoại, máy tính bảng.',
      'None of television, radio, computer, telephone, tablet.',
    ),
  'information-device-or-loudspeaker': (_rule, language) =>
    either(
      language,
      'Không có tivi, radio, máy tính và không nghe được loa truyền thanh.',
      'No television, radio or computer, and the loudspeaker is not heard.',
    ),
  'not-collected': (_rule, language) =>
    either(
      language,
      'Phiếu rà soát chưa hỏi; chỉ số này luôn là chưa biết.',
      'The questionnaire does not ask it yet; this indicator is always unknown.',
    ),
};
