import type { LayoutFacts } from '@benvung/domain/plan/document/plan-document';
import type { DocxSection } from './docx-body.ts';
import { walkXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

export interface PageNumber {
  /** The section names headers and footers that could be read. */
  readonly known: boolean;
  readonly place: LayoutFacts['pageNumber'];
}

/** Where the pages of a section are numbered, from its headers and footers. */
export function readPageNumber(parts: ZipParts, section: DocxSection): PageNumber {
  const relations = 'word/_rels/document.xml.rels';
  if (!parts.has(relations)) return { known: section.references.length === 0, place: null };
  const targets = readTargets(parts.text(relations));
  const found = section.references.flatMap((reference) => {
    const name = `word/${targets.get(reference.id) ?? ''}`;
    const number = parts.has(name) ? numberIn(parts.text(name)) : undefined;
    return number === undefined ? [] : [{ ...reference, ...number }];
  });
  const main = found.find((one) => one.type === 'default');
  if (main === undefined) return { known: true, place: null };
  const onFirstPage = !section.firstPageDiffers || found.some((one) => one.type === 'first');
  return { known: true, place: { place: main.kind, centred: main.centred, onFirstPage } };
}

function readTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}

/** A PAGE field in a header or footer, and whether its paragraph is centred. */
function numberIn(xml: string): { centred: boolean } | undefined {
  let found = false;
  let centred = false;
  let inField = false;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'jc' && attribute('val') === 'center') centred = true;
      if (name === 'instrText') inField = true;
      if (name === 'fldSimple' && /\bPAGE\b/u.test(attribute('instr') ?? '')) found = true;
    },
    close(name) {
      if (name === 'instrText') inField = false;
    },
    text(text) {
      if (inField && /\bPAGE\b/u.test(text)) found = true;
    },
  });
  return found ? { centred } : undefined;
}
