import { ANNEX_MARK } from '../render/body-xml.ts';

const SECTION = /<w:sectPr[\s>][\s\S]*?<\/w:sectPr>|<w:sectPr\s*\/>/gu;

/**
 * The text of a filled template whose annexes each begin a section of their own, with the margins, heads and feet of the
 * section the template put them in and pages counted from 1 (Phụ lục I, mục III: annexes are numbered apart).
 */
export function annexSections(xml: string): string {
  if (!xml.includes(ANNEX_MARK)) return xml;
  const last = xml.lastIndexOf(ANNEX_MARK);
  const own = [...xml.matchAll(SECTION)].find(({ index }) => index > last);
  if (own === undefined) return xml.replaceAll(ANNEX_MARK, '');
  const [section] = own;
  const counted = countedAnew(section);
  const pieces = xml.slice(0, own.index).split(ANNEX_MARK);
  const tail = counted + xml.slice(own.index + section.length);
  let written = pieces[0] ?? '';
  pieces.slice(1).forEach((piece, at) => {
    const from = written.lastIndexOf('<w:p>');
    const start = from < 0 ? written.length : from;
    const before = written.slice(0, start);
    const rest = piece.slice(piece.indexOf('</w:p>') + '</w:p>'.length);
    const ends = at === 0 ? section : counted;
    written = (isFresh(before) ? before : `${before}<w:p><w:pPr>${ends}</w:pPr></w:p>`) + rest;
  });
  return written + tail;
}

/** Nothing is written since the last section ended: the template gave the annexes a section already. */
const isFresh = (before: string): boolean =>
  !/<w:t(?:\s[^>]*)?>[^<\s]/u.test(before.slice(Math.max(0, before.lastIndexOf('</w:sectPr>')))) &&
  before.includes('</w:sectPr>');

function countedAnew(section: string): string {
  const without = section.replace(/<w:pgNumType[^>]*\/>/gu, '');
  const at = without.search(
    /<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid)[\s/>]/u,
  );
  const start = '<w:pgNumType w:start="1"/>';
  if (at >= 0) return without.slice(0, at) + start + without.slice(at);
  return without.replace('</w:sectPr>', `${start}</w:sectPr>`);
}
