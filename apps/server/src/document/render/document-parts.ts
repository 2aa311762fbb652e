import type {
  Annex,
  Block,
  DocumentTable,
  OfficialDocument,
} from '@benvung/domain/document/official-document';

/** A document, or a part of one that is drawn in a file of its own: whole pages that follow `before` others of the run. */
export interface DrawnPart extends OfficialDocument {
  readonly parts: {
    /** The document itself; otherwise one of its annexes alone. */
    readonly text: boolean;
    readonly opening: boolean;
    readonly closing: boolean;
    readonly before: number;
  };
}

/** What was seen of a part that ends within a table: its last page is drawn again by the next part, from this row on. */
export interface SeenOfPart {
  readonly pages: number;
  /** Of the rows drawn, from 0, the first that stands on the last page. */
  readonly firstRowOfLastPage: number;
}

/** Rows of a table that are laid out together. */
const ROWS_TOGETHER = 400;
/** More rows than a page can hold: the last page begins among them. */
const ROWS_OF_A_PAGE = 80;

const isLongTable = (block: Block): boolean =>
  block.kind === 'table' && block.table.rows.length > ROWS_TOGETHER;

/** Whether it has a list so long that its layout is not held at once. */
export const isLong = ({ content, annexes }: OfficialDocument): boolean =>
  [content, ...annexes.map(({ body }) => body)].some((blocks) => blocks.some(isLongTable));

export const wholeOf = (document: OfficialDocument): DrawnPart => ({
  ...document,
  parts: { text: true, opening: true, closing: true, before: 0 },
});

interface Place {
  readonly block: number;
  readonly row: number;
}

/** The parts of a long document in order; after each that ends within a table it must be told what was seen of it. */
export function* partsOf(document: OfficialDocument): Generator<DrawnPart, void, SeenOfPart | null> {
  for (const annex of [null, ...document.annexes]) {
    const blocks = annex === null ? document.content : annex.body;
    let from: Place = { block: 0, row: 0 };
    let before = 0;
    for (;;) {
      const cut = cutFrom(blocks, from);
      const opening = from.block === 0 && from.row === 0;
      const seen = yield partOf(document, {
        annex,
        blocks: cut.blocks,
        opening,
        closing: !cut.within,
        before,
      });
      if (!cut.within) break;
      if (seen === null) throw new Error('A part that ends within a table was not looked at.');
      before += seen.pages - 1;
      from = { block: cut.at.block, row: cut.at.row + seen.firstRowOfLastPage };
    }
  }
}

interface PartToMake {
  readonly annex: Annex | null;
  readonly blocks: readonly Block[];
  readonly opening: boolean;
  readonly closing: boolean;
  readonly before: number;
}

function partOf(
  document: OfficialDocument,
  { annex, blocks, opening, closing, before }: PartToMake,
): DrawnPart {
  const text = annex === null;
  const parts = { text, opening, closing, before };
  return text
    ? { ...document, content: blocks, annexes: [], parts }
    : { ...document, content: [], annexes: [{ ...annex, body: blocks }], parts };
}

/** Blocks from a place on, to the end or to so many rows of the next long table, which begins at `at`. */
function cutFrom(
  blocks: readonly Block[],
  from: Place,
): { readonly blocks: Block[]; readonly within: boolean; readonly at: Place } {
  const taken: Block[] = [];
  for (let place = from.block; place < blocks.length; place += 1) {
    const block = blocks[place] as Block;
    if (block.kind !== 'table') {
      taken.push(block);
      continue;
    }
    const row = place === from.block ? from.row : 0;
    const within = block.table.rows.length - row > ROWS_TOGETHER + ROWS_OF_A_PAGE;
    const table: DocumentTable & { continued: boolean; markedFrom: number | null } = {
      ...block.table,
      rows: block.table.rows.slice(row, within ? row + ROWS_TOGETHER : undefined),
      continued: row > 0,
      markedFrom: within ? ROWS_TOGETHER - ROWS_OF_A_PAGE : null,
    };
    taken.push({ kind: 'table', table });
    if (within) return { blocks: taken, within, at: { block: place, row } };
  }
  return { blocks: taken, within: false, at: from };
}
