import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Every picture that the README and the guides show: the page, and where its file is in the repository. */
export function pictureLinks(root) {
  const guides = readdirSync(join(root, 'docs/guide')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...guides.map((name) => `docs/guide/${name}`)].flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, target]) => ({
      page,
      picture: relative(root, join(root, dirname(page), target)).replaceAll('\\', '/'),
    })),
  );
}

const FOLDER = 'docs/guide/images/';

/** Names of the files in docs/guide/images that a page shows. */
export function picturesNamed(root) {
  const here = pictureLinks(root).filter(({ picture }) => picture.startsWith(FOLDER));
  return new Set(here.map(({ picture }) => picture.slice(FOLDER.length)));
}
