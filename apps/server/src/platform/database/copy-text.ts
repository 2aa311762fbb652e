export type CopyValue = string | number | boolean | null | undefined;

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One row of PostgreSQL's text `COPY` format, with its line end; NUL, which no text column holds, is dropped. */
export function copyRow(values: readonly CopyValue[]): string {
  // Joined, not appended piece by piece: millions of half-built rows would burden the garbage collector.
  return `${values.map(copyField).join('\t')}\n`;
}

function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  const text = value.includes('\u0000') ? value.replaceAll('\u0000', '') : value;
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? '') : text;
}

/** A `text[]` literal of plain codes. */
export function copyArray(codes: readonly string[]): string {
  return codes.length === 0
    ? '{}'
    : `{${codes.map((code) => `"${code.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
