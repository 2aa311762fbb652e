import type { NumberToken } from '../text/number-token.ts';
import { isInside } from '../text/span.ts';
import type { ParagraphTokens } from './paragraph-tokens.ts';

interface Value {
  readonly text: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** A number with what it counts. `start` and `end` take in its unit. */
export interface MeasureFound extends Value {
  readonly unit: string;
  /** The unit is the thing counted (hộ, người, xã), not a share. */
  readonly countsUnit: boolean;
  readonly baseline: Value | null;
  readonly upper: Value | null;
  /** "trở lên" follows. */
  readonly orMore: boolean;
  readonly perYear: boolean;
}

const PERCENT = /^\s*(%|phần trăm|điểm\s*(?:%|phần trăm))/iu;
const COUNTED =
  /^\s+(hộ|người|nhân khẩu|gia đình|đối tượng|lượt người|lượt|phường|ấp|khu|nhóm|thẻ|suất|sản phẩm|hội nghị|kịch bản|sàn|bộ|tập|lao động|xã|thôn|bản|huyện|tổ|nhà|căn|lớp|mô hình|dự án|công trình|trẻ em|học sinh|em|cuộc|buổi|lần|cán bộ|điểm|cơ sở|doanh nghiệp|hợp tác xã|ha|km)(?!\p{L})/iu;
const RANGE = /^\s*(?:%\s*)?(?:-|–|đến)\s*$/iu;
const CONDITION = /(?:cao (?:trên|hơn)|từ đủ|dưới|trên|đủ)\s*$/iu;

/** The measures of a sentence; ages, dates, numbers of documents and conditions on units are none. */
export function findMeasures(
  text: string,
  sentence: { start: number; end: number },
  tokens: ParagraphTokens | undefined,
): readonly MeasureFound[] {
  const numbers = (tokens?.numbers ?? []).filter(
    (number) =>
      number.start >= sentence.start && number.end <= sentence.end && !isInside(number, tokens?.money ?? []),
  );
  const found: MeasureFound[] = [];
  const conditions = new Set<NumberToken>();
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as NumberToken;
    const upper = rangeEnd(text, number, numbers[at + 1]);
    const unit = unitAfter(text, upper ?? number);
    if (unit === undefined) continue;
    if (upper !== null) at++;
    const last = numbers[at + 1];
    if (isCondition(text, number, unit.end, sentence.end, last)) {
      conditions.add(number);
      continue;
    }
    found.push(makeMeasure(text, number, upper, unit));
  }
  return pairBaselines(
    text,
    found,
    numbers.filter((number) => !conditions.has(number)),
  );
}

interface Unit {
  readonly unit: string;
  readonly counts: boolean;
  readonly end: number;
}

function unitAfter(text: string, number: NumberToken): Unit | undefined {
  const rest = text.slice(number.end, number.end + 24);
  const percent = PERCENT.exec(rest);
  if (percent !== null) {
    const points = /điểm/iu.test(percent[1] ?? '');
    return { unit: points ? 'điểm %' : '%', counts: false, end: number.end + percent[0].length };
  }
  const counted = COUNTED.exec(rest);
  if (counted === null) return undefined;
  return { unit: (counted[1] ?? '').toLowerCase(), counts: true, end: number.end + counted[0].length };
}

function rangeEnd(text: string, number: NumberToken, next: NumberToken | undefined): NumberToken | null {
  return next !== undefined && RANGE.test(text.slice(number.end, next.start)) && next.value > number.value
    ? next
    : null;
}

function makeMeasure(text: string, number: NumberToken, upper: NumberToken | null, unit: Unit): MeasureFound {
  const rest = text.slice(unit.end, unit.end + 20);
  const value = (one: NumberToken): Value => ({
    text: one.text,
    value: one.value,
    start: one.start,
    end: one.end,
  });
  return {
    ...value(number),
    end: unit.end,
    unit: unit.unit,
    countsUnit: unit.counts,
    baseline: null,
    upper: upper === null ? null : value(upper),
    orMore: /^\s*(?:\/\s*năm\s*)?trở lên/iu.test(rest),
    perYear: /^\s*\/\s*năm|^\s+mỗi năm|^\s+hằng năm/iu.test(rest),
  };
}

/** "các xã có tỷ lệ hộ nghèo cao trên 25 % giảm …": says which communes, not what is planned. */
function isCondition(
  text: string,
  number: NumberToken,
  unitEnd: number,
  end: number,
  next: NumberToken | undefined,
): boolean {
  if (!CONDITION.test(text.slice(Math.max(0, number.start - 12), number.start))) return false;
  if (/^\s*(?:thì\s+)?(?:có thể|được xem|được coi)/iu.test(text.slice(unitEnd, unitEnd + 16))) return true;
  if (next === undefined || next.start >= end) return false;
  return /^\s*(?:giảm|tăng|còn|đạt|xuống)/iu.test(text.slice(unitEnd, next.start));
}

const TURNS =
  /^\s*%?\s*[,(]?\s*(?:(?:hồi |vào )?đầu (?:năm|kỳ)\)?,?\s+)?(?:giữ|đến|xuống|giảm|còn|cuối năm|tăng|lên|phấn đấu)[^;.]{0,40}$/iu;
const BASE_WORDS = /(?:từ|là|hiện nay|hiện có|đầu năm|năm \d{4}|\p{L})\s*$/iu;

/** "2,69 giữ cuối năm còn 2,69 %", "5,07 % đến cuối năm phấn đấu giảm 4,27 %": the first number is the baseline. */
function pairBaselines(
  text: string,
  measures: readonly MeasureFound[],
  numbers: readonly NumberToken[],
): readonly MeasureFound[] {
  const result: MeasureFound[] = [];
  for (const measure of measures) {
    const at = numbers.findIndex((number) => number.start === measure.start);
    const before = numbers[at - 1];
    const turns =
      before !== undefined &&
      !measure.countsUnit &&
      measure.unit !== 'điểm %' &&
      TURNS.test(text.slice(before.end, measure.start)) &&
      BASE_WORDS.test(text.slice(0, before.start));
    const last = result.at(-1);
    const isPaired = last?.baseline != null && last.start === before?.start;
    if (turns && !isPaired && last !== undefined && last.start === before.start && last.orMore === false)
      result.pop();
    const isFree =
      turns &&
      !isPaired &&
      !result.some((one) => one.start === before.start || one.upper?.start === before.start);
    result.push(
      isFree
        ? {
            ...measure,
            baseline: { text: before.text, value: before.value, start: before.start, end: before.end },
          }
        : measure,
    );
  }
  return result;
}
