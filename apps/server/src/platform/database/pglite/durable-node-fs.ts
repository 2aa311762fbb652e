import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface FileNode {
  readonly parent: FileNode;
}
interface NodeFileSystem {
  realPath(node: FileNode): string;
  readonly node_ops: {
    mknod(parent: FileNode, name: string, mode: number, device: number): FileNode;
    rename(node: FileNode, folder: FileNode, name: string): void;
    unlink(parent: FileNode, name: string): void;
    setattr(node: FileNode, attributes: { size?: number }): void;
  };
  readonly stream_ops: {
    write(
      stream: { node: FileNode },
      buffer: Uint8Array,
      offset: number,
      length: number,
      position: number,
    ): number;
  };
}

type Start = Parameters<NodeFS['init']>;

/**
 * PGlite writes through the operating system but never asks it to reach the disk. This file system notes what
 * was written and, when a transaction has ended, syncs the write-ahead log; after a checkpoint
 * (`pg_control` written) it syncs everything written since the one before, data first.
 */
export class DurableNodeFs extends NodeFS {
  /** Bytes of write-ahead log since the last checkpoint. */
  logBytes = 0;
  #durable: boolean;
  readonly #written = new Set<FileNode>();
  readonly #folders = new Set<FileNode>();
  #files: NodeFileSystem | undefined;
  #nothingNew = true;
  #later = false;
  #toRemove: string[] = [];

  constructor(folder: string, durable: boolean) {
    super(folder);
    this.#durable = durable;
  }

  override async init(...[pglite, options]: Start): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const watch = (module: { NODEFS: unknown }) => this.#watch(module.NODEFS as NodeFileSystem);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), watch] } };
  }

  #watch(files: NodeFileSystem): void {
    this.#files = files;
    const { mknod, rename, unlink, setattr } = files.node_ops;
    const { write } = files.stream_ops;
    files.stream_ops.write = (stream, buffer, offset, length, position) => {
      const count = write(stream, buffer, offset, length, position);
      this.#note(stream.node);
      if (isLog(files.realPath(stream.node))) this.logBytes += count;
      return count;
    };
    files.node_ops.mknod = (parent, name, mode, device) => {
      const node = mknod(parent, name, mode, device);
      this.#note(node, parent);
      return node;
    };
    files.node_ops.rename = (node, folder, name) => {
      rename(node, folder, name);
      this.#note(node, folder);
    };
    files.node_ops.unlink = (parent, name) => {
      const folder = files.realPath(parent);
      // taking a synced file away takes milliseconds, and hundreds go when parts come to light; a start removes the rest
      if (this.#later && isPreparedFolder(folder)) this.#toRemove.push(join(folder, name));
      else unlink(parent, name);
      this.#note(parent, parent);
    };
    files.node_ops.setattr = (node, attributes) => {
      setattr(node, attributes);
      if (attributes.size !== undefined) this.#note(node);
    };
  }

  #note(node: FileNode, folder?: FileNode): void {
    this.#nothingNew = false;
    if (node !== folder) this.#written.add(node);
    if (folder !== undefined) this.#folders.add(folder);
  }

  /** Called by PGlite after every query; inside a transaction nothing has been promised yet. */
  override async syncToFs(): Promise<void> {
    if (this.#later || this.#nothingNew || !this.#durable || this.pg?.isInTransaction()) return;
    const paths = this.#paths(this.#written);
    if (paths.some(isControl)) await this.#syncCheckpoint(paths);
    else {
      const log = paths.filter(isLog);
      for (const path of log) sync(path, fdatasyncSync);
      if (log.length > 0)
        for (const path of this.#paths(this.#folders).filter(isLogFolder)) sync(path, fsyncSync);
      this.#forget(isLog, isLogFolder);
    }
    this.#nothingNew = true;
  }

  /** Several queries of which only all together are promised: the log keeps their order. */
  async syncedOnce(work: () => Promise<void>): Promise<void> {
    this.#later = true;
    try {
      await work();
    } finally {
      this.#later = false;
      await this.syncToFs();
      for (const path of this.#toRemove) rm(path, { force: true }).catch(() => undefined);
      this.#toRemove = [];
    }
  }

  /** As `syncEverything`, many files at once: nobody can work until it is done. */
  async #syncCheckpoint(paths: readonly string[]): Promise<void> {
    await Promise.all(paths.filter((path) => !isControl(path)).map(syncSoon));
    for (const path of paths) if (isControl(path)) sync(path, fdatasyncSync);
    for (const path of this.#paths(this.#folders)) sync(path, fsyncSync);
    this.#forget(
      () => true,
      () => true,
    );
    this.logBytes = 0;
  }

  /** Data before the control file, folders last; from now on every transaction is durable. */
  syncEverything(): void {
    this.#durable = true;
    const paths = this.#paths(this.#written);
    for (const path of paths) if (!isControl(path)) sync(path, fdatasyncSync);
    for (const path of paths) if (isControl(path)) sync(path, fdatasyncSync);
    for (const path of this.#paths(this.#folders)) sync(path, fsyncSync);
    this.#forget(
      () => true,
      () => true,
    );
    this.logBytes = 0;
  }

  override async closeFs(): Promise<void> {
    this.syncEverything();
    await super.closeFs();
  }

  #paths(nodes: ReadonlySet<FileNode>): string[] {
    return [...nodes].map((node) => this.#files!.realPath(node));
  }

  #forget(file: (path: string) => boolean, folder: (path: string) => boolean): void {
    for (const node of this.#written) if (file(this.#files!.realPath(node))) this.#written.delete(node);
    for (const node of this.#folders) if (folder(this.#files!.realPath(node))) this.#folders.delete(node);
  }
}

const isPreparedFolder = (path: string): boolean => /[\\/]pg_twophase$/.test(path);
const isLogFolder = (path: string): boolean => /[\\/]pg_wal$/.test(path);
const isLog = (path: string): boolean => isLogFolder(dirname(path));
const isControl = (path: string): boolean =>
  path.endsWith(`${sep}pg_control`) || path.endsWith('/pg_control');

async function syncSoon(path: string): Promise<void> {
  try {
    const file = await open(path, process.platform === 'win32' ? 'r+' : 'r');
    await file.datasync().finally(() => file.close());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && process.platform !== 'win32') throw error;
  }
}

/** A file removed meanwhile needs no sync; Windows cannot open folders and needs none. */
function sync(path: string, flush: (file: number) => void): void {
  let file: number;
  try {
    file = openSync(path, flush === fsyncSync || process.platform !== 'win32' ? 'r' : 'r+');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || (process.platform === 'win32' && flush === fsyncSync)) return;
    throw error;
  }
  try {
    flush(file);
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(file);
  }
}
