import { execFileSync } from 'node:child_process';
import { linkSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who holds a folder. The process's start tells it apart from a later one with the same number. */
export interface LockHolder {
  readonly pid: number;
  readonly started: string;
}

export interface FolderLock {
  release(): void;
}

/** Another living process holds the folder. */
export class FolderIsLocked extends Error {
  readonly pid: number;
  constructor(pid: number) {
    super(`The folder is held by process ${pid}.`);
    this.name = 'FolderIsLocked';
    this.pid = pid;
  }
}

const held = new Set<string>();

/**
 * Takes a folder for this process. Locks are numbered files made by hard link, whole at once; the next number
 * is taken when every holder before it is dead, so two processes never remove each other's lock.
 * @throws FolderIsLocked
 */
export function lockFolder(folder: string): FolderLock {
  const me: LockHolder = { pid: process.pid, started: startOf(process.pid) ?? '' };
  for (let attempt = 0; ; attempt += 1) {
    refuseLiving(folder);
    const before = lockFiles(folder);
    const number = 1 + Math.max(0, ...before.map(numberOf));
    const file = join(folder, `lock.${number}`);
    if (!linkWhole(folder, file, JSON.stringify(me))) {
      if (attempt > 20) throw new Error(`Cannot take a lock in ${folder}`);
      continue;
    }
    held.add(file);
    try {
      refuseLiving(folder, file);
    } catch (error) {
      release(file);
      throw error;
    }
    for (const name of before) remove(join(folder, name));
    return { release: () => release(file) };
  }
}

/** The living process that holds a folder, if any. */
export function findLockHolder(folder: string, except?: string): LockHolder | undefined {
  for (const name of lockFiles(folder)) {
    const file = join(folder, name);
    if (file === except) continue;
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder, file)) return holder;
  }
  return undefined;
}

function refuseLiving(folder: string, except?: string): void {
  const holder = findLockHolder(folder, except);
  if (holder !== undefined) throw new FolderIsLocked(holder.pid);
}

const lockFiles = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /^lock\.\d+$/.test(name));
const numberOf = (name: string): number => Number(name.slice('lock.'.length));

function linkWhole(folder: string, file: string, content: string): boolean {
  const draft = join(folder, `lock-draft-${process.pid}-${held.size}`);
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    remove(draft);
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

/** A number of this very process that it does not hold is left from one before it (a restarted container). */
function isAlive({ pid, started }: LockHolder, file: string): boolean {
  if (pid === process.pid) return held.has(file);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return now === undefined || started === '' || now === started;
}

/** When a process began, in a form that only compares equal for the same process. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
    }
    if (process.platform === 'darwin')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
  return undefined;
}

function release(file: string): void {
  held.delete(file);
  remove(file);
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
