import type { PlanDocument, Section } from '../document/plan-document.ts';
import type { CheckContext } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';

/** After a letter of an enumeration: the Vietnamese alphabet (NĐ 30/2020), and the Latin one many offices use. */
const NEXT_LETTERS: Readonly<Record<string, string>> = {
  a: 'b',
  b: 'c',
  c: 'd',
  d: 'đe',
  đ: 'e',
  e: 'gf',
  f: 'g',
  g: 'h',
  h: 'ik',
  i: 'kj',
  j: 'k',
  k: 'l',
  l: 'm',
  m: 'n',
  n: 'op',
  o: 'p',
  p: 'q',
  q: 'r',
  r: 's',
  s: 't',
  t: 'uv',
  u: 'v',
  v: 'xw',
  w: 'x',
  x: 'y',
  y: 'z',
};
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function fromRoman(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const own = ROMAN[text[at]!] ?? 0;
    value += own < (ROMAN[text[at + 1] ?? ''] ?? 0) ? -own : own;
  }
  return value;
}

function toRoman(value: number): string {
  const tens = 'X'.repeat(Math.floor(value / 10));
  return tens + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? '');
}

const isLetter = ({ style }: Section): boolean => style === 'letter' || style === 'letter-upper';

/** Place of a heading among its siblings, from 1; letters are compared by their order instead. */
const placeOf = (section: Section): number =>
  section.style === 'roman' || (section.style === 'part' && /^[IVX]+$/u.test(section.number))
    ? fromRoman(section.number)
    : Number(section.number.split('.').filter(Boolean).at(-1) ?? 'NaN');

/** What the one after `section` is called: `5.3`, `VI`, `đ`. */
function nextNumber(section: Section, place: number): string {
  if (section.style === 'roman' || (section.style === 'part' && /^[IVX]+$/u.test(section.number)))
    return toRoman(place);
  const parts = section.number.split('.').filter(Boolean);
  return [...parts.slice(0, -1), String(place)].join('.');
}

const label = ({ style, number, mark }: Section): string =>
  style === 'article' ? `Điều ${number}` : `${number}${mark === ':' ? '' : mark}`;

/** Headings that must follow one another: children of one parent, written in one style; articles through the whole text. */
function sequences(document: PlanDocument): Section[][] {
  const groups = new Map<string, Section[]>();
  const annexOf = (section: Section) => document.paragraphs[section.span.paragraph]?.annex ?? 0;
  for (const section of document.sections) {
    const paragraph = document.paragraphs[section.span.paragraph];
    if (
      section.style === 'bullet' ||
      (isLetter(section) && section.number.length > 1) ||
      paragraph === undefined ||
      paragraph.repeatOf !== null ||
      paragraph.kind === 'cell'
    )
      continue;
    const depth = section.number.split('.').filter(Boolean).length;
    const within = section.style === 'article' ? '' : `${section.parent}`;
    const key = `${annexOf(section)}|${within}|${section.style}|${section.style === 'decimal' ? depth : ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [section]);
    else group.push(section);
  }
  return [...groups.values()];
}

function duplicate(before: Section, section: Section, meant: string): Fault {
  return {
    span: section.span,
    related: [before.span],
    expected: meant,
    message: {
      vi: `Mục “${label(section)}” lặp số của mục ngay trước nó. Có lẽ là “${meant}”.`,
      en: `The heading "${label(section)}" repeats the number of the one before it. Probably "${meant}" is meant.`,
    },
  };
}

function gap(before: Section | undefined, section: Section, missing: string): Fault {
  const [vi, en] =
    before === undefined
      ? [
          `Mục đầu tiên đánh số “${label(section)}”, không có “${missing}”.`,
          `The first heading is "${label(section)}"; there is no "${missing}".`,
        ]
      : [
          `Sau mục “${label(before)}” là “${label(section)}”: thiếu “${missing}”.`,
          `After the heading "${label(before)}" comes "${label(section)}": "${missing}" is missing.`,
        ];
  return {
    span: section.span,
    ...(before === undefined ? {} : { related: [before.span] }),
    expected: missing,
    message: {
      vi: `${vi} Đánh số lại, hoặc bổ sung mục bị mất.`,
      en: `${en} Number anew, or restore the heading that was lost.`,
    },
  };
}

function letterFault(before: Section, section: Section): Fault | undefined {
  const [from, to] = [before.number.toLowerCase(), section.number.toLowerCase()];
  const next = NEXT_LETTERS[from];
  if (next === undefined || next.includes(to) || to === 'a') return undefined;
  if (from === to) return duplicate(before, section, `${next[0]}${section.mark}`);
  return gap(before, section, `${next[0]}${section.mark}`);
}

function numberFault(before: Section, section: Section): Fault | undefined {
  const [from, to] = [placeOf(before), placeOf(section)];
  if (Number.isNaN(from) || Number.isNaN(to) || to === from + 1 || to === 1) return undefined;
  // Decimals under a heading that was lost: another prefix begins another list.
  if (prefixOf(before) !== prefixOf(section)) return undefined;
  const meant = nextNumber(section, from + 1);
  if (from === to) return duplicate(before, section, meant);
  return to > from + 8 ? undefined : gap(before, section, meant);
}

const prefixOf = ({ number }: Section): string => number.split('.').filter(Boolean).slice(0, -1).join('.');

function firstFault(section: Section): Fault | undefined {
  if (isLetter(section))
    return /^[bcdđ]$/iu.test(section.number) ? gap(undefined, section, `a${section.mark}`) : undefined;
  const place = placeOf(section);
  return place >= 2 && place <= 4 ? gap(undefined, section, nextNumber(section, 1)) : undefined;
}

/** Whether a paragraph between two headings begins with the number that seems to be missing ("2.6. 100% cán bộ …"). */
function isPresent(document: PlanDocument, before: Section, section: Section, missing: string): boolean {
  const mark = missing.replace(/[.)]$/u, '').replaceAll('.', '\\.');
  const begins = new RegExp(`^${mark}(?:[.)]\\s?|\\s+)[\\p{L}\\d“"(]`, 'iu');
  return document.paragraphs
    .slice(before.span.paragraph + 1, section.span.paragraph)
    .some(
      ({ text, kind }) =>
        kind !== 'cell' && begins.test(text) && /[.)]/u.test(text.slice(0, missing.length + 2)),
    );
}

