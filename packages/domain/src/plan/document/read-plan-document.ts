import type { Block } from './block.ts';
import { buildBlocks } from './build-blocks.ts';
import { cleanLine } from './clean-line.ts';
import { findRepeats } from './find-repeats.ts';
import { readMarker } from './markers.ts';
import type { Paragraph, ParagraphKind } from './paragraph.ts';
import { readTokens } from './paragraph-tokens.ts';
import type { LayoutFacts, PlanDocument, Section, SourceLayout } from './plan-document.ts';
import { readCitations } from './read-citations.ts';
import { type Closing, readClosing } from './read-closing.ts';
import { readDeadlines } from './read-deadlines.ts';
import { readDuties } from './read-duties.ts';
import { type HeadFound, readHead } from './read-head.ts';
import { readMoney } from './read-money.ts';
import { readNodes } from './read-nodes.ts';
import { readSections } from './read-sections.ts';
import { readTables } from './read-tables.ts';
import { readTargets } from './read-targets.ts';

/**
 * Reads the text of a plan, resolution or like document. Nothing is invented: what is not understood stays in
 * `paragraphs`. Lines end with LF, CRLF or CR.
 */
export function readPlanDocument(source: string, layout: SourceLayout | null = null): PlanDocument {
  const lines = source.split(/\r\n|\n|\r/u);
  const blocks = buildBlocks(lines.map((line, at) => cleanLine(line, at + 1)));
  const repeats = findRepeats(blocks.map((block) => block.text));
  const repeated = new Set(repeats.repeatOf.flatMap((of, at) => (of === null ? [] : [at])));
  const head = readHead(blocks);
  const skip = new Set([...repeated, ...head.used, ...head.sheet]);
  const closing = readClosing(blocks, skip);
  const sections = sectionsOf(blocks, skip, closing);
  const paragraphs = paragraphsOf({ blocks, repeatOf: repeats.repeatOf, head, closing, sections });
  const tokens = paragraphs.map((paragraph) => readTokens(paragraph.text));
  const firstSection = sections[0]?.firstParagraph ?? paragraphs.length;
  return {
    lines,
    paragraphs,
    head: head.head,
    cited: readCitations(paragraphs, tokens, firstSection),
    sections,
    targets: readTargets(paragraphs, tokens, sections),
    nodes: readNodes(paragraphs, sections),
    money: readMoney(paragraphs, tokens, sections),
    duties: readDuties(paragraphs, sections),
    deadlines: readDeadlines(paragraphs, tokens),
    tables: readTables(blocks, skip),
    recipients: closing.recipients,
    signer: closing.signer,
    repeats: repeats.blocks,
    layout: layout === null ? null : placeLayout(layout, paragraphs),
  };
}

function placeLayout(layout: SourceLayout, paragraphs: readonly Paragraph[]): LayoutFacts {
  const parts = layout.parts.flatMap(({ line, ...part }) => {
    const at = paragraphs.findIndex((paragraph) => paragraph.line <= line && line <= paragraph.endLine);
    return at < 0 ? [] : [{ ...part, paragraph: at }];
  });
  return { ...layout, parts };
}

function sectionsOf(
  blocks: readonly Block[],
  skip: ReadonlySet<number>,
  closing: Closing,
): readonly Section[] {
  const candidates = blocks.flatMap((block, index) =>
    skip.has(index) || closing.used.has(index) || block.place !== 'free'
      ? []
      : [{ index, block, annex: closing.annexes[index] ?? null }],
  );
  return readSections(candidates, blocks.length);
}

interface Parts {
  readonly blocks: readonly Block[];
  readonly repeatOf: readonly (number | null)[];
  readonly head: HeadFound;
  readonly closing: Closing;
  readonly sections: readonly Section[];
}

function paragraphsOf(parts: Parts): readonly Paragraph[] {
  const sectionAt = new Map(parts.sections.map((section) => [section.firstParagraph, section]));
  let section: Section | null = null;
  return parts.blocks.map((block, index): Paragraph => {
    section = sectionAt.get(index) ?? section;
    while (section !== null && index >= section.endParagraph) {
      section = section.parent === null ? null : (parts.sections[section.parent] ?? null);
    }
    return {
      index,
      text: block.text,
      pieces: block.pieces,
      line: block.line,
      endLine: block.endLine,
      kind: kindOf(parts, block, index, sectionAt.has(index)),
      repeatOf: parts.repeatOf[index] ?? null,
      section: section?.index ?? null,
      annex: parts.closing.annexes[index] ?? null,
    };
  });
}

function kindOf(parts: Parts, block: Block, index: number, heads: boolean): ParagraphKind {
  if (block.place === 'page-mark' || parts.head.sheet.has(index)) return 'page-mark';
  if (parts.head.used.has(index)) return 'head';
  if (block.cell !== null) return 'cell';
  if (parts.closing.used.has(index)) return 'closing';
  if (heads) return 'heading';
  return readMarker(block.text)?.style === 'bullet' ? 'item' : 'text';
}
