// Runs the tests and counts them. In CI a skipped test is a failure: everything it needs must be there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns {{passed: number, failed: number, skipped: number, ok: boolean}} */
export function runTests(words = []) {
  const folder = mkdtempSync(join(tmpdir(), 'benvung-tests-'));
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const counts = read(report);
  rmSync(folder, { recursive: true, force: true });
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0, ok: false };
  if (process.env.CI && counts.skipped > 0) {
    process.stderr.write(`In CI nothing may be skipped, but ${counts.skipped} tests were:\n`);
    for (const name of counts.skippedNames) process.stderr.write(`  ${name}\n`);
  }
  const ok = status === 0 && counts.failed === 0 && !(process.env.CI && counts.skipped > 0);
  return { ...counts, failed: ok ? 0 : Math.max(1, counts.failed), ok };
}

function read(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: count('passed'),
      failed: count('failed') + broken.length,
      skipped: count('skipped', 'pending', 'todo'),
      skippedNames: tests
        .filter(({ status }) => !['passed', 'failed'].includes(status))
        .map(({ fullName }) => fullName),
    };
  } catch {
    return undefined;
  }
}

export const countsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
