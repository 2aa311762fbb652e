import type { CheckContext, ReadParagraph } from './check-context.ts';
import { levelOf } from './mark-level.ts';
import { type Quantity, quantitiesOf } from './quantity.ts';
import { totalsFor } from './totals-of-unit.ts';

/** A total and what it is said to consist of. */
export interface Breakdown {
  readonly totals: readonly Quantity[];
  readonly parts: readonly Quantity[];
  /** "gồm" names every part; "trong đó" may name some. */
  readonly exhaustive: boolean;
  /** Some entry of the list bears no amount. */
  readonly incomplete: boolean;
  /** Its parts are the entries of a list, not of a sentence. */
  readonly listed: boolean;
}

const MARK =
  /(?<!\p{L})(trong\s+đó|trong\s+tổng\s+số|gồm\s+có|bao\s+gồm|gồm|cụ\s+thể|chia\s+ra|phân\s+ra|phân\s+bổ)(?!\p{L})\s*(?:như\s+sau|cả|các|có|là)?\s*:?/giu;
/** "1.246 lượt hộ: hộ nghèo 684 lượt hộ, …": a colon right after a count opens its parts. */
const COLON =
  /(?<=\d[^.;:]{2,60})(?<!Trong đó|trong đó|gồm|như sau|cụ thể)\s?:(?=\s+(?!từ |mỗi |bình quân )\p{L}[^.:;]{0,60}\d)/giu;
/** "96 triệu đồng = 60 triệu đồng + 36 triệu đồng". */
const EQUALS = /=(?=\s*\d[^=;]{0,80}\+\s*\d)/gu;
const SENTENCE_END = /[.!?](?=\s+["“(]?\p{Lu})|[.!?]\s*$|\.\/\.?/gu;

const MARK_WITHIN = new RegExp(MARK.source, 'iu');

/** No one breaks a sum down so often in one paragraph; more would only cost time. */
const MOST_MARKS = 60;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly exhaustive: boolean;
  readonly colon?: true;
}

const marksOf = (text: string): Mark[] =>
  [...text.matchAll(MARK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    exhaustive: !/^trong/iu.test(match[1]!),
  }));

/** The marks of a sentence's parts, or the colons that stand for one where there is no other. */
function openingsOf(text: string): Mark[] {
  const marks = marksOf(text);
  if (marks.length > 0) return marks;
  const equals = [...text.matchAll(EQUALS)].map(({ index }) => ({
    start: index,
    end: index + 1,
    exhaustive: true,
  }));
  if (equals.length > 0 || !text.includes(':')) return equals;
  return [...text.matchAll(COLON)].map(({ index }) => ({
    start: index,
    end: index + 1,
    exhaustive: false,
    colon: true,
  }));
}

function sentenceAround(text: string, at: number): { start: number; end: number } {
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    if (match.index >= at) return { start, end: match.index };
    start = match.index + match[0].length;
  }
  return { start, end: text.length };
}

/** A sentence that begins with "Trong đó:" goes with the one before it, which has the total. */
function sentenceWithTotal(text: string, at: number): { start: number; end: number } {
  const own = sentenceAround(text, at);
  if (own.start === 0 || text.slice(own.start, at).trim() !== '') return own;
  return { start: sentenceAround(text, own.start - 2).start, end: own.end };
}

/** Where the parts of a mark end: its closing bracket, the end of the sentence, or ";" when it is nested in another. */
function partsEnd(
  text: string,
  mark: Mark,
  sentence: { start: number; end: number },
  nested: boolean,
): number {
  let depth = 0;
  for (let at = mark.end; at < sentence.end; at++) {
    const letter = text[at];
    if (letter === '(') depth++;
    else if (letter === ')' && depth-- === 0) return at;
    else if (letter === ';' && nested && depth === 0) return at;
  }
  return sentence.end;
}

const inBrackets = (text: string, from: number, at: number): boolean => {
  const piece = text.slice(from, at);
  return piece.lastIndexOf('(') > piece.lastIndexOf(')');
};

const isAloneInBrackets = (text: string, { start, end }: Quantity): boolean =>
  /\(\s*$/u.test(text.slice(0, start)) && /^\s*\)/u.test(text.slice(end));

/** "Giảm 31 hộ nghèo (từ 96 hộ xuống còn 65 hộ)": where a count comes from, not what it consists of. */
const NO_PARTS =
  /^\s*(?:từ|so với|trên|trong|chiếm|đạt|tương đương|hiện)(?!\p{L})|(?:xuống|còn|lên|tổng số)(?!\p{L})/iu;
