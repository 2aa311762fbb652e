import type { ZipFile } from '../../platform/files/zip.ts';
import { decodeXml, elements } from './xml-text.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904 in files of old Macintosh programs. */
  readonly from1904: boolean;
  readonly strings: readonly string[];
  /** Of the strings, those in several styles. */
  readonly richTexts: number;
  /** Whether a cell of a style shows a day. */
  readonly isDayStyle: readonly boolean[];
}

async function wholeText(archive: ZipFile, part: string): Promise<string> {
  if (!archive.has(part)) return '';
  let text = '';
  for await (const piece of archive.text(part)) text += piece;
  return text;
}

export async function readWorkbook(archive: ZipFile): Promise<Workbook> {
  const workbook = await wholeText(archive, 'xl/workbook.xml');
  const relations = await wholeText(archive, 'xl/_rels/workbook.xml.rels');
  const targets = new Map<string, string>();
  for (const { attributes } of elements(relations, 'Relationship'))
    targets.set(attributes('Id') ?? '', partPath(attributes('Target') ?? ''));
  const sheets = elements(workbook, 'sheet').flatMap(({ attributes }) => {
    const part = targets.get(attributes('r:id') ?? attributes('id') ?? '');
    const name = attributes('name');
    return part === undefined || name === null || !archive.has(part) ? [] : [{ name, part }];
  });
  const properties = elements(workbook, 'workbookPr')[0];
  return {
    sheets,
    from1904: /^(1|true)$/u.test(properties?.attributes('date1904') ?? ''),
    ...(await readStrings(archive)),
    isDayStyle: readDayStyles(await wholeText(archive, 'xl/styles.xml')),
  };
}

const partPath = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`;

/** Shared strings in order; of rich text the runs are joined, of phonetic hints nothing is kept. */
async function readStrings(archive: ZipFile): Promise<Pick<Workbook, 'strings' | 'richTexts'>> {
  const strings: string[] = [];
  let richTexts = 0;
  if (!archive.has('xl/sharedStrings.xml')) return { strings, richTexts };
  let waiting = '';
  for await (const piece of archive.text('xl/sharedStrings.xml')) {
    waiting += piece;
    let taken = 0;
    for (const found of waiting.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/gu)) {
      if (/<(?:\w+:)?r[>\s]/u.test(found[1] ?? '')) richTexts += 1;
      strings.push(textOfRuns(found[1] ?? ''));
      taken = found.index + found[0].length;
    }
    waiting = waiting.slice(taken);
  }
  return { strings, richTexts };
}

/** The `t` elements of a string item or inline string, one after the other. */
export function textOfRuns(xml: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/gu, '') : xml;
  let text = '';
  for (const [, run] of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/gu))
    text += decodeXml(run ?? '');
  return text;
}

/** Built-in formats that show a day, and own formats with a day or a year in their pattern. */
function readDayStyles(styles: string): boolean[] {
  const own = new Map<number, boolean>();
  for (const { attributes } of elements(styles, 'numFmt'))
    own.set(Number(attributes('numFmtId')), isDayFormat(attributes('formatCode') ?? ''));
  const cellFormats = /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/u.exec(styles)?.[0] ?? '';
  return elements(cellFormats, 'xf').map(({ attributes }) => {
    const format = Number(attributes('numFmtId') ?? '0');
    return (
      own.get(format) ?? ((format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36))
    );
  });
}

const isDayFormat = (pattern: string): boolean =>
  /[dy]/iu.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, ''));
