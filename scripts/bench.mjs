// Bundles bench/main.ts and runs it: `npm run bench -- --help` lists the sizes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';
import { installPackages } from './prepare.mjs';

installPackages();
const { build } = await import('esbuild');
const outfile = join(root, 'apps/server/dist/bench/main.js');
await build({
  entryPoints: [join(root, 'bench/main.ts')],
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
});
const run = spawnSync(process.execPath, ['--max-old-space-size=6144', outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
