// What every entry does first: the right Node, installed packages, a fresh build. Plain Node, no packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ENVIRONMENT = 3;
const say = (text) => process.stderr.write(`${text}\n`);

export function stop(vietnamese, english) {
  say(`${vietnamese} (${english})`);
  process.exit(ENVIRONMENT);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Cần Node từ 20.19; máy này có ${process.versions.node}. Hãy cài bản mới từ https://nodejs.org rồi chạy lại.`,
    `Node 20.19 or newer is needed, this is ${process.versions.node}.`,
  );
}

/** Installs when node_modules is missing or the lockfile changed; otherwise the network is not touched. */
export function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.benvung-installed');
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (existsSync(hidden) && holdsEveryPackage(hidden)) return keep(stamp, lock);
  say('Cài các gói (installing packages)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const answer = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (answer.status !== 0)
    stop(
      'Không cài được các gói: hãy kiểm tra mạng (registry của npm) và quyền ghi thư mục này rồi chạy lại.',
      'npm ci failed: check the network and the write permission of this folder.',
    );
  keep(stamp, lock);
}

/** True when what was installed by hand (`npm ci`) is what the lockfile asks for. */
function holdsEveryPackage(hidden) {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' ||
      !path.startsWith('node_modules/') ||
      optional ||
      link ||
      present[path]?.version === version,
  );
}

function keep(stamp, lock) {
  try {
    writeFileSync(stamp, lock);
  } catch (error) {
    if (error.code !== 'EROFS' && error.code !== 'EACCES') throw error;
  }
}

/** In a process of its own, so that the server does not keep the memory that building takes. */
export async function build(wanted = ['server', 'web']) {
  const { isStale } = await import('./build.mjs');
  if (!wanted.some(isStale)) return;
  const script = join(root, 'scripts/build.mjs');
  const { status } = spawnSync(process.execPath, [script, ...wanted], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(ENVIRONMENT);
}

/** Node ≥ 20.19, packages, build: after it `apps/server/dist/cli.js` can be imported. */
export async function prepare(wanted) {
  checkNode();
  installPackages();
  await build(wanted);
}
