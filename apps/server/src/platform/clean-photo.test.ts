import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cleanPhoto } from './clean-photo.ts';

const text = (value: string): number[] => [...Buffer.from(value, 'latin1')];
const segment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 255,
  ...content,
];
/** Little-endian Exif: held sideways, and a note of where. */
const exif = segment(0xe1, [
  ...text('Exif\0\0II'),
  ...[42, 0, 8, 0, 0, 0, 2, 0],
  ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
  ...[0x25, 0x88, 4, 0, 1, 0, 0, 0, 99, 0, 0, 0],
  ...text('GPS 21.85N 106.76E iPhone'),
]);
const jpeg = (before: readonly number[] = exif) =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...before,
    ...segment(0xfe, text('ghi chú')),
    ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
    ...[0xff, 0xd9],
    ...text('phim quay kèm'),
  ]);
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a photo', () => {
  test('keeps the picture and the way the camera was held, and loses place, note and film', () => {
    const clean = cleanPhoto(jpeg())!;
    expect(clean.mediaType).toBe('image/jpeg');
    for (const gone of ['GPS', 'iPhone', 'ghi', 'phim']) expect(asText(clean.bytes)).not.toContain(gone);
    // A second cleaning finds the same orientation where the first put it.
    expect(cleanPhoto(clean.bytes)).toEqual(clean);
    expect(asText(clean.bytes)).toContain('\x01\x12\0\x03\0\0\0\x01\0\x06');
  });

  test('that is a PNG keeps its drawing chunks alone', () => {
    const chunk = (kind: string, content: Uint8Array) => {
      const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
      const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
      size.writeUInt32BE(content.length);
      check.writeUInt32BE(typeof crc32 === 'function' ? crc32(named) : 0);
      return Buffer.concat([size, named, check]);
    };
    const png = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
      chunk('tEXt', Buffer.from('Author\0Hoàng')),
      chunk('eXIf', Buffer.from('GPS')),
      chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
      chunk('IEND', Buffer.alloc(0)),
      Buffer.from('thừa'),
    ]);
    const clean = cleanPhoto(png)!;
    expect(clean.mediaType).toBe('image/png');
    expect(asText(clean.bytes)).toContain('IDAT');
    for (const gone of ['Author', 'GPS', 'th']) expect(asText(clean.bytes).slice(8)).not.toContain(gone);
  });

  test('that is a WEBP loses Exif and XMP, and its flags say so', () => {
    const chunk = (kind: string, content: readonly number[]) => [
      ...text(kind),
      ...[content.length & 255, content.length >> 8, 0, 0],
      ...content,
      ...(content.length % 2 === 1 ? [0] : []),
    ];
    const chunks = [
      ...text('WEBP'),
      ...chunk('VP8X', [0x1c, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      ...chunk('VP8 ', [1, 2, 3]),
      ...chunk('EXIF', text('GPS')),
      ...chunk('XMP ', text('Hoa')),
    ];
    const file = Uint8Array.from([...text('RIFF'), chunks.length & 255, chunks.length >> 8, 0, 0, ...chunks]);
    const clean = cleanPhoto(file)!;
    expect(clean.mediaType).toBe('image/webp');
    expect(asText(clean.bytes)).not.toMatch(/EXIF|XMP|GPS/u);
    expect(clean.bytes[20]).toBe(0x10);
    expect(clean.bytes.length).toBe(8 + clean.bytes[4]!);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a page', Buffer.from('<html><script>1</script>')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a photo that is cut off', jpeg().slice(0, 60)],
    ['a JPEG’s first bytes before a program', Buffer.from([0xff, 0xd8, 0xff, 0x4d, 0x5a])],
  ])('is not %s', (_name, file) => {
    expect(cleanPhoto(file)).toBeNull();
  });
});
