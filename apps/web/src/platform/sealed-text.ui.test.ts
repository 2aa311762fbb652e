// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setAccountInUse } from './account-in-use.ts';
import { readKept, writeKept } from './kept-text.ts';
import { localStore } from './local-store.ts';
import { openText, sealText, setDraftKey } from './sealed-text.ts';

const keyOf = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)));

beforeEach(() => {
  localStorage.clear();
  setAccountInUse('mot');
  setDraftKey(keyOf(1));
});
afterEach(() => setDraftKey(null));

test('what is typed is kept so that only the same person, signed in, reads it again', () => {
  expect(writeKept('draft.ho', 'Lý Văn Páo, bệnh tim')).toBe(true);
  const [stored = ''] = Object.values({ ...localStorage });
  expect(stored).not.toContain('Páo');
  expect(readKept('draft.ho')).toBe('Lý Văn Páo, bệnh tim');
  setDraftKey(keyOf(2));
  expect(readKept('draft.ho')).toBeNull();
  setDraftKey(null);
  expect(readKept('draft.ho')).toBeNull();
  expect(writeKept('draft.ho', 'x')).toBe(false);
  setDraftKey(keyOf(1));
  expect(readKept('draft.ho')).toBe('Lý Văn Páo, bệnh tim');
});

test('a text changed, or moved to another name, does not open', () => {
  const sealed = sealText('Páo', 'a') ?? '';
  expect(openText(sealed, 'a')).toBe('Páo');
  expect(openText(sealed, 'b')).toBeNull();
  expect(openText(`${sealed.slice(0, -4)}AAAA`, 'a')).toBeNull();
  expect(sealText('Páo', 'a')).not.toBe(sealed);
});

test('a draft left open by an earlier version is read once more, and closed', () => {
  localStorage.setItem('benvung.mot.draft.cu', 'để ngỏ');
  expect(readKept('draft.cu')).toBe('để ngỏ');
  expect(localStorage.getItem('benvung.mot.draft.cu')).toMatch(/^v1\./u);
});

test('a form being entered is closed in the same way', async () => {
  await localStore.put('entry|mot|1', { head: 'Páo' });
  expect(await localStore.list('entry|mot|')).toEqual([{ head: 'Páo' }]);
  setDraftKey(keyOf(2));
  expect(await localStore.list('entry|mot|')).toEqual([]);
});
