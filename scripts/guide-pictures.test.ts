import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pictureLinks, picturesNamed } from './guide-pictures.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

test('every picture that the README and the guides show is there', () => {
  expect(pictureLinks(root).filter(({ picture }) => !existsSync(join(root, picture)))).toEqual([]);
});

test('every picture of the guide is shown somewhere', () => {
  const kept = readdirSync(join(root, 'docs/guide/images'));
  expect(kept.sort()).toEqual([...picturesNamed(root)].sort());
});
