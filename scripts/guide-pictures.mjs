import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the pictures under docs/guide/images that the README and the guides show. */
export function picturesNamed(root) {
  const guide = join(root, 'docs/guide');
  const pages = [
    join(root, 'README.md'),
    ...readdirSync(guide)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(guide, name)),
  ];
  const named = pages.flatMap((page) => [
    ...readFileSync(page, 'utf8').matchAll(/\]\((?:docs\/guide\/)?images\/([\w-]+\.png)\)/g),
  ]);
  return new Set(named.map(([, name]) => name));
}