/** Whether the missing number stands within the text between two headings, glued to the sentence before it. */
function isGlued(document: PlanDocument, before: Section, section: Section, missing: string): boolean {
  const mark = missing.replace(/[.)]$/u, '').replaceAll('.', '\\.');
  const glued = new RegExp(`\\p{L}[.;:,)]\\s?${mark}[.)]\\s*\\p{Lu}|^${mark}\\s+\\p{Lu}`, 'u');
  return document.paragraphs
    .slice(before.span.paragraph, section.span.paragraph)
    .some(({ text, index }) =>
      glued.test(index === before.span.paragraph ? text.slice(before.span.start + 3) : text),
    );
}

function orderFaults({ document }: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const sequence of sequences(document)) {
    const [first] = sequence;
    const opening = first === undefined || sequence.length < 2 ? undefined : firstFault(first);
    if (opening !== undefined) faults.push(opening);
    for (let at = 1; at < sequence.length; at++) {
      const [before, section] = [sequence[at - 1]!, sequence[at]!];
      const fault = isLetter(section) ? letterFault(before, section) : numberFault(before, section);
      if (fault === undefined) continue;
      const skipped = before.number !== section.number;
      if (skipped && isPresent(document, before, section, fault.expected ?? '')) continue;
      const glued = skipped && isGlued(document, before, section, fault.expected ?? '');
      faults.push(glued ? { ...fault, severity: 'info' } : fault);
    }
  }
  return faults;
}

const STEP = /^(?:[-+]\s*)?Bước\s+(\d{1,2})\s*[:.–-]/u;

/** "Bước 1", "Bước 2" …: steps of a procedure follow one another. */
function stepFaults({ document }: CheckContext): Fault[] {
  const faults: Fault[] = [];
  let last = 0;
  for (const { text, index, repeatOf } of document.paragraphs) {
    const match = repeatOf === null ? STEP.exec(text) : null;
    if (match === null) continue;
    const step = Number(match[1]);
    if (step !== 1 && last > 0 && step !== last + 1 && step <= last + 8) {
      const meant = `Bước ${last + 1}`;
      faults.push({
        span: { paragraph: index, start: match.index, end: match[0].length },
        expected: meant,
        message: {
          vi: `Sau “Bước ${last}” là “Bước ${step}”, phải là “${meant}”. Đánh số lại, hoặc bổ sung bước bị mất.`,
          en: `After "Bước ${last}" comes "Bước ${step}"; it should be "${meant}". Number anew, or restore the lost step.`,
        },
      });
    }
    last = step;
  }
  return faults;
}

function formFaults({ document }: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const section of document.sections) {
    const paragraph = document.paragraphs[section.span.paragraph];
    if (
      paragraph === undefined ||
      paragraph.repeatOf !== null ||
      paragraph.kind === 'cell' ||
      isLetter(section)
    )
      continue;
    if (!/^0\d$/u.test(section.number)) continue;
    const meant = label({ ...section, number: section.number.slice(1) });
    faults.push({
      span: section.span,
      expected: meant,
      message: {
        vi: `Số thứ tự “${label(section)}” không viết số 0 phía trước: “${meant}” (NĐ 30/2020, Phụ lục I).`,
        en: `A heading number takes no leading 0: "${meant}", not "${label(section)}" (NĐ 30/2020, Annex I).`,
      },
    });
  }
  return faults;
}

export const numberingRules: readonly Rule[] = [
  {
    id: 'numbering.order',
    severity: 'warning',
    title: { vi: 'Đánh số mục nhảy hoặc trùng', en: 'Headings skip or repeat a number' },
    find: (context) => [...orderFaults(context), ...stepFaults(context)],
  },
  {
    id: 'numbering.form',
    severity: 'warning',
    title: { vi: 'Số thứ tự của mục viết sai dạng', en: 'The number of a heading is in the wrong form' },
    find: formFaults,
  },
];
