import { randomFillSync } from 'node:crypto';
import { machineMilliseconds } from './clock.ts';

let lastMillisecond = 0;
let sequence = 0;

/** A new UUIDv7: ordered by time, also within one millisecond of one process. */
export function newId(): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  const millisecond = Math.max(machineMilliseconds(), lastMillisecond);
  sequence = millisecond === lastMillisecond ? sequence + 1 : bytes.readUInt16BE(6) & 0x7ff;
  lastMillisecond = millisecond;
  if (sequence > 0xfff) {
    sequence = 0;
    lastMillisecond += 1;
  }
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
