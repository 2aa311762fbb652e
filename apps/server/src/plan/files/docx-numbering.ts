import { walkXml } from './xml-events.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2.` with the numbers of the levels. */
  text: string;
}

/** Writes the automatic numbers that Word shows before paragraphs and does not keep in their text. */
export interface Numbering {
  /** The number or bullet of the next paragraph of a list; `undefined` for a list that shows none. */
  next(listId: string, level: number): string | undefined;
}

const NO_NUMBERING: Numbering = { next: () => undefined };

export function readNumbering(xml: string | undefined): Numbering {
  if (xml === undefined) return NO_NUMBERING;
  const { levels, lists, starts } = readLists(xml);
  const counters = new Map<string, number[]>();
  return {
    next(listId, level) {
      const kind = lists.get(listId);
      const own = kind === undefined ? undefined : levels.get(kind);
      const wanted = own?.get(level);
      if (own === undefined || wanted === undefined) return undefined;
      const key = starts.has(listId) ? `list ${listId}` : `kind ${kind}`;
      const counter = counters.get(key) ?? [];
      counter[level] = (counter[level] ?? wanted.start - 1) + 1;
      counter.length = level + 1;
      counters.set(key, counter);
      return write(own, wanted, counter);
    },
  };
}

function readLists(xml: string) {
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, string>();
  /** Lists that begin anew instead of going on with others of their kind. */
  const starts = new Set<string>();
  let kind = '';
  let list = '';
  let level: Level | undefined;
  walkXml(xml, {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      if (name === 'abstractNum') {
        kind = attribute('abstractNumId') ?? '';
        levels.set(kind, new Map());
      } else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        levels.get(kind)?.set(Number(attribute('ilvl') ?? 0), level);
      } else if (name === 'start' && level !== undefined) level.start = Number(value);
      else if (name === 'numFmt' && level !== undefined) level.format = value;
      else if (name === 'lvlText' && level !== undefined) level.text = value;
      else if (name === 'num') list = attribute('numId') ?? '';
      else if (name === 'abstractNumId') lists.set(list, value);
      else if (name === 'startOverride') starts.add(list);
    },
    close(name) {
      if (name === 'lvl') level = undefined;
    },
    text: () => undefined,
  });
  return { levels, lists, starts };
}

function write(
  levels: ReadonlyMap<number, Level>,
  level: Level,
  counter: readonly number[],
): string | undefined {
  if (level.format === 'none') return undefined;
  if (level.format === 'bullet') return /^[-–—+*]$/u.test(level.text) ? level.text : '•';
  return level.text.replace(/%(\d)/gu, (_whole, digit) => {
    const at = Number(digit) - 1;
    return figure(counter[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? 'decimal');
  });
}

const ROMAN = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function figure(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'upperLetter') return String.fromCharCode(64 + ((value - 1) % 26) + 1);
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((value - 1) % 26) + 1);
  return format === 'decimalZero' ? String(value).padStart(2, '0') : String(value);
}

function roman(value: number): string {
  let rest = Math.min(value, 89);
  let text = '';
  for (const [amount, letters] of ROMAN) for (; rest >= amount; rest -= amount) text += letters;
  return text;
}
