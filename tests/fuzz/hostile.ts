/** Numbers in [0, 1) that are the same for the same seed. */
export function seededDraw(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Draw = () => number;
export const pick = <Value>(draw: Draw, values: readonly Value[]): Value =>
  values[Math.floor(draw() * values.length)] as Value;

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Texts that have broken systems: ends of strings, other writings of the same letter, SQL, markup, formulas, paths. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u2028\u2029',
  '\ud800',
  'x\udfff',
  '\ufeff',
  'Nguye\u0302\u0303n Va\u0306n',
  'Nguyễn Văn'.normalize('NFD'),
  '\u202eabc',
  '🧑‍🌾'.repeat(200),
  "'; drop table household; --",
  "' or '1'='1",
  '%',
  '_%_',
  '\\',
  '\\u0000',
  '$1',
  '#{7*7}',
  '<script>alert(1)</script>',
  '=cmd|calc',
  '../../etc/passwd',
  '..%2f..%2f',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e309',
  '9'.repeat(40),
  '2147483648',
  '9223372036854775808',
  '0x7fffffff',
  '2024-02-30',
  '0000-00-00',
  '99999-12-31',
  '275760-09-13',
  '-000001-01-01',
  '2024-13-01T25:61:61Z',
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-7000-8000-000000000000',
  '\t\r\n',
  'a'.repeat(3_000),
  '__proto__',
  'constructor',
  'toString',
  'id:1',
  'id:99999999999999999999',
  'VN',
  '/1/',
];

export const HOSTILE_VALUES: readonly unknown[] = [
  ...HOSTILE_TEXTS,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  5e-324,
  [],
  {},
  [null],
  [[]],
  [{}],
  { length: 1e9 },
  { toString: 1 },
  JSON.parse('{"then": "a"}'),
  JSON.parse('{"__proto__": {"polluted": true}}'),
  { constructor: { prototype: { polluted: true } } },
  Array.from({ length: 2_000 }, (_, at) => at),
  Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, at])),
  nested(200),
  'x'.repeat(1_000_000),
];

type Json = unknown;
type Path = readonly (string | number)[];

function pathsOf(value: Json, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) => pathsOf((value as Record<string | number, Json>)[key], [...path, key])),
  ];
}

/** A copy with what lies at a path changed; `undefined` takes it away. */
function withAt(value: Json, [key, ...rest]: Path, change: (before: Json) => Json): Json {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    const copy = [...value];
    const next = withAt(copy[key as number], rest, change);
    if (next === undefined) copy.splice(key as number, 1);
    else copy[key as number] = next;
    return copy;
  }
  const copy: Record<string, Json> = { ...(value as Record<string, Json>) };
  const next = withAt(copy[key], rest, change);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}

/** A body that was right, with one to three things about it wrong (or all of it). */
export function mutateJson(draw: Draw, valid: Json): Json {
  let body = valid;
  const times = 1 + Math.floor(draw() * 3);
  for (let time = 0; time < times; time += 1) {
    const path = pick(draw, pathsOf(body));
    const kind = draw();
    if (kind < 0.7) body = withAt(body, path, () => pick(draw, HOSTILE_VALUES));
    else if (kind < 0.82) body = withAt(body, path, (before) => (path.length === 0 ? before : undefined));
    else if (kind < 0.88) body = withAt(body, path, (before) => [before, before]);
    else if (kind < 0.94) body = withAt(body, path, (before) => ({ value: before }));
    else
      body = withAt(body, path, (before) =>
        isObject(before) ? { ...before, [pick(draw, HOSTILE_TEXTS)]: 1 } : String(before),
      );
  }
  return body;
}

const isObject = (value: Json): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Texts that are hardly JSON. */
export const RAW_BODIES: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '123',
  '{"a":1,}',
  '\ufeff{}',
  '{"commandId":"x","commandId":"y"}',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{"a":1}}}',
  '['.repeat(50_000),
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  `{"a":"${'x'.repeat(1_100_000)}"}`,
  '{"n":1e999}',
  '\u0000',
];

/** As a part of an address. */
export function inAddress(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}

/** Bytes that were a file, damaged. */
export function mutateBytes(draw: Draw, valid: Buffer): Buffer {
  const bytes = Buffer.from(valid);
  const kind = Math.floor(draw() * 6);
  if (kind === 0) return bytes.subarray(0, Math.floor(draw() * bytes.length));
  if (kind === 1) return Buffer.concat([bytes, bytes.subarray(0, Math.floor(draw() * 200))]);
  if (kind === 2)
    return Buffer.from(Array.from({ length: Math.floor(draw() * 600) }, () => Math.floor(draw() * 256)));
  if (kind === 3) {
    const at = Math.floor(draw() * bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(draw, HOSTILE_TEXTS)), bytes.subarray(at)]);
  }
  const flips = 1 + Math.floor(draw() * 12);
  for (let flip = 0; flip < flips && bytes.length > 0; flip += 1)
    bytes[Math.floor(draw() * bytes.length)] = Math.floor(draw() * 256);
  return bytes;
}
