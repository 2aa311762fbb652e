import { zlibSync } from 'fflate';
import { encode } from 'uqr';

const SCALE = 8;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A QR code as a grey PNG, 8 points a module, for word processors; the same text gives the same bytes. */
export function qrAsPng(text: string): Uint8Array {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const side = size * SCALE;
  const rows = new Uint8Array((side + 1) * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      rows[y * (side + 1) + 1 + x] = data[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] === true ? 0 : 255;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  header[8] = 8;
  return join([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const named = join([new TextEncoder().encode(type), content]);
  const whole = new Uint8Array(named.length + 8);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length);
  whole.set(named, 4);
  view.setUint32(named.length + 4, crc32(named));
  return whole;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
