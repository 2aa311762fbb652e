// Builds the shipped administrative lists: node scripts/build-territory.mjs [--new-ids]
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = await mkdtemp(join(root, 'node_modules/.benvung-territory-'));
try {
  const outfile = join(folder, 'build-territory.mjs');
  await build({
    entryPoints: [join(root, 'scripts/territory/build-territory.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [
      {
        name: 'own packages from their sources',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@benvung\// }, ({ path }) => {
            const [, name, ...rest] = path.split('/');
            return { path: `${join(root, 'packages', name, 'src', ...rest)}.ts` };
          }),
      },
    ],
  });
  const { buildTerritory } = await import(pathToFileURL(outfile).href);
  for (const line of await buildTerritory(root)) console.log(line);
} finally {
  await rm(folder, { recursive: true, force: true });
}
