import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FolderIsLocked, findLockHolder, lockFolder } from './folder-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'benvung-lock-'));
const program = join(root, 'contender.mjs');
let folder = '';

beforeAll(() => {
  const contents = `import { lockFolder } from './folder-lock.ts';
    process.on('message', (folder) => {
      try { lockFolder(folder); process.send('held'); } catch (error) { process.send(error.name); }
    });`;
  buildSync({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  });
});
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Another process that tries to take the folder; it lives until it is stopped. */
function contender() {
  const child = fork(program, { execArgv: [] });
  return {
    pid: child.pid!,
    take: () =>
      new Promise<string>((resolve) => {
        child.once('message', (outcome) => resolve(String(outcome)));
        child.send(folder);
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

test('a folder held by this process is refused to another and named with its process', async () => {
  const lock = lockFolder(folder);
  const other = contender();
  expect(await other.take()).toBe('FolderIsLocked');
  await other.stop();
  expect(findLockHolder(folder)?.pid).toBe(process.pid);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock left by a killed process is taken over', async () => {
  const other = contender();
  expect(await other.take()).toBe('held');
  expect(() => lockFolder(folder)).toThrow(FolderIsLocked);
  await other.stop();
  lockFolder(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('of many processes that find a dead lock at once, exactly one takes it', async () => {
  writeFileSync(join(folder, 'lock.7'), JSON.stringify({ pid: 2 ** 22 + 5, started: 'long ago' }));
  const others = Array.from({ length: 6 }, contender);
  const outcomes = await Promise.all(others.map((other) => other.take()));
  await Promise.all(others.map((other) => other.stop()));
  expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(1);
  expect(outcomes.every((outcome) => outcome === 'held' || outcome === 'FolderIsLocked')).toBe(true);
  lockFolder(folder).release();
});

test('the number of a living process that began later does not hold the folder', () => {
  writeFileSync(join(folder, 'lock.1'), JSON.stringify({ pid: process.ppid, started: 'another boot 1' }));
  expect(findLockHolder(folder)).toBeUndefined();
  lockFolder(folder).release();
});

test('this process cannot take a folder twice, and can again after a release', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderIsLocked);
  lock.release();
  lockFolder(folder).release();
});
