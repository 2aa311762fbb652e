import { classWords } from './exchange-words.ts';

/** Codes inside a message as a reader knows them: classes by their labels, everything else as it stands. */
export function readableDetail(
  detail: Readonly<Record<string, string | number>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typeof value === 'string' ? (DOUBTS[value] ?? wordOf(value)) : value,
    ]),
  );
}

const wordOf = (value: string): string => {
  const code = /^[A-Z_]{4,}$/u.test(value) ? classWords.find(value) : undefined;
  return code === undefined ? value : classWords.label(code);
};

/** What an identity number contradicts, in the words of a message. */
const DOUBTS: Readonly<Record<string, string>> = {
  'not-twelve-digits': 'không đủ 12 chữ số',
  'old-nine-digit-card': 'là số CMND cũ',
  'lost-leading-zero': 'mất số 0 ở đầu',
  'prefix-unknown': 'mã nơi đăng ký khai sinh không có',
  'birth-year-not-plausible': 'năm sinh chưa tới',
  'sex-differs': 'khác giới tính',
  'birth-year-differs': 'khác năm sinh',
};
