import { randomFillSync } from 'node:crypto';
import { machineMilliseconds } from './clock.ts';

const ID_BYTES = 16;
const pool = Buffer.alloc(ID_BYTES * 512);
let used = pool.length;
let lastMillisecond = 0;
let sequence = 0;

/** A new UUIDv7: ordered by time, also within one millisecond of one process. */
export function newId(): string {
  const bytes = randomBytes();
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

/** Asked for in bulk: an import makes a million ids. */
function randomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID_BYTES;
  return pool.subarray(used - ID_BYTES, used);
}
