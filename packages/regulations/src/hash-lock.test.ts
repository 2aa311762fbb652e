import { describe, expect, test } from 'vitest';
import { hashFolder, listFolders, readLock } from '../../../scripts/lock-regulations.mjs';

describe('a published folder', () => {
  const lock = readLock();

  test('is in the lock', () => {
    expect(Object.keys(lock).sort()).toEqual(listFolders().sort());
  });

  test.each(Object.entries(lock))('%s is what it was when it was locked', (folder, hash) => {
    expect(hashFolder(folder)).toBe(hash);
  });
});
