import { PLAN_FILE_LIMITS, PlanFileRefusal } from './file-refusal.ts';

export interface XmlVisitor {
  /** `name` without its prefix; `attribute` takes a name without prefix. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const damaged = () => new PlanFileRefusal('plan.file-damaged');
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/giu,
    (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code > 0x10ffff || code === 0 ? '' : String.fromCodePoint(code);
    },
  );
}

/**
 * Walks a part of an office document in one pass. A document type declaration, and with it every entity from
 * outside, is refused; so is nesting beyond the limit and an end tag that closes something else.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) break;
    if (tag > at && open.length > 0) visitor.text(decode(xml.slice(at, tag)));
    at = readTag(xml, tag, open, visitor);
  }
  if (open.length > 0) throw damaged();
}

function readTag(xml: string, tag: number, open: string[], visitor: XmlVisitor): number {
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag);
  if (xml.startsWith('<?', tag)) return after(xml, '?>', tag);
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = after(xml, ']]>', tag);
    visitor.text(xml.slice(tag + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<!', tag)) throw new PlanFileRefusal('plan.file-unsafe');
  const end = tagEnd(xml, tag);
  const inside = xml.slice(tag + 1, end);
  if (inside.startsWith('/')) {
    const name = inside.slice(1).trim();
    if (open.pop() !== name) throw damaged();
    visitor.close(localName(name));
    return end + 1;
  }
  const name = /^[^\s/>]+/u.exec(inside)?.[0];
  if (name === undefined) throw damaged();
  visitor.open(localName(name), (wanted) => attributeOf(inside, wanted));
  if (inside.endsWith('/')) visitor.close(localName(name));
  else if (open.push(name) > PLAN_FILE_LIMITS.depth) throw new PlanFileRefusal('plan.file-too-deep');
  return end + 1;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw damaged();
  return found + mark.length;
}

/** The `>` that ends a tag: one within quotes does not. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at++) {
    const letter = xml.charAt(at);
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at;
    else if (letter === '<') break;
  }
  throw damaged();
}

function attributeOf(tag: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    if (localName(name) === wanted) return decode(double ?? single ?? '');
  }
  return undefined;
}
