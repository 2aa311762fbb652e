const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Plain text of XML character data; spreadsheets also escape control letters as `_x000D_`. */
export function decodeXml(text: string): string {
  const decoded = text.includes('&')
    ? text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (whole, decimal, hexadecimal, name) => {
        if (decimal !== undefined) return letterOf(Number(decimal));
        if (hexadecimal !== undefined) return letterOf(Number.parseInt(hexadecimal, 16));
        return ENTITIES[name] ?? whole;
      })
    : text;
  return decoded.includes('_x')
    ? decoded.replace(/_x([0-9A-F]{4})_/gu, (_whole, code) => letterOf(Number.parseInt(code, 16)))
    : decoded;
}

const letterOf = (code: number): string => (code > 0x10ffff ? '' : String.fromCodePoint(code));

export interface XmlElement {
  attributes(name: string): string | null;
}

/** The start tags of elements of one name, whatever their prefix; for the small parts of a workbook. */
export function elements(xml: string, name: string): XmlElement[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)?/?>`, 'gu'))].map(([, text = '']) => ({
    attributes: (wanted) => attributeOf(text, wanted),
  }));
}

export function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return found === null ? null : decodeXml(found[1] ?? found[2] ?? '');
}
