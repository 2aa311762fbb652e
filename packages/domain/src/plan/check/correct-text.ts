/** What of a finding is needed to mend it: where it stands, counted from 1, its words and what is meant. */
interface Found {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly excerpt: string;
  readonly expected?: string | undefined;
}

/** A stretch of the text, from its first letter, and what takes its place. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Rules whose `expected` is what must stand in place of the words; all others ask a person what is right. */
const REPLACED: ReadonlySet<string> = new Set(['text.spelling', 'text.repeated-word', 'cite.symbol']);
const LINE_END = /\r\n|\n|\r/gu;

/** Where each line of the text begins. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(LINE_END)].map((match) => match.index + match[0].length)];
}

/**
 * The corrections that need no judgement, by the number of the finding: a word written wrong or twice, a symbol of a
 * paper, a page number within a sentence. Only where the text has exactly the words of the finding.
 */
export function sureCorrections(text: string, findings: readonly Found[]): ReadonlyMap<number, Correction> {
  const starts = lineStarts(text);
  const sure = new Map<number, Correction>();
  for (const [at, { rule, line, column, excerpt, expected }] of findings.entries()) {
    const start = (starts[line - 1] ?? text.length) + column - 1;
    const end = start + excerpt.length;
    if (text.slice(start, end) !== excerpt) continue;
    if (REPLACED.has(rule) && expected !== undefined && expected !== excerpt)
      sure.set(at, { start, end, replacement: expected });
    else if (rule === 'text.page-number') {
      // The blank before the number goes with it.
      const blank = text[start - 1] === ' ' ? 1 : 0;
      sure.set(at, { start: start - blank, end, replacement: '' });
    }
  }
  return sure;
}

/** The text with these corrections; of two that overlap the first is made. All else, line ends too, stays. */
export function correctText(text: string, corrections: readonly Correction[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, replacement } of [...corrections].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}
