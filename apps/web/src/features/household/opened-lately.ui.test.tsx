// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { setDraftKey } from '../../platform/sealed-text.ts';
import { listOpened, rememberOpened } from './opened-lately.ts';

test('the last five stay, newest first, once each, and each person sees their own', () => {
  setDraftKey(btoa(String.fromCharCode(...new Uint8Array(32))));
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'c']) rememberOpened('one', { id, head: `Hộ ${id}` });
  expect(listOpened('one').map(({ id }) => id)).toEqual(['c', 'f', 'e', 'd', 'b']);
  expect(listOpened('two')).toEqual([]);
  sessionStorage.setItem('benvung.opened.one', 'không phải JSON');
  expect(listOpened('one')).toEqual([]);
});