/** "60 tỷ đồng (đầu tư 40 tỷ đồng, sự nghiệp 20 tỷ đồng)": a bracket of parts after their total and what it counts. */
function bracketBreakdowns(read: ReadParagraph): Breakdown[] {
  const quantities = quantitiesOf(read).filter(({ rate }) => !rate);
  const found: Breakdown[] = [];
  for (const total of quantities) {
    const bracket = /^[^().;:,\d]{0,50}\(([^()]*)\)/u.exec(read.text.slice(total.end, total.end + 600));
    if (bracket === null || MARK_WITHIN.test(bracket[1]!) || NO_PARTS.test(bracket[1]!)) continue;
    const end = total.end + bracket[0].length;
    const parts = quantities.filter(
      (each) => each.unit === total.unit && each.start >= total.end && each.end <= end,
    );
    if (parts.length >= 2)
      found.push({ totals: [total], parts, exhaustive: false, incomplete: false, listed: false });
  }
  return found;
}

function inlineBreakdowns(read: ReadParagraph): Breakdown[] {
  const quantities = quantitiesOf(read).filter(({ rate }) => !rate);
  if (quantities.length < 2) return [];
  const found: Breakdown[] = [];
  const regions: { start: number; end: number }[] = [];
  const marks = openingsOf(read.text);
  if (marks.length > MOST_MARKS) return [];
  for (const [at, mark] of [...marks.entries()].reverse()) {
    const sentence = sentenceWithTotal(read.text, mark.start);
    const nested = marks.slice(0, at).some(({ start }) => start >= sentence.start);
    const end = partsEnd(read.text, mark, sentence, nested);
    const within = inBrackets(read.text, sentence.start, mark.start);
    const before = quantities.filter(
      (each) =>
        each.start >= sentence.start &&
        each.end <= mark.start &&
        (within || !inBrackets(read.text, sentence.start, each.start)),
    );
    const after = quantities.filter(
      (each) =>
        each.start >= mark.end &&
        each.end <= end &&
        !regions.some((region) => each.start >= region.start && each.end <= region.end),
    );
    for (const unit of new Set(after.map((each) => each.unit))) {
      const totals = totalsFor(unit, before, read.text);
      const same = after.filter((each) => each.unit === unit);
      const open = same.filter((each) => !inBrackets(read.text, mark.end, each.start));
      // "xây mới 180 nhà (8.100 triệu đồng) và sửa chữa 120 nhà (2.400 triệu đồng)": the amounts stand in brackets of their own.
      const parts = open.length > 0 ? open : same.filter((each) => isAloneInBrackets(read.text, each));
      if (totals.length > 0 && parts.length > (mark.colon === true ? 1 : 0))
        found.push({ totals, parts, exhaustive: mark.exhaustive, incomplete: false, listed: false });
    }
    regions.push({ start: mark.start, end });
  }
  return found.reverse();
}

const endsOpen = (text: string): boolean =>
  /(?:trong đó|gồm|gồm có|bao gồm|cụ thể|như sau|chia ra|phân bổ)\s*[:.]?\s*$|:\s*$/iu.test(text);

interface Family {
  readonly children: readonly ReadParagraph[];
  readonly level: number;
}

/** The paragraphs right under one: those with a deeper mark, or of the same mark after an open end. */
function childrenOf(paragraphs: readonly ReadParagraph[], at: number): Family {
  const parent = paragraphs[at]!;
  const own = levelOf(parent.text);
  const next = paragraphs[at + 1];
  if (next === undefined || next.paragraph.kind === 'cell') return { children: [], level: own };
  const level = levelOf(next.text);
  const same = level === own && own >= 7 && endsOpen(parent.text);
  // A plain line that ends open ("Trong đó:") may be followed by 1., 2., 3. or a), b), c).
  const listed =
    own === 7 &&
    level < own &&
    endsOpen(parent.text) &&
    /^(?:1|a|\d{1,2}(?:\.\d{1,2})*\.1)[.)]/u.test(next.text);
  if ((level < own && !listed) || (level === own && !same)) return { children: [], level };
  const children: ReadParagraph[] = [];
  for (let each = at + 1; each < paragraphs.length && each <= at + 60; each++) {
    const paragraph = paragraphs[each]!;
    const found = levelOf(paragraph.text);
    if (found < level || paragraph.paragraph.kind === 'cell') break;
    if (found > level) continue;
    if ((same || listed) && quantitiesOf(paragraph).length === 0) break;
    children.push(paragraph);
  }
  return { children, level };
}

