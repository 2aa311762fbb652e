import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { type ExitCode, environmentFailure } from './command.ts';
import type { CommandOutput } from './command-context.ts';

/** A command line as it crosses from the caller to the server that holds the data folder. */
export interface CommandRequest {
  readonly line: readonly string[];
  readonly cwd: string;
  readonly actor: string;
}

/** From the server: text for the caller's streams, a wish for its standard input, the end. */
type Frame =
  | { readonly out: string }
  | { readonly err: string }
  | { readonly wantInput: true }
  | { readonly exit: ExitCode };

/** Runs one line for a caller. */
export type RunCommand = (
  request: CommandRequest,
  output: CommandOutput,
  input: () => Promise<string>,
) => Promise<ExitCode>;

export interface CommandServer {
  /** Stops listening and waits for the commands under way, though not without end. */
  close(): Promise<void>;
}

/** Unix sockets have addresses of about 100 bytes; a longer folder's socket lives in the temporary folder. */
const LONGEST_ADDRESS = 100;

/** Where the server of a data folder listens for commands; the same for every caller. */
export function socketAddress(home: string): string {
  const real = existsSync(home) ? realpathSync(home) : home;
  const short = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\benvung-${short}`;
  const inside = join(real, 'server.sock');
  if (Buffer.byteLength(inside) <= LONGEST_ADDRESS) return inside;
  return join(tmpdir(), `benvung-${userInfo().uid}`, `${short}.sock`);
}

/** One line of JSON. Node 24 also ends lines at U+2028 and U+2029, which JSON leaves bare in strings. */
const lineOf = (value: unknown): string =>
  `${JSON.stringify(value).replace(/[\u2028\u2029]/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`)}\n`;

/** How long the end of a command is waited for; its caller is told that the server stopped. */
const PATIENCE_MS = 5_000;

/** Runs commands for callers; only this user may connect. The caller holds the folder's lock. */
export async function serveCommands(
  address: string,
  run: RunCommand,
  patienceMs = PATIENCE_MS,
): Promise<CommandServer> {
  const underWay = new Set<Promise<void>>();
  const silent = new Set<Socket>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    silent.add(socket);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const begin: RunCommand = (...asked) => {
      silent.delete(socket);
      return run(...asked);
    };
    const work = answer(socket, begin)
      .catch(() => socket.destroy())
      .then(() => {
        silent.delete(socket);
        underWay.delete(work);
      });
    underWay.add(work);
  });
  prepareAddress(address);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  if (process.platform !== 'win32') chmodSync(address, 0o600);
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of silent) socket.destroy();
      const patience = new AbortController();
      const { signal } = patience;
      const late = setTimeout(patienceMs, undefined, { signal }).catch(() => undefined);
      await Promise.race([Promise.all(underWay), late]);
      patience.abort();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function prepareAddress(address: string): void {
  if (process.platform === 'win32') return;
  if (!address.endsWith('server.sock')) mkdirSync(join(address, '..'), { recursive: true, mode: 0o700 });
  rmSync(address, { force: true });
}

async function answer(socket: Socket, run: RunCommand): Promise<void> {
  socket.on('error', () => socket.destroy());
  const send = (frame: Frame) => {
    if (socket.writable) socket.write(lineOf(frame));
  };
  const reader = createInterface({ input: socket });
  socket.once('close', () => reader.close());
  const lines = reader[Symbol.asyncIterator]();
  const request = await lines.next();
  if (request.done) return void socket.destroy();
  const output = { stdout: (out: string) => send({ out }), stderr: (err: string) => send({ err }) };
  const exit = await run(JSON.parse(request.value) as CommandRequest, output, async () => {
    send({ wantInput: true });
    const given = await lines.next();
    return given.done ? '' : (JSON.parse(given.value) as { input: string }).input;
  });
  send({ exit });
  socket.end();
}

/**
 * Hands a command to the server of a data folder and passes on what it prints.
 * @returns its exit code, or undefined when no server listens.
 */
export async function askServer(
  address: string,
  request: CommandRequest,
  { output, input }: { output: CommandOutput; input: () => Promise<string> },
): Promise<ExitCode | undefined> {
  const socket = await connect(address);
  if (socket === undefined) return undefined;
  socket.write(lineOf(request));
  for await (const line of createInterface({ input: socket })) {
    const frame = JSON.parse(line) as Frame;
    if ('exit' in frame) {
      socket.destroy();
      return frame.exit;
    }
    if ('wantInput' in frame) socket.write(lineOf({ input: await input() }));
    else if ('out' in frame) output.stdout(frame.out);
    else output.stderr(frame.err);
  }
  throw environmentFailure(
    'Máy chủ đã dừng giữa chừng; hãy xem nhật ký của nó rồi chạy lại lệnh.',
    'The server stopped in the middle; see its log and run the command again',
  );
}

function connect(address: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR'].includes(error.code ?? '')) resolve(undefined);
      else
        reject(
          environmentFailure(
            `Không nối được với máy chủ đang giữ dữ liệu (${error.code}). Hãy chạy bằng cùng người dùng với máy chủ.`,
            `Cannot reach the running server: ${error.message}`,
          ),
        );
    });
  });
}
