export interface FileToJoin {
  readonly bytes: Uint8Array;
  /** The next file draws its last page again, with what follows. */
  readonly dropLastPage: boolean;
}

/**
 * Joins PDF files that our own renderer drew (one classic table of objects each, pages in one flat list, no tags): their
 * objects are numbered on, their pages hang under one list, and catalogue, colour profile and description are the first's.
 * Memory is that of the files themselves.
 * @throws Error when a file is not laid out as the renderer does it.
 */
export function joinPdf(files: readonly FileToJoin[]): Uint8Array {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const offsets: number[] = [];
  let at = pieces[0]?.length ?? 0;
  const write = (number: number, body: Buffer): void => {
    const piece = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`, 'latin1'),
      body,
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
    offsets[number] = at;
    pieces.push(piece);
    at += piece.length;
  };
  const pages: number[] = [];
  const parsed = files.map(({ bytes, dropLastPage }) => {
    const file = parsePdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    return dropLastPage ? withoutLastPage(file) : file;
  });
  const [first] = parsed;
  if (first === undefined) throw new Error('There is nothing to join.');
  // The list of pages is object 1 of what is written; every other object follows in the order of the files.
  let next = 2;
  let root = 0;
  let info = 0;
  for (const file of parsed) {
    const numbers = new Map<number, number>([[file.pagesObject, 1]]);
    const kept = [...file.objects.keys()].filter(
      (number) => number !== file.pagesObject && (file === first || !file.own.has(number)),
    );
    for (const number of kept) numbers.set(number, next++);
    for (const number of kept) {
      const body = file.objects.get(number);
      if (body !== undefined) write(numbers.get(number) ?? 0, renumbered(body, numbers));
    }
    pages.push(...file.kids.map((kid) => numbers.get(kid) ?? 0));
    if (file !== first) continue;
    root = numbers.get(file.root) ?? 0;
    info = numbers.get(file.info) ?? 0;
  }
  const kids = pages.map((number) => `${number} 0 R`).join(' ');
  write(1, Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`, 'latin1'));
  const rows = Array.from(
    { length: next - 1 },
    (_, index) => `${String(offsets[index + 1] ?? 0).padStart(10, '0')} 00000 n \n`,
  );
  const table = `xref\n0 ${next}\n0000000000 65535 f \n${rows.join('')}`;
  const trailer = `trailer\n<< /Size ${next} /Root ${root} 0 R /Info ${info} 0 R /ID ${first.id} >>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(table + trailer, 'latin1')]));
}

interface ParsedPdf {
  /** Bodies between `obj` and `endobj`, by number. */
  readonly objects: ReadonlyMap<number, Buffer>;
  readonly pagesObject: number;
  readonly kids: readonly number[];
  readonly root: number;
  readonly info: number;
  readonly id: string;
  /** Objects that only the first file's are kept of: catalogue, description, colour profile. */
  readonly own: ReadonlySet<number>;
}

/** The last page is neither in the list nor in the file any more. */
function withoutLastPage(file: ParsedPdf): ParsedPdf {
  const last = file.kids.at(-1);
  if (last === undefined) return file;
  const page = file.objects.get(last)?.toString('latin1') ?? '';
  const contents = Number(/\/Contents (\d+) 0 R/u.exec(page)?.[1] ?? Number.NaN);
  const objects = new Map([...file.objects].filter(([number]) => number !== last && number !== contents));
  return { ...file, objects, kids: file.kids.slice(0, -1) };
}

const REFERENCE = /(\d+) 0 R/gu;
const unfit = (what: string) => new Error(`A drawn PDF has no ${what}.`);

function parsePdf(bytes: Buffer): ParsedPdf {
  const tail = bytes.subarray(Math.max(0, bytes.length - 1_024)).toString('latin1');
  const start = Number(/startxref\s+(\d+)/u.exec(tail)?.[1] ?? Number.NaN);
  const trailer = /trailer\s*<<([\s\S]*?)>>/u.exec(tail)?.[1] ?? '';
  const number = (name: string) =>
    Number(new RegExp(`/${name} (\\d+)`, 'u').exec(trailer)?.[1] ?? Number.NaN);
  const table = bytes.subarray(start).toString('latin1');
  const size = number('Size');
  const rows = [...table.matchAll(/(\d{10}) \d{5} ([nf])/gu)].slice(0, size);
  if (!Number.isInteger(start) || rows.length !== size) throw unfit('table of objects');
  const begins = rows.map(([, offset, kind]) => (kind === 'n' ? Number(offset) : Number.NaN));
  const sorted = begins.filter((begin) => !Number.isNaN(begin)).sort((a, b) => a - b);
  const ends = new Map(sorted.map((begin, index) => [begin, sorted[index + 1] ?? start]));
  const objects = new Map<number, Buffer>();
  begins.forEach((begin, at) => {
    if (!Number.isNaN(begin)) objects.set(at, bodyOf(bytes.subarray(begin, ends.get(begin))));
  });
  const root = number('Root');
  const catalogue = objects.get(root)?.toString('latin1') ?? '';
  const pagesObject = Number(/\/Pages (\d+) 0 R/u.exec(catalogue)?.[1] ?? Number.NaN);
  const list = objects.get(pagesObject)?.toString('latin1') ?? '';
  const kids = [...(/\/Kids \[([^\]]*)\]/u.exec(list)?.[1] ?? '').matchAll(REFERENCE)].map(([, kid]) =>
    Number(kid),
  );
  if (kids.length !== Number(/\/Count (\d+)/u.exec(list)?.[1])) throw unfit('flat list of pages');
  const info = number('Info');
  const metadata = Number(/\/Metadata (\d+) 0 R/u.exec(catalogue)?.[1] ?? Number.NaN);
  return {
    objects,
    pagesObject,
    kids,
    root,
    info,
    id: /\/ID (\[[^\]]*\])/u.exec(trailer)?.[1] ?? '[() ()]',
    own: new Set([root, info, metadata]),
  };
}

function bodyOf(object: Buffer): Buffer {
  const begin = object.indexOf(' obj', 0, 'latin1');
  const end = object.lastIndexOf('endobj', object.length, 'latin1');
  if (begin < 0 || end < 0) throw unfit('whole object');
  let from = begin + 4;
  while (object[from] === 0x0a || object[from] === 0x0d) from += 1;
  let to = end;
  while (to > from && (object[to - 1] === 0x0a || object[to - 1] === 0x0d)) to -= 1;
  return object.subarray(from, to);
}

/** References of a dictionary renumbered; the bytes of its stream, and its texts, are left alone. */
function renumbered(body: Buffer, numbers: ReadonlyMap<number, number>): Buffer {
  const stream = streamAt(body);
  const head = body.subarray(0, stream).toString('latin1');
  const changed = head.replace(/\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>(?!>)|(\d+) 0 R/gu, (whole, at) =>
    at === undefined ? whole : `${numbers.get(Number(at)) ?? at} 0 R`,
  );
  return Buffer.concat([Buffer.from(changed, 'latin1'), body.subarray(stream)]);
}

function streamAt(body: Buffer): number {
  const at = body.indexOf('stream\n', 0, 'latin1');
  return at < 0 ? body.length : at;
}