function listBreakdown(paragraphs: readonly ReadParagraph[], at: number, unit: string): readonly Breakdown[] {
  const parent = paragraphs[at]!;
  const amounts = (read: ReadParagraph) =>
    quantitiesOf(read).filter(
      (each) => each.unit === unit && !each.rate && !inBrackets(read.text, 0, each.start),
    );
  const own = amounts(parent);
  if (own.length === 0) return [];
  const last = marksOf(parent.text).findLast(({ start }) => start >= own[0]!.end);
  const open = endsOpen(parent.text);
  const { children } = childrenOf(paragraphs, at);
  if (children.length < 2) return [];
  const partial = last !== undefined && !last.exhaustive && open;
  const make = (totals: readonly Quantity[], parts: readonly Quantity[]): Breakdown => ({
    totals,
    parts,
    exhaustive: open && !partial,
    incomplete: parts.length < children.length,
    listed: true,
  });
  const rows = children.map(amounts);
  // "giao 28.640 triệu đồng, giải ngân 24.344 triệu đồng": every entry of the list tells both.
  if (own.length > 1 && rows.every((row) => row.length === own.length))
    return own.map((total, column) =>
      make(
        [total],
        rows.map((row) => row[column]!),
      ),
    );
  const before = open && last !== undefined ? own.filter(({ end }) => end <= last.start) : own;
  if (before.length === 0 || (!open && own.length > 1)) return [];
  const parts = children.flatMap((child) =>
    quantitiesOf(child)
      .filter((each) => each.unit === unit && !each.rate)
      .slice(0, 1),
  );
  if (parts.length < 2 || (!open && parts.length < children.length)) return [];
  return [make(open && last !== undefined ? before : before.slice(0, 1), parts)];
}

const BARE_MARK =
  /^(?:[-+]\s*)?(trong đó|gồm|gồm có|bao gồm|cụ thể|chia ra)(?:\s+(?:gồm|như sau|có))?\s*[:.]?$/iu;

/** A total, then "Trong đó:" on a line of its own, then the list. */
function splitBreakdown(paragraphs: readonly ReadParagraph[], at: number): Breakdown | undefined {
  const mark = BARE_MARK.exec(paragraphs[at]!.text);
  const parent = paragraphs[at - 1];
  if (mark === null || parent === undefined) return undefined;
  const open = quantitiesOf(parent).filter(({ rate, start }) => !rate && !inBrackets(parent.text, 0, start));
  const [total] = open;
  if (total === undefined || open.some((each) => each.unit === total.unit && each !== total))
    return undefined;
  const { children } = childrenOf(paragraphs, at);
  const parts = children.flatMap((child) =>
    quantitiesOf(child)
      .filter((each) => each.unit === total.unit && !each.rate)
      .slice(0, 1),
  );
  if (parts.length < 2) return undefined;
  const exhaustive = !/^trong/iu.test(mark[1]!);
  return { totals: [total], parts, exhaustive, incomplete: parts.length < children.length, listed: true };
}

const ADDED_UP = /(?:^|[.;:,(+-]\s*)(?:tổng\s+cộng|cộng|tổng)\s*(?:là|:)?\s*$/iu;

/** "…; Dự án 3: 250 triệu đồng. Tổng cộng: 790 triệu đồng": the total after its parts, in a sentence or at the end of a list. */
function addedUp(paragraphs: readonly ReadParagraph[], at: number): Breakdown | undefined {
  const read = paragraphs[at]!;
  const own = quantitiesOf(read).filter(({ rate }) => !rate);
  const total = own.at(-1);
  if (total === undefined || !ADDED_UP.test(read.text.slice(0, total.start))) return undefined;
  const before = own.filter(
    (each) => each !== total && each.unit === total.unit && !inBrackets(read.text, 0, each.start),
  );
  const first = marksOf(read.text)[0]?.start ?? 0;
  if (before.length >= 2 && before.every(({ start }) => start >= first))
    return { totals: [total], parts: before, exhaustive: true, incomplete: false, listed: false };
  if (before.length > 0) return undefined;
  const level = levelOf(read.text);
  const parts: Quantity[] = [];
  for (let each = at - 1; each >= 0 && at - each < 30; each--) {
    const sibling = paragraphs[each]!;
    if (sibling.paragraph.kind === 'cell' || levelOf(sibling.text) < 2) break;
    const amounts = quantitiesOf(sibling).filter(({ unit, rate }) => unit === total.unit && !rate);
    if (levelOf(sibling.text) > (parts.length > 0 ? levelOf(paragraphs[at - 1]!.text) : 99)) continue;
    if (amounts.length !== 1) break;
    parts.unshift(amounts[0]!);
  }
  return parts.length >= 2 && level >= 2
    ? { totals: [total], parts, exhaustive: true, incomplete: false, listed: true }
    : undefined;
}

const known = new WeakMap<CheckContext, readonly Breakdown[]>();

/** Every total with its parts, within a sentence and from a line to the list under it. */
export function breakdownsOf(context: CheckContext): readonly Breakdown[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const found: Breakdown[] = [];
  const { paragraphs } = context;
  for (const [at, read] of paragraphs.entries()) {
    if (read.paragraph.kind === 'cell') continue;
    const split = splitBreakdown(paragraphs, at);
    if (split !== undefined) found.push(split);
    if (read.numbers.length === 0) continue;
    found.push(...inlineBreakdowns(read), ...bracketBreakdowns(read));
    const added = addedUp(paragraphs, at);
    if (added !== undefined) found.push(added);
    for (const unit of new Set(quantitiesOf(read).map((each) => each.unit))) {
      found.push(...listBreakdown(paragraphs, at, unit));
    }
  }
  known.set(context, found);
  return found;
}
