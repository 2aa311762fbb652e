import type { Language } from '@benvung/contract/problem-texts';
import type { ProblemDetails } from '@benvung/contract/shared';
import type { ZodFastifySchemaValidationError } from 'fastify-type-provider-zod';

type Wording = (parameters: Record<string, unknown>) => { vi: string; en: string };

const TYPE_NAMES: Readonly<Record<string, { vi: string; en: string }>> = {
  string: { vi: 'chữ', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'đúng/sai', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'nhóm trường', en: 'a group of fields' },
};

const WORDINGS: Readonly<Record<string, Wording>> = {
  invalid_type: ({ expected }) => {
    const type = TYPE_NAMES[String(expected)] ?? { vi: String(expected), en: String(expected) };
    return { vi: `Thiếu, hoặc phải là ${type.vi}.`, en: `Missing, or must be ${type.en}.` };
  },
  too_small: ({ minimum, origin }) =>
    origin === 'string'
      ? { vi: `Cần ít nhất ${minimum} ký tự.`, en: `Needs at least ${minimum} characters.` }
      : { vi: `Không được nhỏ hơn ${minimum}.`, en: `Must not be less than ${minimum}.` },
  too_big: ({ maximum, origin }) =>
    origin === 'string'
      ? { vi: `Nhiều nhất ${maximum} ký tự.`, en: `At most ${maximum} characters.` }
      : { vi: `Không được lớn hơn ${maximum}.`, en: `Must not be more than ${maximum}.` },
  invalid_format: ({ format }) =>
    format === 'date'
      ? { vi: 'Phải là một ngày có thật, dạng NNNN-TT-NN.', en: 'Must be a real day, as YYYY-MM-DD.' }
      : { vi: `Không đúng dạng (${format}).`, en: `Not in the expected form (${format}).` },
  invalid_value: ({ values }) => {
    const known = Array.isArray(values) ? values.join(', ') : '';
    return { vi: `Phải là một trong: ${known}.`, en: `Must be one of: ${known}.` };
  },
  unrecognized_keys: ({ keys }) => {
    const names = Array.isArray(keys) ? keys.join(', ') : '';
    return { vi: `Trường không có trong mẫu: ${names}.`, en: `Unknown fields: ${names}.` };
  },
};

const OTHER: Wording = () => ({ vi: 'Giá trị không hợp lệ.', en: 'Not a valid value.' });

/** One line per wrong place; `at` is the path of the field, dotted ("members.0.name"). */
export function validationErrors(
  issues: readonly ZodFastifySchemaValidationError[],
  language: Language,
): NonNullable<ProblemDetails['errors']> {
  return issues.map((issue) => ({
    at: issue.instancePath.split('/').filter(Boolean).join('.'),
    code: issue.keyword,
    message: (WORDINGS[issue.keyword] ?? OTHER)(issue.params as Record<string, unknown>)[language],
  }));
}

export const unstorableTextError = (
  at: string,
  language: Language,
): NonNullable<ProblemDetails['errors']>[number] => ({
  at,
  code: 'unstorable_text',
  message: {
    vi: 'Có ký tự không lưu được; hãy xóa rồi gõ lại.',
    en: 'Holds a character that cannot be kept; delete it and type again.',
  }[language],
});
