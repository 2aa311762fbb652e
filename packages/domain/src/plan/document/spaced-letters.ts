/** Headings that are set with spaced letters, so that "K Ế H O Ạ C H" can be read; longest first. */
const SPACED_WORDS = [
  'CHƯƠNG TRÌNH HÀNH ĐỘNG',
  'KẾ HOẠCH HÀNH ĐỘNG',
  'CHƯƠNG TRÌNH',
  'QUYẾT ĐỊNH',
  'NGHỊ QUYẾT',
  'NGHỊ ĐỊNH',
  'THÔNG BÁO',
  'THÔNG TƯ',
  'HƯỚNG DẪN',
  'KẾ HOẠCH',
  'TỜ TRÌNH',
  'CÔNG VĂN',
  'CÔNG ĐIỆN',
  'BÁO CÁO',
  'KẾT LUẬN',
  'PHỤ LỤC',
  'DANH SÁCH',
  'ĐỀ ÁN',
  'CHỈ THỊ',
  'BIÊN BẢN',
  'NƠI NHẬN',
] as const;

const SPACED = /(?<!\S)\S(?: \S){3,}(?!\S)/gu;

interface Gap {
  readonly start: number;
  readonly end: number;
}

const fitting = (letters: string): readonly string[] | undefined =>
  SPACED_WORDS.find((words) => words.replaceAll(' ', '') === letters.toUpperCase())?.split(' ');

/** Offsets of the blanks to keep: between the words of a known heading, or where a wider gap stood. */
function wordBreaks(run: string, start: number, gaps: readonly number[]): ReadonlySet<number> | undefined {
  const known = fitting(run.replaceAll(' ', ''));
  const breaks = new Set<number>();
  if (known !== undefined) {
    let letters = 0;
    for (const word of known.slice(0, -1)) {
      letters += word.length;
      breaks.add(start + letters * 2 - 1);
    }
    return breaks;
  }
  for (const gap of gaps) if (gap > start && gap < start + run.length) breaks.add(gap - 1);
  return breaks.size > 0 ? breaks : undefined;
}

/** The blanks to leave out of letter-spaced words; words that are not understood keep theirs. */
export function spacedLetterGaps(text: string, gaps: readonly number[]): readonly Gap[] {
  const blanks: Gap[] = [];
  for (const match of text.matchAll(SPACED)) {
    const run = match[0];
    if (!/^(?:\p{L} )+\p{L}$/u.test(run.replace(/[:.]$/u, '').trimEnd())) continue;
    const breaks = wordBreaks(run.replace(/ ?[:.]$/u, ''), match.index, gaps);
    if (breaks === undefined) continue;
    for (let at = match.index; at < match.index + run.length; at++) {
      if (text.charAt(at) === ' ' && !breaks.has(at)) blanks.push({ start: at, end: at + 1 });
    }
  }
  return blanks;
}
