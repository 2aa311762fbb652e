// `npm run check`: format and lint, types, import rules, dead code, tests. Every step runs; any failure fails.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, installPackages } from './prepare.mjs';
import { countsLine, runTests } from './run-tests.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Fewer modules than this means the import rules looked at too little. */
const FEWEST_MODULES = 250;
const IMPORT_ROOTS = ['packages', 'apps', 'scripts', 'bin', 'tests', 'bench'].filter((name) =>
  existsSync(join(root, name)),
);

const tool = (script, ...words) => run(join(root, 'node_modules', script), words, 'inherit').status === 0;

function run(script, words, stdout) {
  return spawnSync(process.execPath, [script, ...words], {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
}

const packages = [
  'packages/domain',
  'packages/contract',
  'packages/regulations',
  'apps/server',
  'apps/web',
  '.',
];
const types = () =>
  packages.map((folder) => tool('@typescript/native/bin/tsc', '-p', folder)).every((passed) => passed);

function importRules() {
  const script = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...IMPORT_ROOTS];
  const { modules, summary } = JSON.parse(run(script, words, 'pipe').stdout);
  const own = modules.filter(({ source }) => /^(apps|packages)\//.test(source));
  for (const { rule, from, to } of summary.violations)
    process.stderr.write(`${rule.name}: ${from} → ${to}\n`);
  process.stdout.write(`${own.length} modules of our own\n`);
  if (own.length >= FEWEST_MODULES) return summary.violations.length === 0;
  process.stderr.write(
    `Fewer than ${FEWEST_MODULES} modules were looked at: the import rules do not see the house.\n`,
  );
  return false;
}

let counts = { passed: 0, failed: 1, skipped: 0, ok: false };
const steps = {
  'format, lint': () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  types,
  'import rules': importRules,
  'dead code': () => tool('knip/bin/knip.js', '--no-config-hints'),
  tests: () => {
    counts = runTests();
    return counts.ok;
  },
};

checkNode();
installPackages();
const outcomes = Object.entries(steps).map(([name, step]) => {
  process.stdout.write(`\n== ${name}\n`);
  const begun = performance.now();
  const passed = step();
  return { name, passed, seconds: ((performance.now() - begun) / 1000).toFixed(1) };
});
process.stdout.write('\n');
for (const { name, passed, seconds } of outcomes)
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
const failedSteps = outcomes.filter(({ name, passed }) => !passed && name !== 'tests').length;
process.stdout.write(`${countsLine({ ...counts, failed: counts.failed + failedSteps })}\n`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
