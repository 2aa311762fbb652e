import { expect, test } from 'vitest';
import { keyOfAddress, tryLimit } from './try-limit.ts';

test('after five failures an address waits ten minutes, another does not', () => {
  let now = 1_000;
  const limit = tryLimit({ each: 5, together: 100, seconds: 600 }, () => now);
  for (let at = 0; at < 4; at += 1) limit.note('10.0.0.1');
  expect(limit.secondsToWait('10.0.0.1')).toBe(0);
  limit.note('10.0.0.1');
  expect(limit.secondsToWait('10.0.0.1')).toBe(600);
  expect(limit.secondsToWait('10.0.0.2')).toBe(0);
  now += 599_000;
  expect(limit.secondsToWait('10.0.0.1')).toBe(1);
  now += 1_000;
  expect(limit.secondsToWait('10.0.0.1')).toBe(0);
});

test('all addresses together are limited too', () => {
  const limit = tryLimit({ each: 5, together: 10, seconds: 60 }, () => 0);
  for (let at = 0; at < 10; at += 1) limit.note(`10.0.0.${at}`);
  expect(limit.secondsToWait('10.9.9.9')).toBe(60);
});

test('memory stays bounded however many addresses ask', () => {
  const limit = tryLimit({ each: 5, together: 1e9, seconds: 60, remembered: 100 }, () => 0);
  for (let at = 0; at < 5_000; at += 1) limit.note(`10.0.${at >> 8}.${at & 255}`);
  expect(limit.size).toBe(100);
});

test('the addresses of one home count as one', () => {
  expect(keyOfAddress('2001:db8:1:2::5')).toBe(keyOfAddress('2001:db8:1:2:aaaa:bbbb:cccc:dddd'));
  expect(keyOfAddress('2001:db8:1:2::5')).not.toBe(keyOfAddress('2001:db8:1:3::5'));
  expect(keyOfAddress('::1')).toBe('0:0:0:0');
  expect(keyOfAddress('::ffff:10.1.2.3')).toBe('::ffff:10.1.2.3');
});
