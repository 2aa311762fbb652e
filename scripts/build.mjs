// Bundles the server with esbuild and the web app with Vite, each only when its sources changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const serverFolder = join(root, 'apps/server');
const webFolder = join(root, 'apps/web');
const shared = ['packages/domain', 'packages/contract', 'packages/regulations', 'package-lock.json'];

const targets = {
  server: {
    sources: ['apps/server/src', 'apps/server/package.json', 'scripts/build.mjs', ...shared],
    stamp: join(serverFolder, 'dist/.stamp'),
  },
  web: { sources: ['apps/web', ...shared], stamp: join(webFolder, 'dist/.stamp') },
};

/** A hash over names, sizes and times of change; a test file never makes a build stale. */
export function fingerprint(sources) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const about = statSync(path, { throwIfNoEntry: false });
    if (about === undefined) return;
    if (about.isDirectory()) {
      for (const name of readdirSync(path).sort())
        if (!['node_modules', 'dist', 'coverage'].includes(name) && !/\.test\.tsx?$/.test(name))
          visit(join(path, name));
    } else hash.update(`${path}\0${about.size}\0${about.mtimeMs}\n`);
  };
  for (const source of sources) visit(join(root, source));
  return hash.digest('hex');
}

/** Whether "server" or "web" has to be built. */
export function isStale(name) {
  const { sources, stamp } = targets[name];
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(sources);
}

/** Everything in node_modules stays outside the bundle; the workspace's own packages go into it. */
function externals() {
  const { dependencies } = JSON.parse(readFileSync(join(serverFolder, 'package.json'), 'utf8'));
  return Object.keys(dependencies)
    .filter((name) => !name.startsWith('@benvung/'))
    .flatMap((name) => [name, `${name}/*`]);
}

export async function bundle(entryPoints, outdir) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: entryPoints.map((name) => join(serverFolder, 'src', name)),
    outdir,
    bundle: true,
    entryNames: '[name]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    external: externals(),
    logLevel: 'warning',
  });
}

async function buildServer() {
  const workers = ['platform/database/pglite/pglite-worker.ts', 'document/render/render-worker.ts'].filter(
    (name) => existsSync(join(serverFolder, 'src', name)),
  );
  await bundle(['cli.ts', ...workers], join(serverFolder, 'dist'));
}

async function buildWeb() {
  if (!existsSync(join(webFolder, 'index.html'))) return;
  const { build } = await import(pathToFileURL(join(root, 'node_modules/vite/dist/node/index.js')).href);
  await build({ root: webFolder, logLevel: 'warn', build: { emptyOutDir: true } });
}

/** Builds what is stale; `say` hears each step. */
async function buildWhatChanged(say = () => undefined, wanted = ['server', 'web']) {
  for (const name of wanted) {
    const target = targets[name];
    if (!isStale(name)) continue;
    const before = fingerprint(target.sources);
    say(name === 'server' ? 'Dựng máy chủ (building the server)…' : 'Dựng giao diện (building the web app)…');
    rmSync(target.stamp, { force: true });
    await (name === 'server' ? buildServer() : buildWeb());
    mkdirSync(dirname(target.stamp), { recursive: true });
    writeFileSync(target.stamp, before);
  }
}

/** One line for what the person can mend; the rest shows its stack. */
function explain(error) {
  if (error.code === 'EACCES' || error.code === 'EROFS')
    return `Không ghi được vào ${error.path}: thư mục chỉ đọc. Hãy cấp quyền ghi rồi chạy lại. (${error.path} is read-only.)`;
  return `Không dựng được chương trình (the build failed): ${error.stack ?? error}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const say = (text) => process.stderr.write(`${text}\n`);
  try {
    await buildWhatChanged(say, wanted.length > 0 ? wanted : undefined);
  } catch (error) {
    say(explain(error));
    process.exitCode = 3;
  }
}
