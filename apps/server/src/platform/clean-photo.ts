/** A photo as it may be kept: its type by content, and the bytes without what the camera wrote about place and person. */
export interface CleanPhoto {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly bytes: Uint8Array;
}

/** Takes a photo apart and puts only the picture together again; null when it is none, or is cut off. */
export function cleanPhoto(file: Uint8Array): CleanPhoto | null {
  const bytes = startsWith(file, [0xff, 0xd8, 0xff])
    ? cleanJpeg(file)
    : startsWith(file, PNG)
      ? cleanPng(file)
      : cleanWebp(file);
  if (bytes === null) return null;
  const mediaType = bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 ? 'image/png' : 'image/webp';
  return { mediaType, bytes };
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const startsWith = (file: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => file[at] === byte);

const u16 = (file: Uint8Array, at: number): number => (file[at]! << 8) | file[at + 1]!;
const u32 = (file: Uint8Array, at: number): number => u16(file, at) * 0x10000 + u16(file, at + 2);
const u32le = (file: Uint8Array, at: number): number =>
  file[at]! + file[at + 1]! * 0x100 + file[at + 2]! * 0x10000 + file[at + 3]! * 0x1000000;

/**
 * Keeps the segments that draw the picture. Of Exif only the way the camera was held is left, since a photo without it
 * lies on its side. Whatever follows the picture (a film, a second picture) goes.
 */
function cleanJpeg(file: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [file.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  for (;;) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      kept.push(file.subarray(at, at + 2));
      if (orientation !== 1) kept.splice(1, 0, exifOf(orientation));
      return joined(kept);
    }
    const end = at + 2 + u16(file, at + 2);
    if (!(end > at + 3 && end <= file.length)) return null;
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    // JFIF and Adobe's segment say how colours are coded; every other one is about the picture, not of it.
    if (marker === 0xe1) orientation = orientationIn(file.subarray(at + 4, end)) ?? orientation;
    if ((!isApplication || marker === 0xe0 || marker === 0xee) && marker !== 0xfe)
      kept.push(file.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      const after = endOfScan(file, at);
      kept.push(file.subarray(at, after));
      at = after;
    }
  }
}

/** Drawn data run until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Uint8Array, from: number): number {
  let at = from;
  while (at < file.length - 1) {
    const next = file[at + 1]!;
    if (file[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return file.length;
}

function orientationIn(exif: Uint8Array): number | null {
  if (!startsWith(exif, [0x45, 0x78, 0x69, 0x66, 0, 0]) || exif.length < 18) return null;
  const tiff = exif.subarray(6);
  const little = tiff[0] === 0x49;
  const short = (at: number) => (little ? tiff[at]! + tiff[at + 1]! * 256 : u16(tiff, at));
  const long = (at: number) => (little ? u32le(tiff, at) : u32(tiff, at));
  const directory = long(4);
  if (directory + 2 > tiff.length) return null;
  const entries = Math.min(short(directory), 64);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    const value = short(at + 8);
    if (short(at) === 0x0112) return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An Exif segment that holds the orientation and nothing else. */
const exifOf = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);

const PNG_KEPT = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'IDAT', 'IEND'];

function cleanPng(file: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [file.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + u32(file, at);
    if (end > file.length) return null;
    const kind = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (at === 8 && kind !== 'IHDR') return null;
    if (PNG_KEPT.includes(kind)) kept.push(file.subarray(at, end));
    if (kind === 'IEND') return joined(kept);
    at = end;
  }
  return null;
}

const WEBP_KEPT = ['VP8 ', 'VP8L', 'VP8X', 'ALPH'];
const FLAG_ALPHA = 0x10;

function cleanWebp(file: Uint8Array): Uint8Array | null {
  const fourth = (at: number) => String.fromCharCode(...file.subarray(at, at + 4));
  if (file.length < 20 || fourth(0) !== 'RIFF' || fourth(8) !== 'WEBP') return null;
  const kept: Uint8Array[] = [];
  let drawn = false;
  for (let at = 12; at + 8 <= file.length; ) {
    const size = u32le(file, at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > file.length) return null;
    const kind = fourth(at);
    if (WEBP_KEPT.includes(kind)) {
      const chunk = file.slice(at, end);
      if (kind === 'VP8X') chunk[8] = chunk[8]! & FLAG_ALPHA;
      if (kind === 'VP8 ' || kind === 'VP8L') drawn = true;
      kept.push(chunk);
    }
    at = end;
    if (at >= u32le(file, 4) + 8) break;
  }
  if (!drawn) return null;
  const length = kept.reduce((sum, { length: each }) => sum + each, 4);
  const size = [0, 8, 16, 24].map((shift) => (length >>> shift) & 255);
  return joined([Uint8Array.from([0x52, 0x49, 0x46, 0x46, ...size, 0x57, 0x45, 0x42, 0x50]), ...kept]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
