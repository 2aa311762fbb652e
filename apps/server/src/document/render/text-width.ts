import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Advance = (codePoint: number) => number;

const FILES = { regular: '400Regular/Tinos_400Regular.ttf', bold: '700Bold/Tinos_700Bold.ttf' } as const;
const known = new Map<keyof typeof FILES, Advance>();

/**
 * Width of a line in points, by the metrics of the typeface (its widths are those of Times New Roman): a rule under
 * a text is as long as the text.
 */
export function textWidth(text: string, points: number, face: keyof typeof FILES): number {
  let advance = known.get(face);
  if (advance === undefined) {
    const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${FILES[face]}`);
    advance = readAdvances(readFileSync(path));
    known.set(face, advance);
  }
  let width = 0;
  for (const letter of text.normalize('NFC')) width += advance(letter.codePointAt(0) as number);
  return width * points;
}

/** Advances in ems, from the tables `cmap` (format 4), `hhea`, `hmtx` of a TrueType file. */
function readAdvances(font: Buffer): Advance {
  const table = new Map<string, number>();
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
    table.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  const unitsPerEm = font.readUInt16BE((table.get('head') as number) + 18);
  const metrics = font.readUInt16BE((table.get('hhea') as number) + 34);
  const hmtx = table.get('hmtx') as number;
  const glyphOf = readGlyphs(font, table.get('cmap') as number);
  return (codePoint) => font.readUInt16BE(hmtx + 4 * Math.min(glyphOf(codePoint), metrics - 1)) / unitsPerEm;
}

function readGlyphs(font: Buffer, cmap: number): (codePoint: number) => number {
  const at = cmap + formatFour(font, cmap);
  const segments = font.readUInt16BE(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  return (codePoint) => {
    for (let segment = 0; segment < segments; segment++) {
      if (codePoint > font.readUInt16BE(ends + segment * 2)) continue;
      const start = font.readUInt16BE(starts + segment * 2);
      if (codePoint < start) return 0;
      const delta = font.readUInt16BE(deltas + segment * 2);
      const offset = font.readUInt16BE(offsets + segment * 2);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = font.readUInt16BE(offsets + segment * 2 + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function formatFour(font: Buffer, cmap: number): number {
  for (let record = 0; record < font.readUInt16BE(cmap + 2); record++) {
    const offset = font.readUInt32BE(cmap + 4 + record * 8 + 4);
    if (font.readUInt16BE(cmap + offset) === 4) return offset;
  }
  throw new Error('The typeface has no table of the basic characters.');
}
