/** Depth of a paragraph's own mark: a roman number above a number above a letter above -, + and (+). */
function readLevel(text: string): number {
  if (/^(?:(?:[IVX]+|[A-H])[.\s)/-]|Điều\s+\d)/u.test(text)) return 1;
  const decimal = /^(\d{1,2}(?:\.\d{1,2})*)[.)/-]?\s/u.exec(text);
  if (decimal) return 1 + decimal[1]!.split('.').length;
  if (/^\p{Ll}\d?(?:[).]\s?|[/-]\s)/u.test(text)) return 6;
  if (/^[-–−]/u.test(text)) return 8;
  if (/^\+/u.test(text)) return 9;
  return /^(?:\(\+\)|[*•·o◦]\s)/u.test(text) ? 10 : 7;
}

const levels = new Map<string, number>();
const LEVELS_KEPT = 5000;

export function levelOf(text: string): number {
  const start = text.slice(0, 16);
  const before = levels.get(start);
  if (before !== undefined) return before;
  const level = readLevel(start);
  if (levels.size >= LEVELS_KEPT) levels.clear();
  levels.set(start, level);
  return level;
}
