import type { Block } from './block.ts';
import { type Marker, readMarker } from './markers.ts';
import type { NumberingStyle, Section } from './plan-document.ts';

interface Open {
  readonly section: Section;
  readonly groups: number;
}

interface Draft extends Omit<Section, 'endParagraph'> {
  endParagraph: number;
}

/** A paragraph that may begin a section. */
export interface Candidate {
  readonly index: number;
  readonly block: Block;
  readonly annex: number | null;
}

const LONGEST_TITLE = 240;

/** The words of a heading: to the colon or the first full stop when text runs on after it. */
export function titleOf(text: string): string {
  // "Đề nghị: Hội Nông dân …": what is asked of whom is one title.
  const lead = /^\s*Đề nghị\s*:\s*/u.exec(text)?.[0].length ?? 0;
  const stop = /[:：]|\.(?=\s+\p{Lu})|;$/u.exec(text.slice(lead));
  const title = stop === null ? text : text.slice(0, lead + stop.index);
  return title.replace(/[.:;,\s]+$/u, '').slice(0, LONGEST_TITLE);
}

/** The outline of a document. `candidates` are its paragraphs in order, without repeats, cells, head and closing. */
export function readSections(candidates: readonly Candidate[], paragraphs: number): readonly Section[] {
  const sections: Draft[] = [];
  let stack: Open[] = [];
  let annex: number | null = null;
  const closeTo = (depth: number, at: number) => {
    for (const open of stack.slice(depth)) (sections[open.section.index] as Draft).endParagraph = at;
    stack = stack.slice(0, depth);
  };
  for (const candidate of candidates) {
    if (candidate.annex !== annex) closeTo(0, candidate.index);
    annex = candidate.annex;
    const marker = readMarker(candidate.block.text);
    if (marker === undefined || marker.style === 'bullet') continue;
    const style = styleOf(marker, stack);
    const depth = depthOf(marker, style, stack);
    closeTo(depth, candidate.index);
    const section = makeSection(
      candidate,
      { ...marker, style },
      sections.length,
      stack.at(-1)?.section ?? null,
    );
    sections.push(section);
    stack.push({ section, groups: groupsOf(marker.number) });
  }
  for (const section of sections) if (section.endParagraph < 0) section.endParagraph = paragraphs;
  return sections;
}

const groupsOf = (number: string): number => number.split('.').length;

/** "C." and "I." may be letters: they are when the letter before them stands at the same level. */
function styleOf(marker: Marker, stack: readonly Open[]): NumberingStyle {
  if (marker.style !== 'roman' || marker.number.length > 1) return marker.style;
  const before = String.fromCharCode(marker.number.charCodeAt(0) - 1);
  const isNext = stack.some(
    (open) => open.section.style === 'letter-upper' && open.section.number === before,
  );
  return isNext ? 'letter-upper' : 'roman';
}

/** How many of the open sections stay open above a new one. */
function depthOf(marker: Marker, style: NumberingStyle, stack: readonly Open[]): number {
  const groups = groupsOf(marker.number);
  if (style === 'decimal' && groups > 1) {
    const prefix = marker.number.slice(0, marker.number.lastIndexOf('.'));
    for (let at = stack.length - 1; at >= 0; at--) {
      const open = stack[at] as Open;
      if (open.section.style === 'decimal' && open.section.number === prefix) return at + 1;
    }
  }
  for (let at = stack.length - 1; at >= 0; at--) {
    const open = stack[at] as Open;
    if (open.section.style === style && (style !== 'decimal' || open.groups === groups)) return at;
  }
  if (style === 'part') return 0;
  if (style === 'roman') {
    const above = stack.findLastIndex(
      (open) => open.section.style === 'part' || open.section.style === 'letter-upper',
    );
    return above + 1;
  }
  // "3." after "2.1" and no "2." before it: above the deeper number.
  const deeper = stack.findIndex(
    (open) => style === 'decimal' && open.section.style === 'decimal' && open.groups > groups,
  );
  return deeper >= 0 ? deeper : stack.length;
}

function makeSection(candidate: Candidate, marker: Marker, index: number, parent: Section | null): Draft {
  const { text } = candidate.block;
  return {
    index,
    number: marker.number,
    style: marker.style,
    mark: marker.mark,
    title: titleOf(text.slice(marker.end)),
    span: { paragraph: candidate.index, start: 0, end: text.length },
    parent: parent?.index ?? null,
    depth: parent === null ? 0 : parent.depth + 1,
    firstParagraph: candidate.index,
    endParagraph: -1,
  };
}
