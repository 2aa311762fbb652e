// Bundles a TypeScript program of the house for Node and runs it in a process of its own.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build.mjs';
import { installPackages } from './prepare.mjs';

/** Support of tests reads its examples beside itself, not beside the bundle. */
const samplesBesideTheirSources = {
  name: 'samples-beside-their-sources',
  setup: (build) =>
    build.onLoad({ filter: /\.test-support\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    })),
};

export async function runBundled(entry, nodeOptions = []) {
  installPackages();
  const { build } = await import('esbuild');
  const outfile = join(root, 'apps/server/dist/tools', `${basename(entry, '.ts')}.js`);
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: {
      '@benvung/domain': join(root, 'packages/domain/src'),
      '@benvung/contract': join(root, 'packages/contract/src'),
      '@benvung/regulations': join(root, 'packages/regulations/src'),
    },
    logLevel: 'warning',
    plugins: [samplesBesideTheirSources],
  });
  const run = spawnSync(process.execPath, [...nodeOptions, outfile, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, BENVUNG_ROOT: root },
  });
  process.exit(run.status ?? 1);
}
