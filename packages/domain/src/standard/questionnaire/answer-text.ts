import { isValidDay, writtenDay } from '../../shared/day.ts';
import { writtenNumber } from '../../shared/phrase.ts';
import type { Language, Text } from '../../shared/text.ts';
import { searchKey, toNfc } from '../../shared/vietnamese-text.ts';
import type { AnswerValue, Question, QuestionOption } from './questionnaire.ts';

/** What typed text comes to. `blank` takes the answer back; `unknown` is "?". */
export type ReadAnswer =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly value: AnswerValue }
  | { readonly kind: 'refused'; readonly reason: Text };

/** As it is typed (the printed number), and in words. */
export interface WrittenAnswer {
  readonly typed: string;
  readonly words: string;
}

const known = (value: AnswerValue): ReadAnswer => ({ kind: 'known', value });
const refused = (vi: string, en: string): ReadAnswer => ({ kind: 'refused', reason: { vi, en } });

/** Reads what a person typed for a question: the number printed beside an answer, "?", or the answer itself. */
export function readAnswer(question: Question, typedText: string, surveyDay: string): ReadAnswer {
  const typed = toNfc(typedText).replace(/\s+/gu, ' ').trim();
  if (typed === '') return { kind: 'blank' };
  if (typed === '?') return { kind: 'unknown' };
  switch (question.kind) {
    case 'one-of':
    case 'yes-no':
      return readChoice(question, typed);
    case 'any-of':
      return readChoices(question, typed);
    case 'number':
      return readNumber(question, typed);
    case 'day-or-year':
      return readDay(typed, surveyDay);
    default:
      return known(typed.slice(0, 120));
  }
}

const plain = (number: string): string => number.replace(/^0+(?=\d)/u, '');

function findOption({ options }: Question, typed: string): QuestionOption | undefined {
  const byNumber = options.find(({ number }) => plain(number) === plain(typed));
  if (byNumber !== undefined || /^\d+$/u.test(typed)) return byNumber;
  const key = searchKey(typed);
  const labels = options.filter(({ label }) => searchKey(label.vi).startsWith(key));
  const exact = labels.find(({ label }) => searchKey(label.vi) === key);
  return exact ?? (labels.length === 1 ? labels[0] : undefined);
}

const noSuchNumber = (question: Question, typed: string): ReadAnswer => {
  const numbers = question.options.map(({ number }) => number);
  const few = numbers.length <= 12 ? numbers.join(', ') : `${numbers[0]}–${numbers.at(-1)}`;
  return refused(
    `Câu ${question.number} không có câu trả lời "${typed}". Gõ số in trên phiếu (${few}), hoặc ? nếu chưa biết.`,
    `Question ${question.number} has no answer "${typed}". Type a printed number (${few}), or ? when not known.`,
  );
};

function readChoice(question: Question, typed: string): ReadAnswer {
  const option = findOption(question, typed);
  return option === undefined ? noSuchNumber(question, typed) : known(option.value);
}

function readChoices(question: Question, typed: string): ReadAnswer {
  const single = question.options.every(({ number }) => number.length === 1);
  const parts =
    single && /^\d+$/u.test(typed) ? [...typed] : typed.split(/[\s,;.+]+/u).filter((part) => part !== '');
  const options: QuestionOption[] = [];
  for (const part of parts) {
    const option = findOption(question, part);
    if (option === undefined) return noSuchNumber(question, part);
    options.push(option);
  }
  const values = [...new Set(options.map(({ value }) => String(value)))];
  const none = options.find((option) => option.none === true);
  if (none !== undefined && values.length > 1)
    return refused(
      `Câu ${question.number}: "${none.label.vi}" không đi cùng câu trả lời khác.`,
      `Question ${question.number}: "${none.label.en}" does not go with another answer.`,
    );
  const order = question.options.map(({ value }) => String(value));
  return known(values.sort((a, b) => order.indexOf(a) - order.indexOf(b)));
}

function readNumber(question: Question, typed: string): ReadAnswer {
  const { from, to, decimals } = question.range ?? { from: 0, to: Number.MAX_SAFE_INTEGER, decimals: 0 };
  const found =
    /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?$/u.exec(typed) ??
    (decimals > 0 ? /^(\d+)\.(\d+)$/u.exec(typed) : null);
  const value = found === null ? Number.NaN : Number(`${found[1]?.replace(/[. ]/gu, '')}.${found[2] ?? '0'}`);
  if (Number.isNaN(value) || (found?.[2]?.length ?? 0) > decimals)
    return refused(
      `Câu ${question.number}: "${typed}" không phải là ${decimals > 0 ? 'số' : 'số nguyên'}.`,
      `Question ${question.number}: "${typed}" is not a ${decimals > 0 ? 'number' : 'whole number'}.`,
    );
  if (value < from || value > to)
    return refused(
      `Câu ${question.number}: ${typed} nằm ngoài khoảng ${from}–${to}.`,
      `Question ${question.number}: ${typed} is outside ${from}–${to}.`,
    );
  return known(value);
}

/** `12/3/1987`, `12031987`, `1984`; two digits of a year are never guessed. */
function readDay(typed: string, surveyDay: string): ReadAnswer {
  const year = /^\d{4}$/u.exec(typed)?.[0];
  const parts =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/u.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/u.exec(typed);
  const day = parts === null ? year : `${parts[3]}-${pad(parts[2])}-${pad(parts[1])}`;
  if (day === undefined)
    return refused(
      `"${typed}" không phải là ngày sinh. Gõ ngày/tháng/năm, hoặc chỉ năm có bốn chữ số.`,
      `"${typed}" is not a day of birth. Type day/month/year, or only the four digits of the year.`,
    );
  const real: boolean = day.length === 4 || isValidDay(day);
  if (!real)
    return refused(
      `Ngày ${typed} không có thật. Sửa ngày, hoặc chỉ ghi năm ${day.slice(0, 4)}.`,
      `${typed} is not a real day. Mend it, or write only the year ${day.slice(0, 4)}.`,
    );
  if (day > surveyDay || Number(day.slice(0, 4)) < 1880)
    return refused(
      `Ngày sinh ${typed} ${day > surveyDay ? 'sau ngày rà soát' : 'quá xa'}. Xem lại năm trên phiếu.`,
      `The day of birth ${typed} is ${day > surveyDay ? 'after the survey' : 'too long ago'}. Look at the form again.`,
    );
  return known(day);
}

const pad = (text = ''): string => text.padStart(2, '0');

/** How an answer stands in its box, and what it says. */
export function writeAnswer(
  question: Question,
  value: AnswerValue | null | undefined,
  language: Language,
): WrittenAnswer {
  if (value === undefined) return { typed: '', words: '' };
  if (value === null) return { typed: '?', words: language === 'vi' ? 'chưa biết' : 'not known' };
  if (Array.isArray(value)) {
    const options = question.options.filter((option) => value.includes(String(option.value)));
    return {
      typed: options.map(({ number }) => number).join(', '),
      words: options.map(({ label }) => label[language]).join(', '),
    };
  }
  const option = question.options.find((each) => each.value === value);
  if (option !== undefined) return { typed: option.number, words: option.label[language] };
  const text =
    typeof value === 'number'
      ? writtenNumber(value)
      : question.kind === 'day-or-year'
        ? writtenDay(String(value))
        : String(value);
  return { typed: text, words: text };
}
